import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginPasskeyRegistration,
  changePassword,
  completeMfa,
  confirmPasswordReset,
  deleteAccount,
  deleteAppPassword,
  deleteSession,
  finishPasskeyRegistration,
  getAccount,
  getUserinfo,
  revokeConsent,
  revokeOtherSessions,
  updateAccount,
} from '../../client/index.ts'
import { password, registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { authorizationUrl, openConsent, pathOf } from '#test/support/authorization.ts'
import { createAuthenticator } from '#test/support/authenticator.ts'
import { createBrowser } from '#test/support/browser.ts'
import { connectApp, letIn } from '#test/support/connections.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { beginSignIn, enrolAuthenticator } from '#test/support/factors.ts'
import { signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, trade } from '#test/support/sessions.ts'
import { redeem, refresh, requestCode } from '#test/support/tokens.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' })
})
afterAll(() => service.stop())

/** Everything that opens an account, or will: the session that asks, and what was given in another one. */
async function settle() {
  const { person, authenticator } = await signUpWithPasskey(service)
  const own = service.as(person.token)
  await runAsAdmin(service.database, 'update users set email_verified = true where id = $1', [person.id])
  const elsewhere = { ...person, token: await signIn(service, person.email) }
  const appPassword = await giveAppPassword(service, person)
  const fromAppPassword = await trade(service, appPassword.app_password)
  const { app, tokens } = await connectApp(service, elsewhere)
  const offline = await letIn(service, elsewhere, app, 'openid offline_access')
  const other = await connectApp(service, elsewhere, { access_token_format: 'opaque' })
  const code = await requestCode(service, elsewhere, app, { scope: 'openid email' })
  const stranger = await registerTestApp(service, await signUp(service))
  const browser = createBrowser(service)
  await openConsent(service, browser, stranger.app_id, person)
  const changeToken = await mailedChange(service, person, freshAddress())
  const resetUrl = await resetLink(service, person.email)
  const { data: begun } = await beginPasskeyRegistration({ client: own, throwOnError: true })
  const credential = createAuthenticator({ origin: service.config.issuer }).create(begun.options)

  const isPage = async (url: string) => (await createBrowser(service).open(url)).status === 200
  const refreshes = async (token: string | undefined) => status(await refresh(service, app, token)) === 200
  const opens = async (token: string) => status(await getUserinfo({ client: service.as(token) })) === 200
  const doors: Readonly<Record<string, () => Promise<boolean>>> = {
    own: () => isLive(service, person.token),
    elsewhere: () => isLive(service, elsewhere.token),
    cookie: async () => pathOf(await browser.open(authorizationUrl(service, stranger.app_id))) === '/consent',
    'app password': async () =>
      status(await getAccount({ client: service.as(appPassword.app_password) })) === 200,
    'session from it': () => isLive(service, fromAppPassword.access_token),
    'access token': () => opens(tokens.access_token),
    'opaque access token': () => opens(other.tokens.access_token),
    'offline access token': () => opens(offline.access_token),
    'refresh token': () => refreshes(tokens.refresh_token),
    'offline refresh token': () => refreshes(offline.refresh_token),
    code: async () => status(await redeem(service, app, code)) === 200,
    'reset link': () => isPage(resetUrl),
    'change link': () => isPage(`${service.url}/change-email?token=${changeToken}`),
    'passkey under way': async () => {
      const body = { challenge_id: begun.challenge_id, credential }
      return status(await finishPasskeyRegistration({ client: own, body })) === 201
    },
    // The last, because a sign-in takes a deletion back.
    passkey: async () => status(await signInByPasskey(service, authenticator)) === 200,
  }
  return { person, own, app, appPassword, resetUrl, doors }
}

type Settled = Awaited<ReturnType<typeof settle>>

const given = ['access token', 'opaque access token', 'offline access token']
const renewable = ['refresh token', 'offline refresh token', 'code']
const grants = [...given, ...renewable]
const links = ['reset link', 'change link']

