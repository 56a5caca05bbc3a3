import { AuthorizationCode, ClientCredentials } from 'simple-oauth2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPkce, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { createBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { decideAs } from './walk.ts'

const callback = 'http://127.0.0.1:3000/callback'
let service: TestService
let person: Person

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
})
afterAll(() => service.stop())

/** Every way in which the library can be told to talk to the token endpoint. */
const ways = [
  { bodyFormat: 'form', authorizationMethod: 'header' },
  { bodyFormat: 'form', authorizationMethod: 'body' },
  { bodyFormat: 'json', authorizationMethod: 'header' },
  { bodyFormat: 'json', authorizationMethod: 'body' },
] as const

async function configure(options: (typeof ways)[number]) {
  const app = await registerTestApp(service, person, {
    redirect_uris: [callback],
    scopes: ['openid', 'email', 'read'],
  })
  return {
    client: { id: app.app_id, secret: app.app_secret! },
    auth: { tokenHost: service.url, tokenPath: '/oauth2/token', revokePath: '/oauth2/revoke' },
    options,
  }
}

async function authorize({ auth, ...configuration }: Awaited<ReturnType<typeof configure>>) {
  const client = new AuthorizationCode({
    ...configuration,
    auth: { ...auth, authorizePath: '/oauth2/authorize' },
  })
  const { verifier, challenge } = createPkce()
  const url = client.authorizeURL({
    redirect_uri: callback,
    scope: 'openid email',
    state: 'random-state',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })
  const back = await decideAs(await signUp(service), createBrowser(service), url)
  const answer = new URL(back.location!).searchParams
  expect(answer.get('state')).toBe('random-state')
  return client.getToken({ code: answer.get('code')!, redirect_uri: callback, code_verifier: verifier })
}

/** Without this the library takes every answer for JSON, also that of revocation, which has no body (RFC 7009 §2.2). */
const anyBody = { json: true } as const

/** The status of userinfo for an access token. */
async function userinfo({ token }: Awaited<ReturnType<typeof authorize>>): Promise<number> {
  const headers = { authorization: `Bearer ${token['access_token']}` }
  return (await fetch(`${service.url}/oauth2/userinfo`, { headers })).status
}

describe.each(ways)(
  'simple-oauth2 with a $bodyFormat body and the secret in the $authorizationMethod',
  (way) => {
    it('trades a code, refreshes and revokes', async () => {
      const tokens = await authorize(await configure(way))
      expect([tokens.expired(), await userinfo(tokens)]).toEqual([false, 200])
      const fresh = await tokens.refresh()
      expect(fresh.token['refresh_token']).not.toBe(tokens.token['refresh_token'])
      expect(await userinfo(fresh)).toBe(200)
      await fresh.revokeAll(anyBody)
      expect(await userinfo(fresh)).toBe(401)
      await expect(fresh.refresh()).rejects.toMatchObject({
        output: { statusCode: 400 },
        data: { payload: { error: 'invalid_grant' } },
      })
    })

    it('gets a client’s own token', async () => {
      const client = new ClientCredentials(await configure(way))
      expect((await client.getToken({ scope: 'read' })).token).toMatchObject({
        token_type: 'Bearer',
        scope: 'read',
      })
    })
  },
)
