import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  authorize,
  changeEmail,
  confirmPasswordReset,
  deleteAccount,
  getAccount,
  listConsents,
  listPasskeys,
  login,
  requestPasswordReset,
  stepUp,
  type ErrorResponse,
} from '../../client/index.ts'
import { password, redirectUri, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { connectApp, letIn } from '#test/support/connections.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { enrolMailbox } from '#test/support/mailedCodes.ts'
import { linkToken, mailsTo } from '#test/support/mails.ts'
import { signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, trade } from '#test/support/sessions.ts'
import { expectDead, refresh } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

const ownersPassword = 'the owner has come'

let service: TestService
beforeAll(async () => {
  service = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' })
})
afterAll(() => service.stop())

/** The token of a mailed reset link. */
async function resetToken(email: string): Promise<string> {
  return new URL(await resetLink(service, email)).searchParams.get('token') ?? ''
}

const reset = (token: string) =>
  confirmPasswordReset({ client: service.as(), body: { token, password: ownersPassword } })

/** The session of whoever has reset the password. */
async function ownersToken({ email }: Person): Promise<string> {
  const body = { email, password: ownersPassword }
  return (await login({ client: service.as(), body, throwOnError: true })).data.token
}

describe('an address that a stranger registered before its owner came', () => {
  it('is its owner’s alone after they have reset the password: nothing that the stranger added opens it', async () => {
    const { person: stranger, authenticator } = await signUpWithPasskey(service)
    const { app_password: appPassword } = await giveAppPassword(service, stranger)
    const { access_token: fromIt } = await trade(service, appPassword)
    const { app, tokens } = await connectApp(service, stranger)
    const offline = await letIn(service, stranger, app, 'openid offline_access')
    const change = await mailedChange(service, stranger, freshAddress())

    expect(status(await reset(await resetToken(stranger.email)))).toBe(200)
    expectRefused(await signInByPasskey(service, authenticator), 401, 'invalid_credentials')
    const named = { email: stranger.email }
    expectRefused(await signInByPasskey(service, authenticator, named), 401, 'invalid_credentials')
    const { email } = stranger
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(401)
    for (const token of [stranger.token, appPassword, fromIt])
      expectRefused(await getAccount({ client: service.as(token) }), 401, 'invalid_token')
    for (const given of [tokens, offline]) {
      await expectDead(service, app, given.access_token)
      expectRefused(await refresh(service, app, given.refresh_token), 400, 'invalid_grant')
    }
    const page = await fetch(`${service.url}/change-email?token=${change}`)
    expect(page.status).toBe(400)
  })

  it('has agreed to nothing: an app that the stranger let in asks again', async () => {
    const stranger = await signUp(service)
    const { app } = await connectApp(service, stranger)
    await reset(await resetToken(stranger.email))
    const client = service.as(await ownersToken(stranger))
    expect((await listConsents({ client, throwOnError: true })).data).toEqual([])
    expect((await listPasskeys({ client, throwOnError: true })).data).toEqual([])
    const asked = await authorize({
      client,
      body: {
        response_type: 'code',
        client_id: app.app_id,
        redirect_uri: redirectUri,
        scope: 'openid email',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
        code_challenge_method: 'S256',
      },
    })
    expect([status(asked), (asked.error as ErrorResponse).error]).toEqual([403, 'consent_required'])
  })

  it('keeps an authenticator app, which opens nothing: who only reads the mailbox does not get past it', async () => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    await reset(await resetToken(person.email))
    const body = { email: person.email, password: ownersPassword }
    expectRefused(await login({ client: service.as(), body }), 403, 'mfa_required')
    expect(status(await login({ client: service.as(), body: { ...body, code: app.nextCode() } }))).toBe(200)
  })
})

