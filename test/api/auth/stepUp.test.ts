import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteSession, enrolTotp, listActivity, stepUp, type StepUpRequest } from '../../../client/index.ts'
import { password, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { codeOf, enrolAuthenticator, signInWithCode, wrongCodeOf } from '#test/support/factors.ts'
import { codesTo, enrolMailbox } from '#test/support/mailedCodes.ts'
import { startMailbox, type Mailbox } from '#test/support/mailbox.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({ SMTP_URL: mailbox.url, LATCHKEY_REGISTRATION: 'open' })
})
afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

const prove = (token: string, body: StepUpRequest) => stepUp({ client: service.as(token), body })
const isOpen = async (token: string) =>
  (await enrolTotp({ client: service.as(token) })).response?.status !== 401

describe('stepUp', () => {
  it('proves an account without a second factor by its password, in the same session', async () => {
    const { token } = await signUp(service)
    service.clock.advance(400)
    expect(await isOpen(token)).toBe(false)
    const answer = await prove(token, { password })
    expect([status(answer), header(answer, 'cache-control')]).toEqual([200, 'no-store'])
    const now = Math.floor(service.clock.now().getTime() / 1000)
    expect(answer.data).toEqual({
      session_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      auth_time: expect.closeTo(now, -1),
      amr: ['pwd'],
      acr: 'aal1',
      fresh_for: 300,
    })
    expect(await isOpen(token)).toBe(true)
    const { data } = await listActivity({ client: service.as(token), throwOnError: true })
    expect(data.map(({ kind }) => kind)).toContain('stepped_up')
    service.clock.advance(301)
    expect(await isOpen(token)).toBe(false)
  })

  it('proves an account with a second factor by its code, and by nothing less', async () => {
    const person = await signUp(service)
    const weak = await signIn(service, person.email)
    const app = await enrolAuthenticator(service, person)
    const refused = await prove(weak, { password })
    expectRefused(refused, 401, 'insufficient_user_authentication')
    expect(header(refused, 'www-authenticate')).toContain('acr_values="aal2"')
    const code = app.nextCode()
    const answer = await prove(weak, { code })
    expect(answer.data).toMatchObject({ amr: ['pwd', 'otp', 'mfa'], acr: 'aal2', fresh_for: 300 })
    expectRefused(await prove(weak, { code }), 401, 'invalid_credentials')
    expect(status(await prove(weak, { code: app.recoveryCodes[0]! }))).toBe(200)
  })

  it('leaves the session as it was after a wrong proof', async () => {
    const { token } = await signUp(service)
    service.clock.advance(400)
    expectRefused(await prove(token, { password: 'password124' }), 401, 'invalid_credentials')
    expect(await isOpen(token)).toBe(false)

    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    service.clock.advance(400)
    const wrong = await prove(person.token, { code: wrongCodeOf(service, app.secret) })
    expectRefused(wrong, 401, 'invalid_credentials')
    expect(await isOpen(person.token)).toBe(false)
  })

  it('renews one session and no other', async () => {
    const { token, email } = await signUp(service)
    const other = await signIn(service, email)
    service.clock.advance(400)
    await prove(token, { password })
    expect([await isOpen(token), await isOpen(other)]).toEqual([true, false])
  })

  it('mails a code where the mailbox is the second factor', async () => {
    const person = await signUp(service)
    await enrolMailbox(service, person)
    const asked = await prove(person.token, { send_code: true })
    expect(asked.data).toMatchObject({ amr: ['pwd'], acr: 'aal1', fresh_for: 0 })
    const [code = ''] = await codesTo(mailbox, person.email, 1)
    const answer = await prove(person.token, { code })
    expect(answer.data).toMatchObject({ amr: ['pwd', 'otp', 'mfa'], acr: 'aal2', fresh_for: 300 })
    expectRefused(await prove(person.token, { code }), 401, 'invalid_credentials')
  })

  it('has no code to send, and none to look at, where the account has no such factor', async () => {
    const person = await signUp(service)
    expectRefused(await prove(person.token, { send_code: true }), 409, 'conflict')
    expectRefused(await prove(person.token, { code: '123456' }), 409, 'conflict')
    await enrolAuthenticator(service, person)
    expectRefused(await prove(person.token, { send_code: true }), 409, 'conflict')
    expect(await codesTo(mailbox, person.email, 0)).toEqual([])
  })

  it('revives no session that has ended', async () => {
    const { token } = await signUp(service)
    await deleteSession({ client: service.as(token), throwOnError: true })
    expectRefused(await prove(token, { password }), 401, 'invalid_token')
  })

  it('takes the guesses of a stolen session for guesses: who goes on has to wait, with the right code too', async () => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    const { token } = await signInWithCode(service, person, app.nextCode())
    const wrong = wrongCodeOf(service, app.secret)
    for (let time = 0; time < 13; time += 1)
      expectRefused(await prove(token, { code: wrong }), 401, 'invalid_credentials')
    const right = codeOf(service, app.secret, 30)
    expectRefused(await prove(token, { code: right }), 401, 'invalid_credentials')
    service.clock.advance(30)
    expect(status(await prove(token, { code: right }))).toBe(200)
  })

  it('takes one proof at a time', async () => {
    const { token } = await signUp(service)
    for (const body of [{}, { password, code: '123456' }, { send_code: false }, { password: 7 }])
      failingPaths(expectRefused(await prove(token, body as never), 400, 'invalid_request'))
  })
})
