import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  changePassword,
  confirmPasswordReset,
  deleteAccount,
  revokeOtherSessions,
} from '../../client/index.ts'
import { password, signIn, type Person } from '#test/support/actors.ts'
import {
  expectPage,
  registerParty,
  signedOutUri,
  visit,
  type Party,
  type Visit,
} from '#test/support/logout.ts'
import { startReceiver, type Receiver } from '#test/support/receiver.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let receiver: Receiver
let party: Party
let here: Visit
let idToken: string

beforeAll(async () => {
  receiver = await startReceiver()
  service = await startService({ LATCHKEY_OUTBOUND_ALLOW: receiver.host })
  party = await registerParty(service)
})
afterAll(async () => {
  await service.stop()
  await receiver.stop()
})
beforeEach(async () => {
  receiver.received.length = 0
  receiver.status = 200
  here = await visit(service)
  idToken = (await here.signInTo(party)).id_token
})

const good = () => ({ id_token_hint: idToken, post_logout_redirect_uri: signedOutUri, state: 'random-state' })
const silently = () => here.silently(party)

describe('back-channel logout', () => {
  const withBackchannel = (path: string, changes = {}) =>
    registerParty(service, { backchannelLogoutUri: `${receiver.url}${path}`, ...changes })

  it('oidcc-backchannel-logout-discovery-endpoint-verification: both are supported', async () => {
    const metadata = await (await fetch(`${service.url}/.well-known/openid-configuration`)).json()
    expect(metadata).toMatchObject({
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
    })
  })

  it('oidcc-backchannel-rp-initiated-logout: a logout token is posted, then prompt=none fails', async () => {
    const told = await withBackchannel('/logout')
    const { id_token } = await here.signInTo(told)
    const page = await here.logout({
      id_token_hint: id_token,
      post_logout_redirect_uri: signedOutUri,
      state: 's',
    })
    expect(page.location).toBe(`${signedOutUri}?state=s`)
    await service.running.jobs.idle()
    expect(receiver.received).toHaveLength(1)
    const [{ method, path, contentType, form }] = receiver.received as [(typeof receiver.received)[0]]
    expect([method, path, contentType]).toEqual(['POST', '/logout', 'application/x-www-form-urlencoded'])
    const keys = createRemoteJWKSet(new URL(`${service.url}/.well-known/jwks.json`))
    const { payload, protectedHeader } = await jwtVerify(form.get('logout_token')!, keys, {
      issuer: service.url,
      audience: told.app_id,
      typ: 'logout+jwt',
      currentDate: service.clock.now(),
    })
    expect(protectedHeader.alg).toBe('RS256')
    expect(payload).toMatchObject({
      sub: here.person.id,
      sid: sidOf(id_token),
      jti: expect.stringMatching(/^[\w-]{22}$/),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    })
    expect(payload.exp! - payload.iat!).toBeLessThanOrEqual(120)
    expect(payload).not.toHaveProperty('nonce')
    expect(await silently()).toBe('login_required')
  })

  it('tells each app that was used in the session, and no other', async () => {
    const [first, second] = [await withBackchannel('/first'), await withBackchannel('/second')]
    await withBackchannel('/unused')
    await here.signInTo(first)
    await here.signInTo(second)
    await here.logout(good())
    await service.running.jobs.idle()
    expect(receiver.received.map(({ path }) => path).toSorted()).toEqual(['/first', '/second'])
  })

  it('tries again while the app’s server fails, with a fresh token, and gives up at its no', async () => {
    const told = await withBackchannel('/flaky')
    await here.signInTo(told)
    receiver.status = 503
    await here.logout(good())
    await service.running.jobs.idle()
    receiver.status = 400
    service.clock.advance(10)
    await service.running.jobs.idle()
    service.clock.advance(3600)
    await service.running.jobs.idle()
    expect(receiver.received).toHaveLength(2)
    const tokens = receiver.received.map(({ form }) => form.get('logout_token'))
    expect(tokens[0]).not.toBe(tokens[1])
  })

  it('tells of a session that its user ends from another device', async () => {
    const told = await withBackchannel('/elsewhere')
    await here.signInTo(told)
    const elsewhere = service.as(await signIn(service, here.person.email))
    await revokeOtherSessions({ client: elsewhere, throwOnError: true })
    await service.running.jobs.idle()
    expect(receiver.received.map(({ path }) => path)).toEqual(['/elsewhere'])
    expect(await silently()).toBe('login_required')
  })

  it.each<[string, (person: Person) => Promise<unknown>]>([
    [
      'a new password',
      async ({ email }) =>
        changePassword({
          client: service.as(await signIn(service, email)),
          body: { current_password: password, new_password: 'another password' },
          throwOnError: true,
        }),
    ],
    [
      'a reset',
      async ({ email }) => {
        const token = new URL(await resetLink(service, email)).searchParams.get('token')!
        const body = { token, password: 'another password' }
        return confirmPasswordReset({ client: service.as(), body, throwOnError: true })
      },
    ],
    [
      'the deletion of the account',
      async ({ email }) =>
        deleteAccount({ client: service.as(await signIn(service, email)), throwOnError: true }),
    ],
  ])('tells of the sessions that %s ends', async (_, change) => {
    const told = await withBackchannel('/changed')
    const { id_token: token } = await here.signInTo(told)
    await change(here.person)
    await service.running.jobs.idle()
    const logoutTokens = receiver.received.map(({ form }) => decodeJwt(form.get('logout_token')!))
    expect(logoutTokens).toMatchObject([{ sub: here.person.id, sid: sidOf(token) }])
    expect(await silently()).toBe('login_required')
  })

  it('tells nothing to an app that would verify with its secret', async () => {
    const told = await withBackchannel('/secret', { idTokenSignedResponseAlg: 'HS256' })
    await here.signInTo(told)
    await here.logout(good())
    await service.running.jobs.idle()
    expect(receiver.received).toEqual([])
  })

  it('calls no address that the operator did not allow', async () => {
    const told = await withBackchannel('/x', { backchannelLogoutUri: 'http://127.0.0.1:9/logout' })
    await here.signInTo(told)
    expect((await here.logout(good())).status).toBe(303)
    await service.running.jobs.idle()
    expect(service.log.join('\n')).toContain('outbound call failed: refused URL')
  })
})

describe('front-channel logout', () => {
  it('oidcc-frontchannel-rp-initiated-logout: frames the app with issuer and session, then leads back', async () => {
    const told = await registerParty(service, {
      frontchannelLogoutUri: 'https://app.example/frontchannel?x=1',
      frontchannelLogoutSessionRequired: true,
    })
    const { id_token } = await here.signInTo(told)
    const page = await here.logout(good())
    expectPage(page, 'You are logged out')
    const frame = /<iframe src="([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&')
    const query = new URLSearchParams({ x: '1', iss: service.url, sid: sidOf(id_token) })
    expect(frame).toBe(`https://app.example/frontchannel?${query}`)
    expect(page.headers.get('content-security-policy')).toContain('; frame-src https://app.example')
    expect(page.html).toContain(`content="3; url=${signedOutUri}?state=random-state"`)
    expect(await silently()).toBe('login_required')
  })

  it('oidcc-frontchannel-logout-discovery-endpoint-verification: both are supported', async () => {
    const metadata = await (await fetch(`${service.url}/.well-known/openid-configuration`)).json()
    expect(metadata).toMatchObject({
      frontchannel_logout_supported: true,
      frontchannel_logout_session_supported: true,
    })
  })
})

function sidOf(token: string): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { sid: string }
  return claims.sid
}