describe('an address that its owner has confirmed', () => {
  it('keeps passkeys and consents when the password was forgotten', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    await connectApp(service, person)
    await runAsAdmin(service.database, 'update users set email_verified = true where id = $1', [person.id])
    await reset(await resetToken(person.email))
    const { data: opened } = await signInByPasskey(service, authenticator)
    const { data } = await listConsents({ client: service.as(opened!.token), throwOnError: true })
    expect(data).toHaveLength(1)
  })
})

describe('a change of address', () => {
  it('is linked to where we are, whatever Host and forwarding headers say', async () => {
    const person = await signUp(service)
    const email = freshAddress()
    const answer = await send(service.url, {
      method: 'POST',
      path: '/api/v1/me/email',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${person.token}`,
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example;proto=https',
      },
      body: JSON.stringify({ email }),
    })
    expect(answer.status).toBe(200)
    const mails = [...(await mailsTo(service, email)), ...(await mailsTo(service, person.email))]
    expect(mails.length).toBe(2)
    for (const { text } of mails) expect(text).not.toContain('evil.example')
    expect(mails[0]?.text).toContain(`${service.config.issuer}/change-email?token=`)
  })

  it('is not confirmed by programs that fetch links, however often', async () => {
    const person = await signUp(service)
    const email = freshAddress()
    const token = await mailedChange(service, person, email)
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await fetch(`${service.url}/change-email?token=${token}`, { method })).status).toBe(200)
    expect((await getAccount({ client: service.as(person.token) })).data?.email).toBe(person.email)
    expect(service.log.join('\n')).not.toContain(token)
  })

  it('leaves mailboxes no way back: a reset link that the former one got is worth nothing', async () => {
    const person = await signUp(service)
    const former = await resetToken(person.email)
    const email = freshAddress()
    const token = await mailedChange(service, person, email)
    await send(service.url, {
      method: 'POST',
      path: '/api/v1/me/email/confirm',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, password }),
    })
    expectRefused(await reset(former), 400, 'invalid_grant')
    const before = await mailsTo(service, email)
    const link = await resetToken(person.email).catch(() => '')
    expect((await mailsTo(service, email)).length).toBe(before.length)
    expect(await isLive(service, person.token)).toBe(true)
    expect(status(await reset(link))).toBe(400)
    const { data } = await getAccount({ client: service.as(person.token) })
    expect(data).toMatchObject({ email, email_verified: true })
  })

  it('cannot be asked for with a session alone that is older than five minutes, nor with a wrong password', async () => {
    const person = await signUp(service)
    service.clock.advance(301)
    const client = service.as(person.token)
    const email = freshAddress()
    const asked = () => changeEmail({ client, body: { email } })
    expectRefused(await asked(), 401, 'insufficient_user_authentication')
    expectRefused(await stepUp({ client, body: { password: 'wrong' } }), 401, 'invalid_credentials')
    expectRefused(await asked(), 401, 'insufficient_user_authentication')
    expect(linkToken((await mailsTo(service, email)).at(-1))).toBe('')
    expect(status(await stepUp({ client, body: { password } }))).toBe(200)
    expect(status(await asked())).toBe(200)
  })
})

describe('an account that was deleted', () => {
  it('leaves nothing that stands for its address among the mails, codes for signing in included', async () => {
    const hasty = await startService({ LATCHKEY_DELETION_GRACE_SECONDS: '0' })
    const person = await signUp(hasty)
    await enrolMailbox(hasty, person)
    await login({ client: hasty.as(), body: { email: person.email, password } })
    await requestPasswordReset({ client: hasty.as(), body: { email: person.email }, throwOnError: true })
    const mails = await mailsTo(hasty, person.email)
    const [code = ''] = mails.flatMap(({ text }) => /^\d{8}$/m.exec(text)?.[0] ?? [])
    const client = hasty.as(person.token)
    await stepUp({ client, body: { code }, throwOnError: true })
    const subjects = () => runAsAdmin(hasty.database, 'select 1 from jobs where subject is not null')
    expect(await subjects()).toHaveLength(2)
    await deleteAccount({ client, throwOnError: true })
    expect(await subjects()).toEqual([])
    await hasty.stop()
  })
})
