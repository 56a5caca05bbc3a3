import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPkce } from '#test/support/actors.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import {
  answered,
  askToken,
  authorize,
  beginRun,
  callback,
  open,
  redeem,
  requestOf,
  tokensOf,
  userinfo,
  verified,
  walk,
  type Changes,
  type Run,
} from '#test/support/conformance.ts'
import { openRegistration } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({
    ...openRegistration,
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
  })
})
afterAll(() => service.stop())

describe.each([
  ['Basic OP', 'query'],
  ['Form Post Basic OP', 'form_post'],
] as const)('%s', (_profile, mode) => {
  let run: Run
  beforeEach(async () => {
    run = await beginRun(service, mode)
  })

  it('oidcc-server: code, ID token and userinfo are as they must be', async () => {
    const { answer, asked } = await authorize(run)
    expect(asked).toEqual(['/signin', '/consent'])
    const tokens = await redeem(run, answer)
    expect(tokens.claims['nonce']).toBe('n0nce-%/+&=~')
    expect(await userinfo(run, tokens.access_token)).toEqual({ sub: tokens.claims.sub })
  })

  it('oidcc-response-type-missing: is told to the app', async () => {
    const { page, asked } = await walk(run, await open(run, { response_type: undefined }))
    expect(asked).toEqual([])
    expect(answered(run, page).get('error')).toBe('invalid_request')
  })

  it('oidcc-idtoken-signature: RS256 by default, with a kid of the published keys', async () => {
    expect(run.client.id_token_signed_response_alg).toBe('RS256')
    await tokensOf(run)
  })

  it('oidcc-idtoken-unsigned: none is not offered', async () => {
    const metadata = await (await fetch(`${service.url}/.well-known/openid-configuration`)).json()
    expect(metadata).toMatchObject({
      id_token_signing_alg_values_supported: expect.not.arrayContaining(['none']),
    })
    await expect(
      beginRun(service, mode, { id_token_signed_response_alg: 'none' as 'RS256' }),
    ).rejects.toThrow('id_token_signed_response_alg')
  })

  it.each([
    ['oidcc-userinfo-get', 'get'],
    ['oidcc-userinfo-post-header', 'post-header'],
    ['oidcc-userinfo-post-body', 'post-body'],
  ] as const)('%s: answers', async (_module, way) => {
    const tokens = await tokensOf(run)
    expect(await userinfo(run, tokens.access_token, way)).toEqual({ sub: tokens.claims.sub })
  })

  it('oidcc-ensure-request-without-nonce-succeeds-for-code-flow: and the ID token has none', async () => {
    expect((await tokensOf(run, { nonce: undefined })).claims).not.toHaveProperty('nonce')
  })

  it.each([
    ['oidcc-scope-profile', 'openid profile', ['updated_at']],
    ['oidcc-scope-email', 'openid email', ['email', 'email_verified']],
    ['oidcc-scope-address', 'openid address', []],
    ['oidcc-scope-phone', 'openid phone', []],
    ['oidcc-scope-all', 'openid profile email address phone', ['updated_at', 'email', 'email_verified']],
  ])('%s: its claims come from userinfo', async (_module, scope, claims) => {
    const tokens = await tokensOf(run, { scope })
    expect(tokens.scope).toBe(scope)
    const told = await userinfo(run, tokens.access_token)
    expect(Object.keys(told).toSorted()).toEqual(['sub', ...claims].toSorted())
    for (const claim of claims) expect(tokens.claims).not.toHaveProperty(claim)
  })

  it('oidcc-alternate-happy-flow: the order of scopes and parameters is no matter', async () => {
    const { client_id: clientId, ...rest } = requestOf(run, { scope: 'email openid' })
    const query = new URLSearchParams([...Object.entries(rest).toReversed(), ['client_id', clientId!]])
    const { page } = await walk(run, await run.browser.open(`${service.url}/oauth2/authorize?${query}`))
    const tokens = await redeem(run, answered(run, page))
    expect(await userinfo(run, tokens.access_token)).toHaveProperty('email', run.person.email)
  })

  it.each<[string, Changes]>([
    ['oidcc-display-page', { display: 'page' }],
    ['oidcc-display-popup', { display: 'popup' }],
    ['oidcc-ui-locales', { ui_locales: 'se' }],
    ['oidcc-claims-locales', { claims_locales: 'se' }],
    ['oidcc-login-hint', { login_hint: 'buffy@example.com' }],
    ['oidcc-ensure-request-with-unknown-parameter-succeeds', { extra: 'foobar' }],
  ])('%s: is no error', async (_module, changes) => {
    await tokensOf(run, changes)
  })

  it('oidcc-prompt-login: another sign-in is asked for, and auth_time is later', async () => {
    const first = await tokensOf(run)
    service.clock.advance(2)
    const { answer, asked } = await authorize(run, { prompt: 'login' })
    expect(asked).toEqual(['/signin'])
    const { claims } = await redeem(run, answer)
    expect(claims.sub).toBe(first.claims.sub)
    expect(claims.auth_time).toBeGreaterThan(first.claims.auth_time)
  })

  it('oidcc-prompt-none-not-logged-in: login_required', async () => {
    const page = await open(run, { prompt: 'none' })
    expect(answered(run, page).get('error')).toBe('login_required')
  })

  it('oidcc-prompt-none-logged-in: no page, the same person and time', async () => {
    const first = await tokensOf(run)
    service.clock.advance(2)
    const answer = answered(run, await open(run, { prompt: 'none' }))
    const { claims } = await redeem(run, answer)
    expect([claims.sub, claims.auth_time]).toEqual([first.claims.sub, first.claims.auth_time])
  })

  it('oidcc-max-age-1: another sign-in after more than a second', async () => {
    const first = await tokensOf(run)
    service.clock.advance(2)
    const { answer, asked } = await authorize(run, { max_age: '1' })
    expect(asked).toEqual(['/signin'])
    expect((await redeem(run, answer)).claims.auth_time).toBeGreaterThan(first.claims.auth_time)
  })

  it('oidcc-max-age-10000: no other sign-in, the same time', async () => {
    const first = await tokensOf(run)
    service.clock.advance(2)
    const { answer, asked } = await authorize(run, { max_age: '10000' })
    expect(asked).toEqual([])
    expect((await redeem(run, answer)).claims.auth_time).toBe(first.claims.auth_time)
  })

  it('oidcc-id-token-hint: names who is signed in, silently', async () => {
    const first = await tokensOf(run)
    const hint = { prompt: 'none', id_token_hint: first.id_token }
    const { claims } = await redeem(run, answered(run, await open(run, hint)))
    expect(claims.sub).toBe(first.claims.sub)
  })

  it('oidcc-ensure-request-with-acr-values-succeeds: and acr is told', async () => {
    const { claims } = await tokensOf(run, { acr_values: 'aal2 aal1' })
    expect(claims['acr']).toBe('aal1')
  })

  it('oidcc-ensure-registered-redirect-uri: an unregistered one is told on a page', async () => {
    const page = await open(run, { redirect_uri: `${callback}/other` })
    expectErrorPage(page, 400, 'invalid_request')
  })

  it('oidcc-ensure-post-request-succeeds: by form', async () => {
    const url = `${service.url}/oauth2/authorize`
    const { browser } = run
    const first = await browser.follow(await browser.post(url, requestOf(run), { origin: callback }))
    const { page, asked } = await walk(run, first)
    expect(asked).toEqual(['/signin', '/consent'])
    await redeem(run, answered(run, page))
  })

  it('oidcc-server-client-secret-post: works', async () => {
    run = await beginRun(service, mode, { token_endpoint_auth_method: 'client_secret_post' })
    const { client_id, client_secret } = run.client
    await redeem(run, (await authorize(run)).answer, { client_id, client_secret: client_secret! })
  })

  it.each<[string, Changes, string]>([
    [
      'oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported',
      { request_uri: 'https://rp.example.com/request' },
      'request_uri_not_supported',
    ],
    [
      'oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported',
      { request: unsigned({ scope: 'openid' }) },
      'request_not_supported',
    ],
  ])('%s: refused', async (_module, changes, error) => {
    const { page, asked } = await walk(run, await open(run, changes))
    expect([asked, answered(run, page).get('error')]).toEqual([[], error])
  })

  it('oidcc-ensure-request-object-with-redirect-uri: what stands in it is never used', async () => {
    const request = unsigned({ redirect_uri: `${callback}/other` })
    expectErrorPage(await open(run, { request, redirect_uri: undefined }), 400, 'invalid_request')
  })

  it('oidcc-claims-essential: is no error, and claims that we have come from userinfo', async () => {
    const userinfoClaims = { name: { essential: true }, updated_at: { essential: true } }
    const claims = JSON.stringify({ userinfo: userinfoClaims, id_token: { email: null } })
    const tokens = await tokensOf(run, { claims })
    expect(tokens.claims['email']).toBe(run.person.email)
    const told = await userinfo(run, tokens.access_token)
    expect(Object.keys(told).toSorted()).toEqual(['sub', 'updated_at'])
  })

  it('oidcc-refresh-token: works for its client only, and the ID token stays the same person’s', async () => {
    const first = await tokensOf(run, { scope: 'openid offline_access', prompt: 'consent' })
    const form = { grant_type: 'refresh_token', refresh_token: first.refresh_token }
    const other = await beginRun(service, mode)
    const stolen = await askToken(other, form)
    expect([stolen.status, stolen.body['error']]).toEqual([400, 'invalid_grant'])
    service.clock.advance(2)
    const { status, body } = await askToken(run, form)
    expect(status).toBe(200)
    const { claims } = await verified(run, body)
    const { iss, sub, aud, azp, auth_time: authTime } = first.claims
    expect(claims).toMatchObject({ iss, sub, aud, azp, auth_time: authTime })
    expect(claims.iat).toBeGreaterThan(first.claims.iat!)
    expect(claims).not.toHaveProperty('nonce')
  })

  it('oidcc-ensure-request-with-valid-pkce-succeeds: and the wrong verifier does not', async () => {
    const { challenge, verifier } = createPkce()
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' }
    const { answer } = await authorize(run, pkce)
    const form = { grant_type: 'authorization_code', code: answer.get('code')!, redirect_uri: callback }
    const wrong = await askToken(run, { ...form, code_verifier: createPkce().verifier })
    expect([wrong.status, wrong.body['error']]).toEqual([400, 'invalid_grant'])
    await redeem(run, answer, { code_verifier: verifier })
  })
})

/** A request object that nobody signed (OpenID Connect Core §6.1). */
function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part(claims)}.`
}
