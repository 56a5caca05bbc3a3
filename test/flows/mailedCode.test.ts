import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  completeMfa,
  createRecoveryCodes,
  enrolTotp,
  login,
  stepUp,
  updateAccount,
} from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { credentials, openSignIn, pathOf } from '#test/support/authorization.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { beginSignIn, enrolAuthenticator, signInWithCode } from '#test/support/factors.ts'
import { codeIn, codesTo, enrolMailbox } from '#test/support/mailedCodes.ts'
import { startMailbox, type Mailbox } from '#test/support/mailbox.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let mailbox: Mailbox
let person: Person

beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({ SMTP_URL: mailbox.url, LATCHKEY_REGISTRATION: 'open' })
})
afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

beforeEach(async () => {
  person = await signUp(service)
})

const complete = (mfa_token: string, code: string) =>
  completeMfa({ client: service.as(), body: { mfa_token, code } })

describe('an account whose mailbox is its second factor', () => {
  it('gets a code with every right password, which works once', async () => {
    await enrolMailbox(service, person)
    const { mfa_token, methods } = await beginSignIn(service, person)
    expect(methods).toEqual(['email'])
    const [code = ''] = await codesTo(mailbox, person.email, 1)
    const answer = await complete(mfa_token, code)
    expect(status(answer)).toBe(200)
    const again = await beginSignIn(service, person)
    expectRefused(await complete(again.mfa_token, code), 401, 'invalid_credentials')
  })

  it('gets none for a wrong password, and none beside a code', async () => {
    await enrolMailbox(service, person)
    const { email, password } = person
    await login({ client: service.as(), body: { email, password: 'password124' } })
    await login({ client: service.as(), body: { email, password, code: '12345678' } })
    await service.running.jobs.idle()
    expect(await codesTo(mailbox, email, 0)).toEqual([])
  })

  it('is held by the latest code: ten minutes, five tries', async () => {
    await enrolMailbox(service, person)
    const { email, password } = person
    const send = (code: string) => login({ client: service.as(), body: { email, password, code } })
    await beginSignIn(service, person)
    const [old = ''] = await codesTo(mailbox, email, 1)
    await beginSignIn(service, person)
    const [, latest = ''] = await codesTo(mailbox, email, 2)
    expectRefused(await send(old), 401, 'invalid_credentials')
    expect(status(await send(latest))).toBe(200)

    await beginSignIn(service, person)
    const [, , late = ''] = await codesTo(mailbox, email, 3)
    service.clock.advance(601)
    expectRefused(await send(late), 401, 'invalid_credentials')

    await beginSignIn(service, person)
    const [, , , tried = ''] = await codesTo(mailbox, email, 4)
    const wrong = `${tried.startsWith('0') ? '1' : '0'}${tried.slice(1)}`
    for (let time = 0; time < 5; time += 1) expectRefused(await send(wrong), 401, 'invalid_credentials')
    expectRefused(await send(tried), 401, 'invalid_credentials')
  })

  it('gets five codes an hour; the last one goes on working', async () => {
    await enrolMailbox(service, person)
    for (let time = 0; time < 7; time += 1) await beginSignIn(service, person)
    await service.running.jobs.idle()
    const codes = await codesTo(mailbox, person.email, 5)
    expect(codes).toHaveLength(5)
    const { email, password } = person
    const answers = []
    for (const code of codes.toReversed())
      answers.push(status(await login({ client: service.as(), body: { email, password, code } })))
    expect(answers.filter((each) => each === 200)).toHaveLength(1)
  })

  it('is answered the same while the mail server is gone, and gets no code that has expired meanwhile', async () => {
    await enrolMailbox(service, person)
    await mailbox.set('gone')
    expect((await beginSignIn(service, person)).methods).toEqual(['email'])
    await service.running.jobs.idle()
    service.clock.advance(601)
    await mailbox.set('accepting')
    await service.running.jobs.idle()
    expect(await codesTo(mailbox, person.email, 0)).toEqual([])
    expect((await beginSignIn(service, person)).methods).toEqual(['email'])
    expect(await codesTo(mailbox, person.email, 1)).toHaveLength(1)
  })

  it('is asked on a page of its own, in its language', async () => {
    await enrolMailbox(service, person)
    const registered = await registerTestApp(service, await signUp(service))
    const browser = createBrowser(service, 'de')
    const page = await browser.submit(
      await openSignIn(service, browser, registered.app_id),
      credentials(person),
    )
    expect(textOf(page)).toContain('den wir Ihnen gerade gemailt haben')
    const [code = ''] = await codesTo(mailbox, person.email, 1)
    const mail = mailbox.mails.findLast((each) => each.to === person.email)!
    expect([mail.subject, codeIn(mail)]).toEqual(['Ihr Code zum Anmelden', code])
    expect(mail.subject).not.toContain(code)
    expect(pathOf(await browser.submit(page, { code }))).toBe('/consent')
  })

  it('may have recovery codes, and gives way to an authenticator app', async () => {
    await enrolMailbox(service, person)
    await beginSignIn(service, person)
    const [code = ''] = await codesTo(mailbox, person.email, 1)
    const { token } = await signInWithCode(service, person, code)
    const client = service.as(token)
    const codes = await createRecoveryCodes({ client, throwOnError: true })
    expect((await beginSignIn(service, person)).methods).toEqual(['email', 'recovery_code'])
    await signInWithCode(service, person, codes.data.recovery_codes[0]!)

    const app = await enrolAuthenticator(service, { token })
    const { methods } = await beginSignIn(service, person)
    expect(methods).toEqual(['totp', 'recovery_code'])
    const before = (await codesTo(mailbox, person.email, 0)).length
    await signInWithCode(service, person, app.nextCode())
    await service.running.jobs.idle()
    expect(await codesTo(mailbox, person.email, 0)).toHaveLength(before)
  })

  it('is turned on for a confirmed address only, and off with a code only', async () => {
    const client = service.as(person.token)
    const unconfirmed = await updateAccount({ client, body: { second_factor_email: true } })
    expectRefused(unconfirmed, 409, 'conflict')
    await enrolMailbox(service, person)
    const off = { client, body: { second_factor_email: false } }
    expectRefused(await updateAccount(off), 401, 'insufficient_user_authentication')
    expectRefused(await enrolTotp({ client }), 401, 'insufficient_user_authentication')
    await stepUp({ client, body: { send_code: true }, throwOnError: true })
    const [code = ''] = await codesTo(mailbox, person.email, 1)
    await stepUp({ client, body: { code }, throwOnError: true })
    expect(status(await updateAccount(off))).toBe(200)
    const { email, password } = person
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)
  })
})
