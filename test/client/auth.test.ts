import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AuthError } from '../../client/auth/index.ts'
import { signUp } from '#test/support/actors.ts'
import { callback, countOf, startAuthStage, type AuthStage } from '#test/support/publicApp.ts'
import { startScriptedServer } from '#test/support/scriptedServer.ts'

let stage: AuthStage
beforeAll(async () => {
  stage = await startAuthStage()
})
afterAll(() => stage.stop())

describe('a sign-in', () => {
  test('tells who it is and gives a token that works', async () => {
    const tab = stage.open()
    expect(await tab.auth.getUser()).toBeNull()
    expect(await tab.auth.getAccessToken()).toBeUndefined()
    const url = await tab.visit(stage.person)
    expect(tab.auth.isRedirectCallback(url)).toBe(true)
    const { user } = await tab.auth.handleRedirectCallback(url)
    expect(user).toMatchObject({ sub: stage.person.id, email: stage.person.email, email_verified: false })
    expect(await tab.auth.getUser()).toEqual(user)
    expect(await stage.opensUserinfo(await tab.auth.getAccessToken())).toBe(true)
    expect(countOf(tab, '/oauth2/token')).toBe(1)
  })

  test('asks with PKCE, state and nonce, each time others', async () => {
    const tab = stage.open()
    await tab.auth.loginWithRedirect({
      prompt: 'login',
      loginHint: stage.person.email,
      maxAge: 60,
      uiLocales: 'de',
    })
    await tab.auth.loginWithRedirect()
    const [first, second] = tab.left.map((url) => Object.fromEntries(new URL(url).searchParams))
    expect(first).toMatchObject({
      response_type: 'code',
      client_id: stage.clientId,
      redirect_uri: callback,
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      prompt: 'login',
      login_hint: stage.person.email,
      max_age: '60',
      ui_locales: 'de',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first![name]).toMatch(/^[\w-]{43}$/)
      expect(second![name]).not.toBe(first![name])
    }
  })

  test('gives back what the app was doing', async () => {
    const tab = stage.open()
    await tab.auth.loginWithRedirect({ appState: { returnTo: '/photos?page=2' } })
    const state = new URL(tab.left[0]!).searchParams.get('state')!
    const other = await tab.visit(stage.person)
    await tab.auth.handleRedirectCallback(other)
    const url = `${callback}?error=access_denied&error_description=No&state=${state}&iss=${stage.service.url}`
    await expect(tab.auth.handleRedirectCallback(url)).rejects.toMatchObject({
      name: 'AuthError',
      error: 'access_denied',
      description: 'No',
    })
    expect((await tab.auth.getUser())?.sub).toBe(stage.person.id)
  })

  test('is finished once, however often a page asks for it', async () => {
    const tab = stage.open()
    const url = await tab.visit(stage.person)
    const [one, two] = await Promise.all([1, 2].map(() => tab.auth.handleRedirectCallback(url)))
    expect(one).toBe(two)
    expect(countOf(tab, '/oauth2/token')).toBe(1)
  })

  test.each([
    [
      'of a sign-in that was begun elsewhere',
      'state_mismatch',
      (url: URL) => url.searchParams.set('state', 'x'),
    ],
    [
      'of another issuer',
      'issuer_mismatch',
      (url: URL) => url.searchParams.set('iss', 'https://evil.example'),
    ],
    ['of nobody', 'issuer_mismatch', (url: URL) => url.searchParams.delete('iss')],
    ['without a code', 'invalid_callback', (url: URL) => url.searchParams.delete('code')],
  ])('does not come about by an answer %s', async (_whose, error, change) => {
    const tab = stage.open()
    const url = new URL(await tab.visit(stage.person))
    change(url)
    await expect(tab.auth.handleRedirectCallback(url.href)).rejects.toMatchObject({ error })
    expect(countOf(tab, '/oauth2/token')).toBe(0)
    expect(await tab.auth.getUser()).toBeNull()
  })

  test('does not come about by a code that somebody put in its place', async () => {
    const [victim, attacker] = [stage.open(), stage.open()]
    const url = new URL(await victim.visit(stage.person))
    url.searchParams.set(
      'code',
      new URL(await attacker.visit(await signUp(stage.service))).searchParams.get('code')!,
    )
    await expect(victim.auth.handleRedirectCallback(url.href)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    expect(await victim.auth.getUser()).toBeNull()
  })

  test('for another resource names the person by the ID token', async () => {
    const tab = stage.open({ resource: 'https://photos.example/' })
    await tab.signIn(stage.person)
    expect(countOf(tab, '/oauth2/userinfo')).toBe(0)
    expect(await stage.opensUserinfo(await tab.auth.getAccessToken())).toBe(false)
  })
})

describe('fetchWithAuth', () => {
  test('sends the token, and once more a new one where it is refused, body and all', async () => {
    const api = await startScriptedServer()
    const tab = stage.open({ apiOrigins: [api.url] })
    await tab.signIn(stage.person)
    const before = await tab.auth.getAccessToken()
    const refused = { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }
    api.answer(refused, { status: 200, body: 'yes' })
    const answer = await tab.auth.fetchWithAuth(`${api.url}/photos`, { method: 'POST', body: 'a picture' })
    expect(await answer.text()).toBe('yes')
    expect(api.arrived.map(({ body }) => body)).toEqual(['a picture', 'a picture'])
    expect(api.arrived.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${before}`,
      `Bearer ${await tab.auth.getAccessToken()}`,
    ])
    api.answer({ status: 401 })
    expect((await tab.auth.fetchWithAuth(`${api.url}/photos`)).status).toBe(401)
    expect(api.arrived).toHaveLength(1)
    await api.stop()
  })

  test('sends no token anywhere else', async () => {
    const tab = stage.open()
    await expect(tab.auth.fetchWithAuth('https://elsewhere.example/')).rejects.toMatchObject({
      error: 'origin_not_allowed',
    })
    expect(tab.requested).toEqual([])
  })
})

describe('a configuration', () => {
  test.each([
    ['the issuer', { issuer: 'api.example.com' }, 'issuer is no URL: api.example.com'],
    ['the issuer', { issuer: 'http://api.example.com' }, 'issuer is not https'],
    ['the issuer', { issuer: 'https://api.example.com?a=b' }, 'issuer has a query or a fragment'],
    ['the app', { clientId: '' }, 'clientId is missing'],
    ['the redirect URI', { redirectUri: '/callback' }, 'redirectUri is no absolute URI: /callback'],
    ['the redirect URI', { redirectUri: 'https://a.example/#' }, 'redirectUri has a fragment'],
    ['the scope', { scope: 'profile' }, 'scope has no openid'],
    ['an origin', { apiOrigins: ['https://a.example/api'] }, 'apiOrigins has https://a.example/api'],
    ['the way out', { navigate: undefined }, 'navigate is missing'],
  ])('names what is wrong with %s', (_what, options, message) => {
    expect(() => stage.open(options)).toThrow(AuthError)
    expect(() => stage.open(options)).toThrow(message)
  })

  test('names every mistake at once', () => {
    expect(() => stage.open({ clientId: '', redirectUri: 'x', scope: '' })).toThrow(
      /clientId.*redirectUri.*scope/,
    )
  })
})
