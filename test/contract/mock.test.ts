import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as sdk from '../../client/index.ts'
import type { Json } from '#openapi/generate/document.ts'
import { resolve } from '#openapi/generate/document.ts'
import type { OperationEntry } from '#src/http/operation.ts'
import { createPkce, password, redirectUri } from '#test/support/actors.ts'
import {
  answerProblems,
  document,
  entries,
  exampleRequest,
  examplesOf,
  specOf,
} from '#test/support/contract.ts'
import { startMock, startValidationProxy, type Prism } from '#test/support/prism.ts'
import { startService, type TestService } from '#test/support/service.ts'

const contract = 'generated/openapi.json'

/** An operation of the SDK, called without knowing which one it is. */
type Call = (options: Json) => Promise<{ data?: unknown; error?: unknown; response?: Response }>

const functions: Readonly<Record<string, unknown>> = { ...sdk }
const callOf = ({ id }: OperationEntry) => functions[id] as Call
const forPrograms = entries.filter(({ audience }) => audience !== 'browser')

/** Every answer of an operation that has a JSON example: status, name, value. */
const printed = forPrograms.flatMap((entry) =>
  Object.entries<Json>(specOf(entry.id)['responses']).flatMap(([status, response]) => {
    const media = resolve(document, response)['content']?.['application/json'] as Json | undefined
    return Object.entries(examplesOf(media ?? {})).map(([name, value]) => ({
      entry,
      id: entry.id,
      status,
      name,
      value,
    }))
  }),
)

describe('the mock', () => {
  let mock: Prism
  /** Gives what it is asked for by name; that all examples keep the contract is the business of another file. */
  let printer: Prism
  beforeAll(async () => {
    mock = await startMock(contract)
    printer = await startMock(contract, false)
  })
  afterAll(() => Promise.all([mock.close(), printer.close()]))

  /** Sends the example request by the SDK, and asks for one answer by name. */
  async function ask(entry: OperationEntry, prefer?: string) {
    const { path, query, body, bytes } = exampleRequest(entry)
    const { url } = prefer === undefined ? mock : printer
    const client = sdk.createClient({ baseUrl: url, token: 'a-token', retries: 0 })
    const headers = prefer === undefined ? {} : { Prefer: prefer }
    const { data, error, response } = await callOf(entry)({
      client,
      path,
      query,
      headers,
      ...(body === null ? {} : { body }),
      ...(bytes === undefined
        ? {}
        : { body: new Blob([new Uint8Array(bytes)], { type: entry.consumes[0]! }) }),
    })
    return {
      status: response!.status,
      violations: response!.headers.get('sl-violations'),
      body: data ?? (error instanceof sdk.ApiError ? { ...error } : {}),
      response: response!,
    }
  }

  test.each(forPrograms)(
    '$id by the SDK: the example request gets an answer that keeps the contract',
    async (entry) => {
      const { status, body, violations, response } = await ask(entry)
      expect(violations).toBeNull()
      expect(status).toBe(entry.statuses.find((each) => each < 300))
      const hasBody = entry.produces.length > 0
      const text = hasBody ? JSON.stringify(body) : ''
      // Headers that every answer needs stand in the contract with an example; the mock sends those as well.
      expect(
        answerProblems(entry, { status, headers: Object.fromEntries(response.headers), text, body }),
      ).toEqual([])
    },
  )

  test.each(printed)(
    '$id $status $name comes back as it is printed',
    async ({ entry, status, name, value }) => {
      const answer = await ask(entry, `code=${status}, example=${name}`)
      expect({ status: answer.status, body: answer.body }).toEqual({ status: Number(status), body: value })
    },
  )
})

