import type { ChildProcess } from 'node:child_process'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { createClient } from '../../client/index.ts'
import {
  createPkce,
  obtainTokens,
  password,
  redirectUri,
  registerTestApp,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { makeLoad, type Measured } from './children.ts'
import { form, json, type Request } from './request.ts'

/** People and apps of a benchmark, and what it needs more of in every round. */
export type Stage = {
  readonly person: Person
  readonly password: string
  readonly app: AppRegistrationResponse
  readonly opaqueApp: AppRegistrationResponse
  /** access tokens of the person, by `app` and by `opaqueApp` */
  readonly accessToken: string
  readonly opaqueToken: string
  /** A request to the token endpoint. */
  readonly tokenRequest: (
    app: AppRegistrationResponse,
    parameters: Readonly<Record<string, string>>,
  ) => Request
  /** So many fresh codes of `app`. */
  readonly codes: (count: number) => Promise<readonly string[]>
  /** The request that exchanges one of them. */
  readonly exchange: (code: string) => Request
  /** So many fresh refresh tokens, each of a grant of its own. */
  readonly refreshTokens: (count: number) => Promise<readonly string[]>
  /** So many fresh access tokens of `app` itself. */
  readonly clientTokens: (count: number) => Promise<readonly string[]>
}

/** How many apps the person has beside those that are used. */
const otherApps = 18

/** Sets the stage by the API. `prepare` is a process that makes load, whose requests nobody measures. */
export async function setStage(service: Measured, prepare: ChildProcess): Promise<Stage> {
  const { port } = service
  const as = (token?: string) => createClient({ baseUrl: `http://127.0.0.1:${port}`, token, retries: 0 })
  const actors = { as } as Parameters<typeof registerTestApp>[0]
  const person = await signUp(actors)
  const app = await registerTestApp(actors, person)
  const opaqueApp = await registerTestApp(actors, person, { access_token_format: 'opaque' })
  for (let more = 0; more < otherApps; more++) await registerTestApp(actors, person)
  const [tokens, opaqueTokens] = [
    await obtainTokens(actors, person, app),
    await obtainTokens(actors, person, opaqueApp),
  ]
  const { verifier, challenge } = createPkce()
  const authorization: Request = {
    line: 'POST /oauth2/authorize',
    headers: { ...json, authorization: `Bearer ${person.token}` },
    body: JSON.stringify({
      response_type: 'code',
      client_id: app.app_id,
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      state: 'random-state',
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }),
  }
  const tokenRequest: Stage['tokenRequest'] = ({ app_id, app_secret }, parameters) => ({
    line: 'POST /oauth2/token',
    headers: form,
    body: new URLSearchParams({ client_id: app_id, client_secret: app_secret!, ...parameters }).toString(),
  })
  const exchange = (code: string) =>
    tokenRequest(app, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    })
  const gather = async (request: Request | readonly Request[], count: number, capture: string) => {
    const requests =
      'line' in request ? { kind: 'same' as const, request } : { kind: 'each' as const, requests: request }
    const order = { port, requests, status: 200, connections: 4, count, capture }
    return (await makeLoad(prepare, order)).captured
  }
  const codes = (count: number) => gather(authorization, count, '[?&]code=([^&"]+)')
  return {
    person,
    password,
    app,
    opaqueApp,
    accessToken: tokens.access_token,
    opaqueToken: opaqueTokens.access_token,
    tokenRequest,
    codes,
    exchange,
    refreshTokens: async (count) =>
      gather((await codes(count)).map(exchange), count, '"refresh_token":"([^"]+)"'),
    clientTokens: (count) =>
      gather(tokenRequest(app, { grant_type: 'client_credentials' }), count, '"access_token":"([^"]+)"'),
  }
}
