import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as openid from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMockIssuer, type MockIssuer } from '#src/mockIssuer/start.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'

const callback = 'http://localhost:3000/callback'

let issuer: MockIssuer
beforeAll(async () => {
  issuer = await startMockIssuer({ signInAs: 'ann@example.com' })
})
afterAll(() => issuer.stop())

/** A client library that checks everything it can, set up by discovery. */
function discover(
  { url }: MockIssuer = issuer,
  [clientId, secret]: readonly [string, string?] = ['app_any-app', 'any-secret'],
) {
  const proof = secret === undefined ? openid.None() : openid.ClientSecretBasic(secret)
  const execute = [openid.allowInsecureRequests, openid.enableNonRepudiationChecks]
  return openid.discovery(new URL(url), clientId, undefined, proof, { execute })
}

/** Where an authorization begins, with all the checks for its end. */
async function begin(config: openid.Configuration, more: Record<string, string> = {}) {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier()
  const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()]
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid email offline_access',
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    ...more,
  })
  return { url, checks: { pkceCodeVerifier, expectedState, expectedNonce } }
}

/** Follows an authorization that asks nobody anything. */
async function follow(url: URL): Promise<URL> {
  const { status, headers } = await fetch(url, { redirect: 'manual' })
  expect(status).toBe(303)
  return new URL(headers.get('location')!)
}

async function signIn(config: openid.Configuration, more: Record<string, string> = {}) {
  const { url, checks } = await begin(config, more)
  return openid.authorizationCodeGrant(config, await follow(url), checks)
}