describe('the real service behind a validating proxy', () => {
  let service: TestService
  let proxy: Prism
  const seen: { readonly call: string; readonly violations: string | null }[] = []
  beforeAll(async () => {
    service = await startService()
    proxy = await startValidationProxy(contract, service.url)
  })
  afterAll(async () => {
    await proxy.close()
    await service.stop()
  })

  /** An SDK client that goes through the proxy and notes what it says. */
  const as = (token?: string) =>
    sdk.createClient({
      baseUrl: proxy.url,
      token,
      retries: 0,
      fetch: async (input, init) => {
        const response = await fetch(input, init)
        const { pathname } = new URL(response.url)
        seen.push({
          call: `${pathname} ${response.status}`,
          violations: response.headers.get('sl-violations'),
        })
        return response
      },
    })

  test('sees no difference in the golden flow', async () => {
    const credentials = { email: 'golden@example.com', password }
    await sdk.register({ client: as(), body: credentials, throwOnError: true })
    const { data: session } = await sdk.login({ client: as(), body: credentials, throwOnError: true })
    const user = as(session.token)
    const { data: app } = await sdk.registerApp({
      client: user,
      body: { name: 'Golden', redirect_uris: [redirectUri], scopes: ['openid', 'profile', 'email', 'read'] },
      throwOnError: true,
    })
    const tokens = await tokensOf(user, app)
    const { data: claims } = await sdk.getUserinfo({ client: as(tokens.access_token), throwOnError: true })
    expect(claims).toMatchObject({ email: credentials.email })
    await manage(user, app)
    await end(app, tokens)
    const wrong = seen.filter(({ violations }) => violations !== null)
    expect(wrong).toEqual([])
    expect(seen.length).toBeGreaterThan(20)
  })

  test('would see one: a member that is missing, and a status that is not declared', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-contract-'))
    const stricter = structuredClone(document)
    stricter['components'].schemas.Liveness.required.push('since')
    delete stricter['paths']['/api/v1/apps'].get.responses['401']
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(stricter))
    const strict = await startValidationProxy(join(folder, 'openapi.json'), service.url)
    try {
      for (const [path, problem] of [
        ['/livez', 'since'],
        ['/api/v1/apps', 'status code'],
      ] as const) {
        const { headers } = await fetch(`${strict.url}${path}`)
        expect(headers.get('sl-violations')).toContain(problem)
      }
    } finally {
      await strict.close()
      rmSync(folder, { recursive: true })
    }
  })

  async function tokensOf(user: sdk.Client, app: sdk.AppRegistrationResponse) {
    const { verifier, challenge } = createPkce()
    const { data } = await sdk.authorize({
      client: user,
      body: {
        response_type: 'code',
        client_id: app.app_id,
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: 'random-state',
        code_challenge: challenge,
        code_challenge_method: 'S256',
      },
      throwOnError: true,
    })
    const { data: tokens } = await sdk.issueToken({
      client: as(),
      body: {
        grant_type: 'authorization_code',
        code: new URL(data.redirect_uri).searchParams.get('code')!,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        ...secretOf(app),
      },
      throwOnError: true,
    })
    return tokens
  }

  /** Everything that an owner does with an app, and what is refused on the way. */
  async function manage(user: sdk.Client, app: sdk.AppRegistrationResponse): Promise<void> {
    const path = { appId: app.app_id }
    const options = { client: user, path }
    await sdk.listApps({ client: user, query: { count: 1 }, throwOnError: true })
    await sdk.getApp({ ...options, throwOnError: true })
    await sdk.updateApp({ ...options, body: { description: 'Another one' }, throwOnError: true })
    const { data: secret } = await sdk.createAppSecret({
      ...options,
      body: { name: 'second' },
      throwOnError: true,
    })
    await sdk.listAppSecrets({ ...options, throwOnError: true })
    await sdk.deleteAppSecret({ client: user, path: { ...path, secretId: secret.id }, throwOnError: true })
    const refused = [
      await sdk.getApp({ client: user, path: { appId: 'app_unknown' } }),
      await sdk.getApp({ client: as(), path }),
      await sdk.register({ client: as(), body: { email: 'golden@example.com', password } }),
      await sdk.login({ client: as(), body: { email: 'golden@example.com', password: 'wrong' } }),
      await sdk.issueToken({
        client: as(),
        body: { grant_type: 'client_credentials', client_id: app.app_id },
      }),
    ]
    expect(refused.map(({ response }) => response?.status)).toEqual([404, 401, 409, 401, 401])
  }

  /** The end of all tokens, and discovery. */
  async function end(app: sdk.AppRegistrationResponse, tokens: sdk.TokenResponse): Promise<void> {
    const client = as()
    const throwOnError = true
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token! } as const
    const { data: next } = await sdk.issueToken({
      client,
      body: { ...refresh, ...secretOf(app) },
      throwOnError,
    })
    await sdk.issueToken({
      client,
      body: { grant_type: 'client_credentials', ...secretOf(app) },
      throwOnError,
    })
    const body = { token: next.access_token, ...secretOf(app) }
    const { data: before } = await sdk.introspectToken({ client, body, throwOnError })
    expect(before.active).toBe(true)
    await sdk.revokeToken({ client, body: { token: next.refresh_token!, ...secretOf(app) }, throwOnError })
    const { data: after } = await sdk.introspectToken({ client, body, throwOnError })
    expect(after).toEqual({ active: false })
    const { response } = await sdk.postUserinfo({ client: as(next.access_token) })
    expect(response?.status).toBe(401)
    for (const read of [
      sdk.getOpenidConfiguration,
      sdk.getOauthMetadata,
      sdk.getJwks,
      sdk.getLiveness,
      sdk.getReadiness,
    ])
      await read({ client, throwOnError })
  }
})

function secretOf({ app_id: client_id, app_secret: client_secret }: sdk.AppRegistrationResponse) {
  return { client_id, client_secret: client_secret! }
}
