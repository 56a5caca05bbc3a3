import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changePassword,
  completeMfa,
  createRecoveryCodes,
  exportAccount,
  login,
  stepUp,
} from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { openConsent } from '#test/support/authorization.ts'
import { dumpOf } from '#test/support/behindService.ts'
import { createBrowser } from '#test/support/browser.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { beginSignIn, enrolAuthenticator, signInWithCode } from '#test/support/factors.ts'
import { answerOf, signUpWithPasskey } from '#test/support/passkeys.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { findFreePort } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, trade } from '#test/support/sessions.ts'

/** What somebody would like to have, by what it is. */
const secrets = new Map<string, string>()
const addresses: string[] = []

let service: TestService
let exported: string
let dump: ReadonlyMap<string, string>
let metrics: string

beforeAll(async () => {
  const metricsPort = String(await findFreePort())
  service = await startService({ LOG_LEVEL: 'trace', LATCHKEY_METRICS_PORT: metricsPort })
  const { person, authenticator } = await signUpWithPasskey(service)
  addresses.push(person.email)
  await live(person)
  keep('challenge', challengeOf((await answerOf(service, authenticator)).credential.response.clientDataJSON))
  dump = await dumpOf(service.database)
  metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
})
afterAll(() => service.stop())

function keep(name: string, secret: string | undefined): string {
  expect(secret).toEqual(expect.stringMatching(/.{16,}/))
  secrets.set(`${name} ${secrets.size}`, secret!)
  return secret!
}

const challengeOf = (clientData: string) =>
  (JSON.parse(Buffer.from(clientData, 'base64url').toString()) as { challenge: string }).challenge

/** The life of an account, in which everything secret is given out once. */
async function live(person: Person): Promise<void> {
  const client = service.as(person.token)
  keep('session token', person.token)
  const { app_password: appPassword } = await giveAppPassword(service, person)
  keep('session token', (await trade(service, keep('app password', appPassword))).access_token)
  const stranger = await registerTestApp(service, await signUp(service))
  const browser = createBrowser(service)
  await openConsent(service, browser, stranger.app_id, person)
  for (const [name, value] of browser.cookies) keep(name, value)

  const app = await enrolAuthenticator(service, person)
  keep('TOTP secret', app.secret)
  for (const code of app.recoveryCodes) keep('recovery code', code)
  const { mfa_token } = await beginSignIn(service, person)
  keep('mfa_token', mfa_token)
  const unfinished = await beginSignIn(service, person)
  keep('mfa_token', unfinished.mfa_token)
  const body = { mfa_token, code: app.recoveryCodes[0]! }
  keep('session token', (await completeMfa({ client: service.as(), body, throwOnError: true })).data.token)
  keep('session token', (await signInWithCode(service, person, app.nextCode())).token)
  await stepUp({ client, body: { code: app.nextCode() }, throwOnError: true })
  const renewed = await createRecoveryCodes({ client, throwOnError: true })
  for (const code of renewed.data.recovery_codes) keep('recovery code', code)

  addresses.push(freshAddress())
  keep('change link', await mailedChange(service, person, addresses.at(-1)!))
  const reset = new URL(await resetLink(service, person.email)).searchParams.get('token')
  await fetch(`${service.url}/reset-password?token=${keep('reset link', reset ?? undefined)}`)
  exported = JSON.stringify((await exportAccount({ client, throwOnError: true })).data)
  const next = keep('password', 'a password that is new')
  const change = { current_password: person.password, new_password: next }
  await changePassword({ client, body: change, throwOnError: true })
  expect(status(await login({ client: service.as(), body: { email: person.email, password: next } }))).toBe(
    403,
  )
}

/** The names of what occurs in a text, in any form somebody could turn back. */
function found(text: string): string[] {
  return [...secrets]
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
    .map(([name]) => name)
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const plain = secret.replaceAll('-', '')
  return [secret, plain, bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')]
}

describe('the life of an account', () => {
  it('had something to lose', () => {
    expect(secrets.size).toBeGreaterThan(30)
    expect(found(`x${[...secrets.values()][0]}x`)).not.toEqual([])
    for (const table of [
      'totp_factors',
      'recovery_codes',
      'mfa_challenges',
      'app_passwords',
      'links',
      'activities',
    ])
      expect([table, dump.get(table)!.length > 0]).toEqual([table, true])
  })

  it('leaves no secret and no address in the log', () => {
    const log = service.log.join('\n')
    expect(found(log)).toEqual([])
    for (const address of addresses) {
      expect(log).not.toContain(address)
      expect(log).not.toContain(encodeURIComponent(address))
    }
  })

  it('leaves no secret and no address in the metrics', () => {
    expect(metrics).toContain('operation="completeMfa"')
    expect(found(metrics)).toEqual([])
    for (const address of addresses) expect(metrics).not.toContain(address)
  })

  it('leaves no secret in the database, and an address in the table of users only', () => {
    for (const [table, rows] of dump) {
      expect([table, found(rows)]).toEqual([table, []])
      if (table !== 'users')
        expect([table, addresses.filter((address) => rows.includes(address))]).toEqual([table, []])
    }
  })

  it('leaves no secret in the export, nor what is kept of one', () => {
    expect(found(exported)).toEqual([])
    expect(exported).not.toMatch(/argon2|hash|sealed|public_?key|credential/i)
  })
})