/** What ends something, and all that it ends: nothing more, and on no path less. */
const ends: readonly (readonly [string, (settled: Settled) => Promise<unknown>, readonly string[]])[] = [
  [
    'signing out',
    ({ own }) => deleteSession({ client: own, throwOnError: true }),
    ['own', 'passkey under way'],
  ],
  [
    'ending the other sessions',
    ({ own }) => revokeOtherSessions({ client: own, throwOnError: true }),
    [
      'elsewhere',
      'cookie',
      'session from it',
      'access token',
      'opaque access token',
      'refresh token',
      'code',
    ],
  ],
  [
    'deleting the app password',
    ({ own, appPassword: { id: appPasswordId } }) =>
      deleteAppPassword({ client: own, path: { appPasswordId }, throwOnError: true }),
    ['app password', 'session from it'],
  ],
  [
    'revoking the consent',
    ({ own, app: { app_id: appId } }) => revokeConsent({ client: own, path: { appId }, throwOnError: true }),
    ['access token', 'offline access token', ...renewable],
  ],
  [
    'changing the password',
    ({ own }) => {
      const body = { current_password: password, new_password: 'another-password' }
      return changePassword({ client: own, body, throwOnError: true })
    },
    ['elsewhere', 'cookie', 'session from it', ...grants, ...links],
  ],
  [
    'changing the password and ending app passwords',
    ({ own }) => {
      const body = { current_password: password, new_password: 'another-password', end_app_passwords: true }
      return changePassword({ client: own, body, throwOnError: true })
    },
    ['elsewhere', 'cookie', 'app password', 'session from it', ...grants, ...links],
  ],
  [
    'resetting the password',
    ({ resetUrl }) => {
      const token = new URL(resetUrl).searchParams.get('token') ?? ''
      const body = { token, password: 'another-password' }
      return confirmPasswordReset({ client: service.as(), body, throwOnError: true })
    },
    [
      ...['own', 'elsewhere', 'cookie', 'app password', 'session from it'],
      ...[...grants, ...links, 'passkey under way'],
    ],
  ],
  [
    'asking for the deletion',
    ({ own }) => deleteAccount({ client: own, throwOnError: true }),
    [
      ...['own', 'elsewhere', 'cookie', 'app password', 'session from it'],
      ...[...grants, ...links, 'passkey under way'],
    ],
  ],
  [
    'a suspension',
    ({ person }) =>
      runAsAdmin(service.database, 'update users set suspended_at = now() where id = $1', [person.id]),
    [
      ...['own', 'elsewhere', 'cookie', 'app password', 'session from it'],
      ...[...grants, ...links, 'passkey under way', 'passkey'],
    ],
  ],
]

describe('what opens an account', () => {
  it('is all open to begin with', async () => {
    const { doors } = await settle()
    expect(await shut(doors)).toEqual([])
  })

  it.each(ends)('ends with %s, as far as it should, at once and everywhere', async (_, end, expected) => {
    const settled = await settle()
    await end(settled)
    expect(await shut(settled.doors)).toEqual(
      Object.keys(settled.doors).filter((door) => expected.includes(door)),
    )
  })
})

describe('an app password that may change something', () => {
  it('cannot keep its owner out: a profile that changes all the time ends no sign-in that waits for its code', async () => {
    const person = await signUp(service)
    const { app_password: program } = await giveAppPassword(service, person)
    const app = await enrolAuthenticator(service, person)
    const { mfa_token } = await beginSignIn(service, person)
    for (const name of ['One', 'Two', 'Three'])
      expect(status(await updateAccount({ client: service.as(program), body: { name } }))).toBe(200)
    const body = { mfa_token, code: app.nextCode() }
    expect(status(await completeMfa({ client: service.as(), body }))).toBe(200)
  })

  it('brings no sign-in back that a new password has ended', async () => {
    const person = await signUp(service)
    const { app_password: program } = await giveAppPassword(service, person)
    const app = await enrolAuthenticator(service, person)
    const { mfa_token } = await beginSignIn(service, person)
    const change = { current_password: password, new_password: 'another-password' }
    await changePassword({ client: service.as(person.token), body: change, throwOnError: true })
    await updateAccount({ client: service.as(program), body: { name: 'One' }, throwOnError: true })
    const body = { mfa_token, code: app.nextCode() }
    expectRefused(await completeMfa({ client: service.as(), body }), 400, 'invalid_grant')
  })
})

/** The doors that are shut, looked at one after the other. */
async function shut(doors: Settled['doors']): Promise<string[]> {
  const found: string[] = []
  for (const [name, isOpen] of Object.entries(doors)) if (!(await isOpen())) found.push(name)
  return found
}