describe('the mock issuer', () => {
  it('signs in, refreshes, tells who it is, introspects, revokes and signs out, without a browser', async () => {
    const config = await discover()
    const tokens = await signIn(config)
    const sub = tokens.claims()!.sub
    expect(await openid.fetchUserInfo(config, tokens.access_token, sub)).toMatchObject({
      sub,
      email: 'ann@example.com',
      email_verified: true,
    })
    const next = await openid.refreshTokenGrant(config, tokens.refresh_token!)
    expect(next.refresh_token).not.toBe(tokens.refresh_token)
    expect((await openid.tokenIntrospection(config, next.access_token)).active).toBe(true)
    await openid.tokenRevocation(config, next.refresh_token!)
    expect((await openid.tokenIntrospection(config, next.access_token)).active).toBe(false)
    const out = await fetch(
      openid.buildEndSessionUrl(config, {
        id_token_hint: tokens.id_token!,
        post_logout_redirect_uri: callback,
      }),
      { redirect: 'manual' },
    )
    expect([out.status, out.headers.get('location')?.startsWith(callback)]).toEqual([303, true])
  })

  it('signs tokens that verify against its JWKS', async () => {
    const tokens = await signIn(await discover())
    const keys = createRemoteJWKSet(new URL(`${issuer.url}/.well-known/jwks.json`))
    const { protectedHeader } = await jwtVerify(tokens.access_token, keys, {
      issuer: issuer.url,
      audience: issuer.url,
      typ: 'at+jwt',
    })
    expect(protectedHeader.alg).toBe('ES256')
  })

  it('is somebody else when login_hint says so, and the same person each time', async () => {
    const config = await discover()
    const subjects = []
    for (const login of ['bob@example.com', 'bob@example.com', 'eve@example.com'])
      subjects.push((await signIn(config, { login_hint: login })).claims()!.sub)
    expect(subjects[1]).toBe(subjects[0])
    expect(subjects[2]).not.toBe(subjects[0])
  })

  it('lets an app without a secret in as well, and gives an app tokens of its own', async () => {
    const tokens = await signIn(await discover(issuer, ['app_public-app']))
    expect(tokens.claims()!.aud).toBe('app_public-app')
    const config = await discover(issuer, ['app_machine', 'machine-secret'])
    expect((await openid.clientCredentialsGrant(config, { scope: 'read' })).scope).toBe('read')
  })

  it('holds to the rules: a wrong verifier, a code twice and an unknown redirect URI are refused', async () => {
    const config = await discover()
    const { url, checks } = await begin(config)
    const answer = await follow(url)
    await expect(
      openid.authorizationCodeGrant(config, answer, { ...checks, pkceCodeVerifier: 'x'.repeat(43) }),
    ).rejects.toMatchObject({ error: 'invalid_grant' })
    await openid.authorizationCodeGrant(config, answer, checks)
    await expect(openid.authorizationCodeGrant(config, answer, checks)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })
})

describe('the mock issuer with apps that it is given', () => {
  it('knows these and no other, with their secrets and redirect URIs', async () => {
    const own = await startMockIssuer({
      signInAs: 'ann@example.com',
      clients: [
        { client_id: 'app_own', client_secret: 'own-secret', redirect_uris: [callback], scopes: ['openid'] },
      ],
    })
    try {
      const config = await discover(own, ['app_own', 'own-secret'])
      expect((await signIn(config, { scope: 'openid' })).claims()!.aud).toBe('app_own')
      const wrong = await discover(own, ['app_own', 'another-secret'])
      await expect(signIn(wrong, { scope: 'openid' })).rejects.toMatchObject({ status: 401 })
      const { url } = await begin(await discover(own, ['app_stranger', 'x']))
      expect((await fetch(url, { redirect: 'manual' })).status).toBe(400)
    } finally {
      await own.stop()
    }
  })

  it('does not start with one that the service would refuse', async () => {
    const clients = [{ client_id: 'app_bad', redirect_uris: ['https://example.com/#fragment'] }]
    await expect(startMockIssuer({ clients })).rejects.toThrow('the client app_bad: /redirect_uris/0')
  })
})

describe('the sign-in page of the mock issuer', () => {
  it('asks for an address and no password', async () => {
    const asking = await startMockIssuer()
    try {
      const config = await discover(asking)
      const { url, checks } = await begin(config)
      const browser = createBrowser({ config: { issuer: asking.url }, running: asking })
      const page = await browser.open(url.href)
      expect(textOf(page)).toContain('asks for no password')
      expect(page.html).not.toContain('type="password"')
      const answer = await browser.submit(page, { login: 'zoe@example.com' })
      const tokens = await openid.authorizationCodeGrant(config, new URL(answer.location!), checks)
      const claims = await openid.fetchUserInfo(config, tokens.access_token, tokens.claims()!.sub)
      expect(claims.email).toBe('zoe@example.com')
    } finally {
      await asking.stop()
    }
  })
})

describe('a scenario', () => {
  const ask = (path: string, scenario: string, more: RequestInit = {}) =>
    fetch(`${issuer.url}${path}`, {
      redirect: 'manual',
      ...more,
      headers: { ...(more.headers as Record<string, string>), 'x-mock-scenario': scenario },
    })
  const grant = (scenario: string) =>
    ask('/oauth2/token', scenario, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'app_machine',
        client_secret: 's',
        scope: 'read',
      }),
    })

  it.each([
    ['error=invalid_grant', 400],
    ['error=temporarily_unavailable', 503],
    ['error=rate_limit_exceeded', 429],
    ['error=server_error', 500],
  ])('%s is that error at the token endpoint, in its shape', async (scenario, status) => {
    const answer = await grant(scenario)
    expect(answer.status).toBe(status)
    const body = (await answer.json()) as Record<string, string>
    expect(body).toMatchObject({ error: scenario.slice(6), request_id: answer.headers.get('x-request-id') })
    expect(answer.headers.has('retry-after')).toBe(status === 429 || status === 503)
  })

  it('error= at an authorization is told to the app, which the query can ask for too', async () => {
    const { url } = await begin(await discover(), { mock_scenario: 'error=access_denied' })
    expect((await follow(url)).searchParams.get('error')).toBe('access_denied')
  })

  it('error= makes the JWKS unavailable', async () => {
    expect((await ask('/.well-known/jwks.json', 'error=temporarily_unavailable')).status).toBe(503)
  })

  it('once() holds for one request of one operation', async () => {
    const config = await discover()
    issuer.once('issueToken', 'error=temporarily_unavailable')
    await expect(signIn(config)).rejects.toMatchObject({ cause: { status: 503 } })
    expect((await signIn(config)).access_token).toBeDefined()
    expect(() => issuer.once('issueToken', 'error=no_such_code')).toThrow('no scenario')
  })

  it('expired gives tokens that have just expired', async () => {
    const { access_token: token } = (await (await grant('expired')).json()) as { access_token: string }
    const keys = createRemoteJWKSet(new URL(`${issuer.url}/.well-known/jwks.json`))
    await expect(jwtVerify(token, keys)).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' })
  })

  it('forged gives tokens whose signature does not fit', async () => {
    const { access_token: token } = (await (await grant('forged')).json()) as { access_token: string }
    const keys = createRemoteJWKSet(new URL(`${issuer.url}/.well-known/jwks.json`))
    await expect(jwtVerify(token, keys)).rejects.toMatchObject({
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    })
  })

  it('rotate replaces the keys that sign, and goes on publishing the former ones', async () => {
    const kid = async (scenario: string) => {
      const { access_token: token } = (await (await grant(scenario)).json()) as { access_token: string }
      return (JSON.parse(atob(token.split('.')[0]!)) as { kid: string }).kid
    }
    const [before, after] = [await kid('slow=0'), await kid('rotate')]
    expect(after).not.toBe(before)
    const { keys } = (await (await fetch(`${issuer.url}/.well-known/jwks.json`)).json()) as {
      keys: { kid: string }[]
    }
    expect(keys.map((key) => key.kid)).toEqual(expect.arrayContaining([before, after]))
  })

  it('drop does the work and gives no answer', async () => {
    const config = await discover()
    const { refresh_token: token } = await signIn(config)
    issuer.once('issueToken', 'drop')
    await expect(openid.refreshTokenGrant(config, token!)).rejects.toThrow()
    // Whoever asks again within a minute gets the very successor that was lost.
    expect((await openid.refreshTokenGrant(config, token!)).refresh_token).toBeDefined()
  })

  it('slow= waits', async () => {
    const before = performance.now()
    expect((await ask('/livez', 'slow=300')).status).toBe(200)
    expect(performance.now() - before).toBeGreaterThanOrEqual(299)
  })

  it.each(['nonsense', 'error=unknown', 'slow=1e9', 'error=invalid_grant=1'])(
    'that is none (%s) is refused',
    async (scenario) => {
      const answer = await ask('/livez', scenario)
      expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([
        400,
        'invalid_request',
      ])
    },
  )

  it('asks for no error that the operation never gives', async () => {
    const answer = await ask('/livez', 'error=account_exists')
    expect(((await answer.json()) as { error_description: string }).error_description).toContain(
      'never answers',
    )
  })
})
