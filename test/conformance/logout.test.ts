import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { numericDate } from '#src/domain/moment.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused } from '#test/support/answers.ts'
import {
  answerOf,
  authorizationUrl,
  credentials,
  expectErrorPage,
  redeem,
} from '#test/support/authorization.ts'
import { createBrowser, hiddenFields } from '#test/support/browser.ts'
import {
  expectPage,
  registerParty,
  signedOutUri,
  visit,
  type Party,
  type Visit,
} from '#test/support/logout.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { refresh } from '#test/support/tokens.ts'

let service: TestService
let party: Party
let here: Visit
let idToken: string

beforeAll(async () => {
  service = await startService()
  party = await registerParty(service)
})
afterAll(async () => {
  await service.stop()
})
beforeEach(async () => {
  here = await visit(service)
  idToken = (await here.signInTo(party)).id_token
})

const good = () => ({ id_token_hint: idToken, post_logout_redirect_uri: signedOutUri, state: 'random-state' })
const silently = () => here.silently(party)

describe('RP-initiated logout', () => {
  it('oidcc-rp-initiated-logout-discovery-endpoint-verification: the endpoint is named', async () => {
    const metadata = await (await fetch(`${service.url}/.well-known/openid-configuration`)).json()
    expect(metadata).toMatchObject({ end_session_endpoint: `${service.url}/oauth2/logout` })
  })

  it('oidcc-rp-initiated-logout: leads back with the state, and nobody is signed in', async () => {
    expect(await silently()).toBeNull()
    const page = await here.logout(good())
    expect([page.status, page.location]).toEqual([303, `${signedOutUri}?state=random-state`])
    expect(here.browser.setCookies.at(-1)).toMatch(/^latchkey-session=; .*Max-Age=0/)
    expect(await silently()).toBe('login_required')
  })

  it('oidcc-rp-initiated-logout by form: the same', async () => {
    const page = await here.browser.follow(
      await here.browser.post(`${service.url}/oauth2/logout`, good(), { origin: '' }),
    )
    expect(page.location).toBe(`${signedOutUri}?state=random-state`)
    expect(await silently()).toBe('login_required')
  })

  it('oidcc-rp-initiated-logout-no-state: leads back without one', async () => {
    const page = await here.logout({ id_token_hint: idToken, post_logout_redirect_uri: signedOutUri })
    expect(page.location).toBe(signedOutUri)
  })

  it.each([
    ['oidcc-rp-initiated-logout-bad-post-logout-redirect-uri', 'https://example.com/elsewhere'],
    ['oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri', `${signedOutUri}?foo=bar`],
    ['another case', 'https://example.com/Signed-out'],
    ['a longer path', `${signedOutUri}/`],
    ['another host', 'https://example.com.evil.example/signed-out'],
    ['a script', 'javascript:alert(1)'],
  ])('%s: leads nowhere and signs nobody out', async (_, uri) => {
    expectErrorPage(await here.logout({ ...good(), post_logout_redirect_uri: uri }), 400, 'invalid_request')
    expect(await silently()).toBeNull()
  })

  it('oidcc-rp-initiated-logout-modified-id-token-hint: an unsigned hint proves nothing', async () => {
    const [, payload] = idToken.split('.')
    const header = Buffer.from('{"alg":"none"}').toString('base64url')
    const page = await here.logout({ ...good(), id_token_hint: `${header}.${payload}.` })
    expectPage(page, 'Sign out?')
    expect(await silently()).toBeNull()
    const done = await here.browser.submit(page, {})
    expectPage(done, 'You are logged out')
    expect(done.url).toBe(`${service.url}/signout`)
  })

  it('oidcc-rp-initiated-logout-bad-id-token-hint: one with a foreign signature neither', async () => {
    const [header, payload, signature = ''] = idToken.split('.')
    const foreign = signature.startsWith('A') ? signature.replace(/^A/, 'B') : signature.replace(/^./, 'A')
    const page = await here.logout({ ...good(), id_token_hint: `${header}.${payload}.${foreign}` })
    expectPage(page, 'Sign out?')
    expectPage(await here.browser.submit(page, {}), 'You are logged out')
    expect(await silently()).toBe('login_required')
  })

  it('oidcc-rp-initiated-logout-no-id-token-hint: asks, and does not lead to an app that nobody named', async () => {
    const page = await here.logout({ post_logout_redirect_uri: signedOutUri, state: 's' })
    expectPage(page, 'Sign out?')
    expect(await silently()).toBeNull()
    expectPage(await here.browser.submit(page, {}), 'You are logged out')
  })

  it('asks where an app names itself without a hint, and then leads back', async () => {
    const { id_token_hint: _, ...parameters } = good()
    const page = await here.logout({ ...parameters, client_id: party.app_id })
    expectPage(page, 'Sign out?')
    const back = await here.browser.submit(page, {})
    expect(back.location).toBe(`${signedOutUri}?state=random-state`)
  })

  it.each([
    ['oidcc-rp-initiated-logout-no-params', {}],
    ['oidcc-rp-initiated-logout-only-state', { state: 'random-state' }],
  ])('%s: asks, and says that it is done', async (_, parameters) => {
    const page = await here.logout(parameters)
    expectPage(page, `You are signed in as`)
    expectPage(await here.browser.submit(page, {}), 'You are logged out')
    expect(await silently()).toBe('login_required')
    expectPage(await here.logout(parameters), 'You are logged out')
  })

  it('oidcc-rp-initiated-logout-no-post-logout-redirect-uri: says that it is done', async () => {
    expectPage(await here.logout({ id_token_hint: idToken }), 'You are logged out')
    expect(await silently()).toBe('login_required')
  })

  it('takes a hint that has expired, and one of an earlier session of the same person', async () => {
    service.clock.advance(7200)
    expect((await here.logout(good())).location).toContain(signedOutUri)
    await here.signInTo(party)
    expect((await here.logout(good())).location).toContain(signedOutUri)
    expect(await silently()).toBe('login_required')
  })

  it('asks when somebody else is signed in in this browser', async () => {
    const other = await signUp(service)
    await here.replacedBy(other).signInTo(party)
    expectPage(await here.logout(good()), other.email)
    expect(await silently()).toBeNull()
  })

  it('refuses a client_id that is not the hint’s', async () => {
    const other = await registerParty(service)
    const page = await here.logout({ ...good(), client_id: other.app_id })
    expectErrorPage(page, 400, 'invalid_request')
    expect(await silently()).toBeNull()
  })

  it('leads back with a good hint also where nobody is signed in', async () => {
    await here.logout(good())
    expect((await here.logout(good())).location).toBe(`${signedOutUri}?state=random-state`)
  })

  it('signs nobody out by the form of another site, or of another browser', async () => {
    const page = await here.browser.open(`${service.url}/signout`)
    const fields = hiddenFields(page)
    const url = `${service.url}/signout`
    expectErrorPage(
      await here.browser.post(url, fields, { origin: 'https://evil.example' }),
      400,
      'invalid_request',
    )
    expectErrorPage(
      await here.browser.post(url, { ...fields, form_token: '' }, { origin: '' }),
      400,
      'invalid_request',
    )
    expectErrorPage(await createBrowser(service).post(url, fields), 400, 'invalid_request')
    expect(await silently()).toBeNull()
  })

  it('ends what was given before the person was asked to sign in again', async () => {
    const before = await here.signInTo(party)
    service.clock.advance(10)
    const question = await here.browser.open(authorizationUrl(service, party.app_id, { prompt: 'login' }))
    const asked = numericDate(service.clock.now())
    const page = await here.browser.submit(question, credentials(here.person))
    const answered = numericDate(service.clock.now())
    const tokens = (await redeem(service, party as never, answerOf(page)))!
    const [first, second] = [decodeJwt(before.id_token), decodeJwt(tokens.id_token!)]
    expect(second['sid']).toBe(first['sid'])
    expect(Number(second['auth_time']) - Number(first['auth_time'])).toBeGreaterThanOrEqual(10)
    expect(second['auth_time']).toBeGreaterThanOrEqual(asked)
    expect(second['auth_time']).toBeLessThanOrEqual(answered)
    expect((await here.logout(good())).location).toContain(signedOutUri)
    for (const { refresh_token: token } of [before, tokens])
      expectRefused(await refresh(service, party, token), 400, 'invalid_grant')
  })

  it('ends what was given in the session, and leaves what was given for longer', async () => {
    const bound = await here.signInTo(party)
    const lasting = await here.signInTo(party, 'openid offline_access')
    await here.logout(good())
    expect((await refresh(service, party, bound.refresh_token)).data).toBeUndefined()
    expect((await refresh(service, party, lasting.refresh_token)).data).toMatchObject({
      token_type: 'Bearer',
    })
  })
})
