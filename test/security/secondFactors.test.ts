import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  completeMfa,
  confirmPasswordReset,
  confirmTotp,
  createAppPassword,
  createSession,
  deleteTotp,
  enrolTotp,
  getTotpQrCode,
  login,
  requestPasswordReset,
  stepUp,
} from '../../client/index.ts'
import { registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { credentials, openSignIn, pathOf } from '#test/support/authorization.ts'
import { dumpOf } from '#test/support/behindService.ts'
import { createBrowser } from '#test/support/browser.ts'
import {
  beginSignIn,
  codeOf,
  enrolAuthenticator,
  signInWithCode,
  wrongCodeOf,
  type Authenticator,
} from '#test/support/factors.ts'
import { codesTo, enrolMailbox } from '#test/support/mailedCodes.ts'
import { linkIn, startMailbox, type Mailbox } from '#test/support/mailbox.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let mailbox: Mailbox
let person: Person
let app: Authenticator

beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({
    SMTP_URL: mailbox.url,
    LATCHKEY_REGISTRATION: 'open',
    LATCHKEY_TRUST_PROXY: '1',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
  })
})
afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

beforeEach(async () => {
  person = await signUp(service)
  app = await enrolAuthenticator(service, person)
})

const complete = (mfa_token: string, code: string) =>
  completeMfa({ client: service.as(), body: { mfa_token, code } })

const statusOfLogin = async (code?: string) => {
  const { email, password } = person
  return status(await login({ client: service.as(), body: { email, password, ...(code && { code }) } }))
}

/** A sign-in with password and code, from an address of its own. */
async function logInFrom(address: string, { email, password }: Person, code: string): Promise<number> {
  const answer = await send(service.url, {
    method: 'POST',
    path: '/api/v1/auth/login',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify({ email, password, code }),
  })
  return answer.status
}

describe('a step', () => {
  it('counts once, whatever door it is shown at', async () => {
    const weak = await signIn(service, (await signUp(service)).email)
    const code = app.nextCode()
    const { token } = await signInWithCode(service, person, code)
    const { mfa_token } = await beginSignIn(service, person)
    expectRefused(await complete(mfa_token, code), 401, 'invalid_credentials')
    expect(await statusOfLogin(code)).toBe(401)
    expectRefused(await stepUp({ client: service.as(token), body: { code } }), 401, 'invalid_credentials')
    const { email, password } = person
    const session = await createSession({ client: service.as(), body: { email, password, code } })
    expectRefused(session, 401, 'invalid_credentials')
    expectRefused(await stepUp({ client: service.as(weak), body: { code } }), 409, 'conflict')
  })

  it('that is earlier than the last one counts no more', async () => {
    const [present, ahead] = [codeOf(service, app.secret, 30), codeOf(service, app.secret, 60)]
    service.clock.advance(30)
    expect(await statusOfLogin(ahead)).toBe(200)
    expect(await statusOfLogin(present)).toBe(401)
  })

  it('is not spent by a wrong password, nor by whoever is not heard', async () => {
    const code = app.nextCode()
    const { email } = person
    await login({ client: service.as(), body: { email, password: 'password124', code } })
    const wrong = wrongCodeOf(service, app.secret)
    for (let time = 0; time < 13; time += 1) await statusOfLogin(wrong)
    expect(await statusOfLogin(code)).toBe(401)
    expect(await logInFrom('198.51.100.7', person, code)).toBe(200)
  })
})

describe('guessing codes', () => {
  it('with ever new mfa_tokens comes to an end, and the right code is not heard then', async () => {
    const wrong = wrongCodeOf(service, app.secret)
    for (let round = 0; round < 4; round += 1) {
      const { mfa_token } = await beginSignIn(service, person)
      for (let time = 0; time < 4; time += 1)
        expectRefused(await complete(mfa_token, wrong), 401, 'invalid_credentials')
    }
    const { mfa_token } = await beginSignIn(service, person)
    expectRefused(await complete(mfa_token, codeOf(service, app.secret, 30)), 401, 'invalid_credentials')
  })

  it('from ever new networks comes to an end, and the owner signs in where they are known', async () => {
    const home = '192.0.2.44'
    expect(await logInFrom(home, person, app.nextCode())).toBe(200)
    const wrong = wrongCodeOf(service, app.secret)
    for (let network = 0; network < 22; network += 1)
      expect(await logInFrom(`10.7.${network}.1`, person, wrong)).toBe(401)
    expect(await logInFrom('10.8.1.1', person, codeOf(service, app.secret, 30))).toBe(401)
    expect(await logInFrom(home, person, app.nextCode())).toBe(200)
    // The hour is over, and so is the attack.
    service.clock.advance(3600)
    expect(await logInFrom('10.8.2.1', person, app.nextCode())).toBe(200)
  })

  it('is counted by nobody who does not know the password', async () => {
    const { email } = person
    const wrong = wrongCodeOf(service, app.secret)
    for (let time = 0; time < 30; time += 1)
      expect(await logInFrom(`10.9.${time}.1`, { ...person, password: 'password124' }, wrong)).toBe(401)
    for (let time = 0; time < 30; time += 1)
      await completeMfa({
        client: service.as(),
        body: { mfa_token: `mfa_${email.slice(5, 17)}`, code: wrong },
      })
    expect(await logInFrom('10.10.1.1', person, app.nextCode())).toBe(200)
  })

  it('tells who hammers to stop', async () => {
    const wrong = wrongCodeOf(service, app.secret)
    const answers = []
    for (let time = 0; time < 102; time += 1) answers.push(await logInFrom('10.11.1.1', person, wrong))
    expect(new Set(answers.slice(0, 100))).toEqual(new Set([401]))
    expect(answers.at(-1)).toBe(429)
  })
})

