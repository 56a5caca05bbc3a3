import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  authorize,
  completeMfa,
  confirmPasswordReset,
  createRecoveryCodes,
  createSession,
  deleteTotp,
  getAccount,
  login,
  requestPasswordReset,
  stepUp,
} from '../../client/index.ts'
import {
  createPkce,
  obtainTokens,
  redirectUri,
  registerTestApp,
  signIn,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { answerOf, credentials, openSignIn, pathOf, redeem } from '#test/support/authorization.ts'
import { createBrowser } from '#test/support/browser.ts'
import { beginSignIn, enrolAuthenticator, signInWithCode, wrongCodeOf } from '#test/support/factors.ts'
import { startMailbox, tokenIn, type Mailbox } from '#test/support/mailbox.ts'
import { signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
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

const bothFactors = { amr: ['pwd', 'otp', 'mfa'], acr: 'aal2' }
const complete = (mfa_token: string, code: string) =>
  completeMfa({ client: service.as(), body: { mfa_token, code } })

describe('an account with an authenticator app', () => {
  it('lives its whole life: enrol, sign in, lose the phone, recover, begin anew', async () => {
    const app = await enrolAuthenticator(service, person)
    service.clock.advance(3600)

    const challenge = await beginSignIn(service, person)
    expect(challenge).toMatchObject({
      error: 'mfa_required',
      mfa_token: expect.stringMatching(/^mfa_[\w-]{49}$/),
      methods: ['totp', 'recovery_code'],
    })
    const first = await complete(challenge.mfa_token, app.nextCode())
    expect(status(first)).toBe(200)

    // The phone is lost: a recovery code opens the door, and removes the app.
    const lost = await beginSignIn(service, person)
    const recovered = await complete(lost.mfa_token, app.recoveryCodes[3]!)
    const client = service.as(recovered.data?.token)
    expect((await getAccount({ client, throwOnError: true })).data).toMatchObject({
      second_factors: ['totp'],
      recovery_codes_remaining: 9,
    })
    expect(status(await deleteTotp({ client }))).toBe(204)
    expect(status(await login({ client: service.as(), body: credentialsOf(person) }))).toBe(200)

    const next = { ...person, token: await signIn(service, person.email) }
    const newApp = await enrolAuthenticator(service, next)
    expect(newApp.secret).not.toBe(app.secret)
    expectRefused(
      await login({ client: service.as(), body: { ...credentialsOf(person), code: app.nextCode() } }),
      401,
      'invalid_credentials',
    )
    await signInWithCode(service, person, newApp.nextCode())
  })

  it('tells apps the truth about the sign-in: amr, acr, auth_time', async () => {
    const registered = await registerTestApp(service, person)
    const before = decodeJwt((await obtainTokens(service, person, registered)).id_token ?? '')
    expect(before).toMatchObject({ amr: ['pwd'], acr: 'aal1' })
    const app = await enrolAuthenticator(service, person)
    const { token } = await signInWithCode(service, person, app.nextCode())
    const after = await obtainTokens(service, { ...person, token }, registered)
    const claims = decodeJwt(after.id_token ?? '')
    expect(claims).toMatchObject({ ...bothFactors, auth_time: expect.any(Number) })
    expect(Number(claims['auth_time'])).toBeGreaterThan(Number(before['auth_time']))
  })

  it('asks for the code at POST /session too, by username and by email', async () => {
    const app = await enrolAuthenticator(service, person)
    const { email, password } = person
    const refused = await createSession({ client: service.as(), body: { username: email, password } })
    const { mfa_token } = expectRefused(refused, 403, 'mfa_required') as unknown as { mfa_token: string }
    expect(status(await complete(mfa_token, app.nextCode()))).toBe(200)
    const code = app.nextCode()
    const opened = await createSession({ client: service.as(), body: { email, password, code } })
    expect(status(opened)).toBe(201)
    // What was opened with both factors opens what needs both.
    expect(status(await createRecoveryCodes({ client: service.as(opened.data?.access_token) }))).toBe(201)
    const again = await createSession({ client: service.as(), body: { email, password, code } })
    expectRefused(again, 401, 'invalid_credentials')
  })

  it('authorizes no app in a session of the password alone, until a step-up', async () => {
    const registered = await registerTestApp(service, person)
    const weak = await signIn(service, person.email)
    const app = await enrolAuthenticator(service, person)
    const { challenge } = createPkce()
    const ask = () =>
      authorize({
        client: service.as(weak),
        body: {
          ...{ response_type: 'code', client_id: registered.app_id, redirect_uri: redirectUri },
          ...{ scope: 'openid', code_challenge: challenge, code_challenge_method: 'S256' },
        },
      })
    const refused = await ask()
    expectRefused(refused, 401, 'insufficient_user_authentication')
    expect(header(refused, 'www-authenticate')).toContain('acr_values="aal2"')
    await stepUp({ client: service.as(weak), body: { code: app.nextCode() }, throwOnError: true })
    expect(new URL((await ask()).data!.redirect_uri).searchParams.has('code')).toBe(true)
  })

  it('asks a browser for the password and the code, also one that is signed in by the password alone', async () => {
    const registered = await registerTestApp(service, person)
    const browser = createBrowser(service)
    const signInPage = await openSignIn(service, browser, registered.app_id)
    expect(answerOf(await browser.submit(signInPage, credentials(person))).has('code')).toBe(true)
    const app = await enrolAuthenticator(service, person)

    const again = await openSignIn(service, browser, registered.app_id)
    const codePage = await browser.submit(again, credentials(person))
    expect(pathOf(codePage)).toBe('/signin/code')
    const wrong = await browser.submit(codePage, { code: wrongCodeOf(service, app.secret) })
    expect(wrong.status).toBe(401)
    const answer = answerOf(await browser.submit(wrong, { code: app.nextCode() }))
    const tokens = await redeem(service, registered, answer)
    expect(decodeJwt(tokens?.id_token ?? '')).toMatchObject(bothFactors)
  })

  it('still asks for the code after the password was reset', async () => {
    const app = await enrolAuthenticator(service, person)
    await requestPasswordReset({ client: service.as(), body: { email: person.email }, throwOnError: true })
    await service.running.jobs.idle()
    const mail = mailbox.mails.findLast(({ to, text }) => to === person.email && text.includes('token='))!
    const password = 'correct horse battery staple'
    const body = { token: tokenIn(mail), password }
    await confirmPasswordReset({ client: service.as(), body, throwOnError: true })
    const { mfa_token } = await beginSignIn(service, { ...person, password })
    expect(status(await complete(mfa_token, app.nextCode()))).toBe(200)
  })

  it('answers a wrong password like any other account, with and without a code', async () => {
    const plain = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    const bodies = []
    for (const { email } of [person, plain, { email: 'nobody@example.com' }])
      for (const code of [undefined, app.nextCode()]) {
        const body = { email, password: 'password124', ...(code !== undefined && { code }) }
        const answer = await login({ client: service.as(), body })
        const { error_description } = expectRefused(answer, 401, 'invalid_credentials')
        bodies.push([error_description, header(answer, 'www-authenticate')])
      }
    for (const body of bodies) expect(body).toEqual(bodies[0])
    // The code that came with a wrong password was not used up.
    await signInWithCode(service, person, app.code())
  })

  it('names a passkey among the ways in, and is let in by it alone', async () => {
    const { person: owner, authenticator } = await signUpWithPasskey(service)
    await enrolAuthenticator(service, owner)
    expect((await beginSignIn(service, owner)).methods).toEqual(['totp', 'recovery_code', 'passkey'])
    const { data } = await signInByPasskey(service, authenticator)
    // Both factors are in the passkey: what needs both is open.
    expect(status(await deleteTotp({ client: service.as(data?.token) }))).toBe(204)
  })

  it('takes no notice of a code where none is asked for', async () => {
    const { email, password } = person
    const answer = await login({ client: service.as(), body: { email, password, code: '123456' } })
    expect(status(answer)).toBe(200)
  })
})

function credentialsOf({ email, password }: Person) {
  return { email, password }
}
