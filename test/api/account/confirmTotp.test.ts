import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmTotp, createRecoveryCodes, enrolTotp, listActivity, listApps } from '../../../client/index.ts'
import { signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { codeOf, enrolAuthenticator, wrongCodeOf } from '#test/support/factors.ts'
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

async function enrol({ token }: Person): Promise<string> {
  const { data } = await enrolTotp({ client: service.as(token), throwOnError: true })
  return data.secret
}

const confirm = ({ token }: Pick<Person, 'token'>, code: string) =>
  confirmTotp({ client: service.as(token), body: { code } })

describe('confirmTotp', () => {
  it('takes the app into use: ten recovery codes, a stronger session, a mail and an entry in the history', async () => {
    const person = await signUp(service)
    const answer = await confirm(person, codeOf(service, await enrol(person)))
    expect([status(answer), header(answer, 'cache-control')]).toEqual([200, 'no-store'])
    const { recovery_codes: codes, ...rest } = answer.data!
    expect(rest).toEqual({ amr: ['pwd', 'otp', 'mfa'], acr: 'aal2' })
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/)
    // What needs both factors is open to the session that has shown both.
    expect(status(await createRecoveryCodes({ client: service.as(person.token) }))).toBe(201)

    const [mail] = await mailbox.mailsTo(person.email)
    expect(mail?.subject).toBe('Your account asks for a second factor from now on')
    for (const code of codes) expect(mail?.raw).not.toContain(code)
    const { data } = await listActivity({ client: service.as(person.token), throwOnError: true })
    expect(data.map(({ kind }) => kind)).toContain('second_factor_added')
  })

  it('takes a code of the step before or after, for clocks that are wrong', async () => {
    for (const seconds of [-30, 30]) {
      const person = await signUp(service)
      expect(status(await confirm(person, codeOf(service, await enrol(person), seconds)))).toBe(200)
    }
  })

  it('leaves the secret waiting after a wrong code', async () => {
    const person = await signUp(service)
    const secret = await enrol(person)
    expectRefused(await confirm(person, wrongCodeOf(service, secret)), 401, 'invalid_credentials')
    expectRefused(await confirm(person, codeOf(service, secret, -90)), 401, 'invalid_credentials')
    expect(status(await confirm(person, codeOf(service, secret)))).toBe(200)
  })

  it('leaves other sessions alive, which open nothing that needs both factors', async () => {
    const person = await signUp(service)
    const other = await signIn(service, person.email)
    await enrolAuthenticator(service, person)
    expect(status(await listApps({ client: service.as(other) }))).toBe(200)
    const answer = await createRecoveryCodes({ client: service.as(other) })
    expectRefused(answer, 401, 'insufficient_user_authentication')
    expect(header(answer, 'www-authenticate')).toContain('acr_values="aal2"')
  })

  it('has nothing to confirm before an enrolment, after one, and after a quarter of an hour', async () => {
    const person = await signUp(service)
    expectRefused(await confirm(person, '123456'), 404, 'not_found')
    const secret = await enrol(person)
    service.clock.advance(901)
    expectRefused(await confirm(person, codeOf(service, secret)), 404, 'not_found')
    const again = { ...person, token: await signIn(service, person.email) }
    const app = await enrolAuthenticator(service, again)
    expectRefused(await confirm(again, app.nextCode()), 404, 'not_found')
  })

  it('is won by one of several at once, and only its recovery codes count', async () => {
    const person = await signUp(service)
    const code = codeOf(service, await enrol(person))
    const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(person, code)))
    expect(answers.map(status).toSorted()).toEqual([200, 404, 404, 404, 404, 404])
  })

  it('names the failing member of a malformed request', async () => {
    const { token } = await signUp(service)
    const answer = await confirmTotp({ client: service.as(token), body: { code: 123456 } as never })
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual(['/code'])
  })
})
