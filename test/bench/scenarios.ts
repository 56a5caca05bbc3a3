import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Measured } from './children.ts'
import { floors } from './floors.ts'
import { form, json, type Request } from './request.ts'
import type { Stage } from './stage.ts'
import { requestsOfRound, type Target } from './target.ts'

/** A request of the service and what it is compared with. */
type Scenario = Pick<Target, 'name' | 'floor' | 'most'> & Partial<Target>

/** What the service is asked for, and how near to its floor each is meant to be. */
export function scenarioTargets(service: Measured, stage: Stage): readonly Target[] {
  const common = { server: service, count: requestsOfRound.usual, connections: 8 }
  const all: readonly Scenario[] = [...readings(stage), ...tokens(stage), ...people(stage)]
  return all.map((scenario) => ({ ...common, prepare: async () => never(), ...scenario }))
}

function never(): never {
  throw new Error('a scenario without requests')
}

const same = (request: Request, isAwake = false) => ({
  prepare: async () => ({ requests: { kind: 'same' as const, request }, isAwake }),
})
/** Needs nobody but the server. */
const alone = (request: Request) => ({ ...same(request, true), count: requestsOfRound.bare })
const each = (make: (count: number) => Promise<readonly Request[]>, status = 200) => ({
  prepare: async (count: number) => ({
    requests: { kind: 'each' as const, requests: await make(count) },
    status,
  }),
})
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** What changes nothing. */
function readings({ person, app, accessToken, opaqueToken }: Stage): readonly Scenario[] {
  const userinfo = (token: string) => same({ line: 'GET /oauth2/userinfo', headers: bearer(token) })
  const credentials = { client_id: app.app_id, client_secret: app.app_secret! }
  const introspection = new URLSearchParams({ ...credentials, token: accessToken }).toString()
  return [
    { name: 'corridor (/livez)', floor: floors.get, most: 1.5, ...alone({ line: 'GET /livez' }) },
    {
      name: 'discovery',
      floor: floors.get,
      most: 1.2,
      ...alone({ line: 'GET /.well-known/openid-configuration' }),
    },
    { name: 'JWKS', floor: floors.get, most: 1.2, ...alone({ line: 'GET /.well-known/jwks.json' }) },
    { name: 'userinfo, JWT', floor: floors.getVerified, most: 1.5, ...userinfo(accessToken) },
    { name: 'userinfo, opaque', floor: floors.select, most: null, ...userinfo(opaqueToken) },
    {
      name: 'introspection',
      floor: floors.postVerified,
      most: 1.5,
      ...same({ line: 'POST /oauth2/introspect', headers: form, body: introspection }),
    },
    {
      name: 'list of apps (20)',
      floor: floors.select,
      most: null,
      count: 200,
      ...same({ line: 'GET /api/v1/apps', headers: bearer(person.token) }),
    },
  ]
}

/** What issues and ends tokens. */
function tokens(stage: Stage): readonly Scenario[] {
  const { app, opaqueApp } = stage
  const { app_id: client_id, app_secret } = app
  const credentials = { client_id, client_secret: app_secret! }
  const grant = { grant_type: 'client_credentials' }
  let chain: readonly string[] | null = null
  const refresh = stage.tokenRequest(app, { grant_type: 'refresh_token', refresh_token: '' })
  return [
    {
      name: 'client_credentials, JWT',
      floor: floors.sign,
      most: 1.4,
      ...alone(stage.tokenRequest(app, grant)),
    },
    {
      name: 'client_credentials, opaque',
      floor: floors.select,
      most: null,
      ...same(stage.tokenRequest(opaqueApp, grant)),
    },
    {
      name: 'code + PKCE',
      floor: floors.exchange,
      most: 1.6,
      count: 400,
      ...each(async (count) => (await stage.codes(count)).map(stage.exchange)),
    },
    {
      name: 'refresh',
      floor: floors.refresh,
      most: 1.6,
      count: 400,
      prepare: async () => {
        chain ??= await stage.refreshTokens(8)
        const request = { ...refresh, body: `${refresh.body}{}` }
        return {
          requests: { kind: 'chain', request, seeds: chain },
          capture: '"refresh_token":"([^"]+)"',
        }
      },
      heard: (captured) => void (chain = captured),
    },
    {
      name: 'revoke',
      floor: floors.postVerified,
      most: null,
      count: 400,
      ...each(async (count) =>
        (await stage.clientTokens(count)).map((token) => ({
          line: 'POST /oauth2/revoke',
          headers: form,
          body: new URLSearchParams({ ...credentials, token }).toString(),
        })),
      ),
    },
  ]
}

/** What hashes passwords. */
function people({ person, password }: Stage): readonly Scenario[] {
  const cores = availableParallelism()
  const ofPerson = (path: string, email: string): Request => ({
    line: `POST /api/v1/auth/${path}`,
    headers: json,
    body: JSON.stringify({ email, password }),
  })
  const count = 24 * cores
  // As many at once as keep the line before the hashing filled, and no more.
  const connections = 2 * cores
  const addresses = (most: number) => Array.from({ length: most }, () => `${randomUUID()}@example.com`)
  return [
    {
      name: 'register',
      floor: floors.hash,
      most: null,
      count,
      connections,
      ...each(async (most) => addresses(most).map((address) => ofPerson('register', address)), 201),
    },
    {
      name: 'login',
      floor: floors.hash,
      most: 1 / 0.9,
      count,
      connections,
      ...same(ofPerson('login', person.email)),
    },
  ]
}
