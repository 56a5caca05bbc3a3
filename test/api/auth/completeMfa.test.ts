import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  completeMfa,
  confirmPasswordReset,
  deleteTotp,
  listApps,
  login,
  stepUp,
} from '../../../client/index.ts'
import { signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status, withoutRequestId } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import {
  beginSignIn,
  enrolAuthenticator,
  signInWithCode,
  wrongCodeOf,
  type Authenticator,
} from '#test/support/factors.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
let app: Authenticator

beforeAll(async () => {
  service = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' })
})
afterAll(() => service.stop())

beforeEach(async () => {
  person = await signUp(service)
  app = await enrolAuthenticator(service, person)
})

const complete = (mfa_token: string, code: string) =>
  completeMfa({ client: service.as(), body: { mfa_token, code } })

describe('completeMfa', () => {
  it('opens the session, and answers like login', async () => {
    const { mfa_token } = await beginSignIn(service, person)
    const answer = await complete(mfa_token, app.nextCode())
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      user: { id: person.id, email: person.email, created_at: expect.stringMatching(/^\d{4}-.*:\d\dZ$/) },
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expires_in: 3600,
    })
    expect(status(await listApps({ client: service.as(answer.data?.token) }))).toBe(200)
  })

  it.each([
    ['with a space, as apps show it', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['with line ends, as mails bring it', (code: string) => `\n${code}\r\n`],
  ])('takes a code %s', async (_what, typed) => {
    const { mfa_token } = await beginSignIn(service, person)
    expect(status(await complete(mfa_token, typed(app.nextCode())))).toBe(200)
  })

  it('takes a recovery code, also in lower case and without hyphens, and each of them once', async () => {
    const [first = ''] = app.recoveryCodes
    const { mfa_token } = await beginSignIn(service, person)
    expect(status(await complete(mfa_token, first.toLowerCase().replaceAll('-', ' ')))).toBe(200)
    const again = await beginSignIn(service, person)
    expectRefused(await complete(again.mfa_token, first), 401, 'invalid_credentials')
  })

  it('refuses a code that was used before, also by the enrolment, and lets the next one in', async () => {
    const { mfa_token } = await beginSignIn(service, person)
    expectRefused(await complete(mfa_token, app.code()), 401, 'invalid_credentials')
    const code = app.nextCode()
    expect(status(await complete(mfa_token, code))).toBe(200)
    const again = await beginSignIn(service, person)
    expectRefused(await complete(again.mfa_token, code), 401, 'invalid_credentials')
  })

  it('opens one session with one token, whatever code comes with it', async () => {
    const { mfa_token } = await beginSignIn(service, person)
    expect(status(await complete(mfa_token, app.nextCode()))).toBe(200)
    expectRefused(await complete(mfa_token, app.nextCode()), 400, 'invalid_grant')
    expectRefused(await complete(mfa_token, app.recoveryCodes[0]!), 400, 'invalid_grant')
  })

  it('answers every wrong code alike, and is over after five of them', async () => {
    const { mfa_token } = await beginSignIn(service, person)
    const wrong = wrongCodeOf(service, app.secret)
    const codes = [wrong, '12345678', 'AAAA-AAAA-AAAA-AAAA', 'x', '١٢٣٤٥٦']
    const bodies = []
    for (const code of codes)
      bodies.push(
        withoutRequestId(expectRefused(await complete(mfa_token, code), 401, 'invalid_credentials')),
      )
    for (const body of bodies) expect(body).toEqual(bodies[0])
    expectRefused(await complete(mfa_token, app.nextCode()), 400, 'invalid_grant')
  })

  it('is over after five minutes', async () => {
    const [slow, quick] = [await beginSignIn(service, person), await beginSignIn(service, person)]
    service.clock.advance(290)
    expect(status(await complete(quick.mfa_token, app.code()))).toBe(200)
    service.clock.advance(30)
    expectRefused(await complete(slow.mfa_token, app.code()), 400, 'invalid_grant')
  })

  it('is over when the password was replaced, or the factor removed, meanwhile', async () => {
    const before = await beginSignIn(service, person)
    const token = new URL(await resetLink(service, person.email)).searchParams.get('token') ?? ''
    const password = 'correct horse battery staple'
    await confirmPasswordReset({ client: service.as(), body: { token, password }, throwOnError: true })
    expectRefused(await complete(before.mfa_token, app.nextCode()), 400, 'invalid_grant')

    const changed = { ...person, password }
    const waiting = await beginSignIn(service, changed)
    const signedIn = await signInWithCode(service, changed, app.nextCode())
    await deleteTotp({ client: service.as(signedIn.token), throwOnError: true })
    expectRefused(await complete(waiting.mfa_token, app.recoveryCodes[0]!), 400, 'invalid_grant')
    const { email } = person
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)
  })

  it('is over when the account was suspended meanwhile', async () => {
    const { mfa_token } = await beginSignIn(service, person)
    await runAsAdmin(service.database, 'update users set suspended_at = now() where id = $1', [person.id])
    expectRefused(await complete(mfa_token, app.nextCode()), 400, 'invalid_grant')
  })

  it('knows no token but its own', async () => {
    const { token } = await signUp(service)
    const printed = 'mfa_UfsazQLf1-H49e1jrT-i46NdDQs9Ci18SdGmpen4w7c3JJlvW'
    for (const mfa_token of [token.slice(-100), 'mfa_', printed, ''])
      expectRefused(await complete(mfa_token, app.nextCode()), 400, 'invalid_grant')
  })

  it('is no bearer token', async () => {
    const { mfa_token } = await beginSignIn(service, person)
    expectRefused(await listApps({ client: service.as(mfa_token) }), 401, 'invalid_token')
    expectRefused(
      await stepUp({ client: service.as(mfa_token), body: { code: app.nextCode() } }),
      401,
      'invalid_token',
    )
  })

  it("lets nobody in with another account's code", async () => {
    const other = await signUp(service)
    const stranger = await enrolAuthenticator(service, other)
    const { mfa_token } = await beginSignIn(service, person)
    expectRefused(await complete(mfa_token, stranger.nextCode()), 401, 'invalid_credentials')
    expectRefused(await complete(mfa_token, stranger.recoveryCodes[0]!), 401, 'invalid_credentials')
  })

  it('names every failing member of a malformed request', async () => {
    const answer = await completeMfa({ client: service.as(), body: { code: 287082, extra: true } as never })
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual(['', '/code', '/mfa_token'])
  })

  it('tells the log neither token nor code', async () => {
    const { mfa_token } = await beginSignIn(service, person)
    const [recovery = ''] = app.recoveryCodes
    await complete(mfa_token, 'AAAA-BBBB-CCCC-DDDD')
    await complete(mfa_token, recovery)
    const log = service.log.join('\n')
    for (const secret of [mfa_token, recovery, 'AAAA-BBBB-CCCC-DDDD']) expect(log).not.toContain(secret)
  })
})