describe('enrolment', () => {
  it('by a session that was left open is refused, and shows no secret', async () => {
    const victim = await signUp(service)
    await enrolTotp({ client: service.as(victim.token), throwOnError: true })
    service.clock.advance(301)
    const client = service.as(victim.token)
    expectRefused(await enrolTotp({ client }), 401, 'insufficient_user_authentication')
    expectRefused(await getTotpQrCode({ client }), 401, 'insufficient_user_authentication')
    expectRefused(await confirmTotp({ client, body: { code: '123456' } }), 401, 'invalid_credentials')
  })

  it('of another app beside the one in use is refused to the password alone', async () => {
    const client = service.as(await weakSession())
    expectRefused(await enrolTotp({ client }), 401, 'insufficient_user_authentication')
    expectRefused(await deleteTotp({ client }), 401, 'insufficient_user_authentication')
  })
})

/** A session of the person that was opened before the factor was, and has shown the password only. */
async function weakSession(): Promise<string> {
  const strong = (await signInWithCode(service, person, app.nextCode())).token
  await deleteTotp({ client: service.as(strong), throwOnError: true })
  const weak = await signIn(service, person.email)
  app = await enrolAuthenticator(service, { token: strong })
  return weak
}

describe('no way in skips the factor', () => {
  it('neither the API, by either of its doors', async () => {
    const { email, password } = person
    const client = service.as()
    expectRefused(await login({ client, body: { email, password } }), 403, 'mfa_required')
    expectRefused(await createSession({ client, body: { username: email, password } }), 403, 'mfa_required')
  })

  it('nor the browser, which gets no session before the code', async () => {
    const registered = await registerTestApp(service, await signUp(service))
    const browser = createBrowser(service)
    const page = await openSignIn(service, browser, registered.app_id)
    expect(pathOf(await browser.submit(page, credentials(person)))).toBe('/signin/code')
    expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
    expect(pathOf(await browser.open(page.url.replace('/signin', '/consent')))).toBe('/signin')
  })

  it('nor a reset of the password, after which login asks again', async () => {
    const token = new URL(await resetLinkOf(person.email)).searchParams.get('token') ?? ''
    const password = 'correct horse battery staple'
    await confirmPasswordReset({ client: service.as(), body: { token, password }, throwOnError: true })
    const { email } = person
    expectRefused(await login({ client: service.as(), body: { email, password } }), 403, 'mfa_required')
  })

  it('nor a step-up by the password, or in a session from an app password', async () => {
    const weak = await weakSession()
    const { password } = person
    expectRefused(
      await stepUp({ client: service.as(weak), body: { password } }),
      401,
      'insufficient_user_authentication',
    )
    const strong = (await signInWithCode(service, person, app.nextCode())).token
    const made = await createAppPassword({
      client: service.as(strong),
      body: { name: 'reader', scopes: ['read'] },
      throwOnError: true,
    })
    const opened = await createSession({ client: service.as(made.data.app_password), throwOnError: true })
    for (const token of [made.data.app_password, opened.data.access_token]) {
      const answer = await stepUp({ client: service.as(token), body: { code: app.nextCode() } })
      expect([401, 403]).toContain(status(answer))
    }
    // And the codes were not looked at.
    expect(await statusOfLogin(app.code())).toBe(200)
  })

  it('nor a code of the other kind of factor', async () => {
    await enrolMailbox(service, person)
    expect(await statusOfLogin('12345678')).toBe(401)
    const [mailed] = await codesTo(mailbox, person.email, 0)
    expect(mailed).toBeUndefined()
  })
})

/** The reset link that is mailed to an address. */
async function resetLinkOf(email: string): Promise<string> {
  await requestPasswordReset({ client: service.as(), body: { email }, throwOnError: true })
  await service.running.jobs.idle()
  const mail = mailbox.mails.findLast(({ to, text }) => to === email && text.includes('token='))!
  return linkIn(mail).href
}

describe('a stolen database', () => {
  it('holds no secret of a factor, no code and no mfa_token in a form that could be used', async () => {
    const mailer = await signUp(service)
    await enrolMailbox(service, mailer)
    await mailbox.set('gone')
    await beginSignIn(service, mailer)
    const { mfa_token } = await beginSignIn(service, person)
    await enrolTotp({ client: service.as((await signUp(service)).token), throwOnError: true })
    const dump = [...(await dumpOf(service.database)).values()].join('\n')
    await mailbox.set('accepting')
    await service.running.jobs.idle()
    service.clock.advance(60)
    await service.running.jobs.idle()
    const [mailed = ''] = await codesTo(mailbox, mailer.email, 1)
    const raw = Buffer.from(app.secret, 'latin1')
    expect(mailed).toMatch(/^\d{8}$/)
    const secrets = [app.secret, raw.toString('hex'), mfa_token, mailed]
    for (const secret of [...secrets, ...app.recoveryCodes]) {
      expect(dump).not.toContain(secret)
      expect(dump).not.toContain(secret.replaceAll('-', ''))
    }
  })
})
