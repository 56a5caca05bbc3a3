import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppSecret, deleteApp, deleteAppSecret, listAppSecrets, updateApp } from '../../client/index.ts'
import { authorizeApp, createPkce, registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { databaseOf, dumpOf } from '#test/support/behindService.ts'
import { startCollector, type Collector } from '#test/support/collector.ts'
import { entries } from '#test/support/contract.ts'
import { entryPoints, post } from '#test/support/entryPoints.ts'
import { findFreePort } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf, credentialsOf, redeem, refreshed, requestCode } from '#test/support/tokens.ts'
import { send, type Answer } from '#test/support/wire.ts'

/** Everything that a run made and that somebody would like to have. */
type Loot = {
  readonly secrets: Map<string, string>
  readonly addresses: Set<string>
  readonly errors: Answer[]
}

let service: TestService
let collector: Collector
let loot: Loot
let dump: ReadonlyMap<string, string>
let metrics: string

beforeAll(async () => {
  collector = await startCollector()
  const metricsPort = String(await findFreePort())
  const watched = { LATCHKEY_METRICS_PORT: metricsPort, ...collector.environment }
  service = await startService({ LOG_LEVEL: 'trace', ...watched })
  loot = { secrets: new Map(), addresses: new Set(), errors: [] }
  await runThrough()
  await failEverywhere()
  dump = await dumpOf(await databaseOf(service))
  await service.running.context.tracing!.flush()
  metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
})

afterAll(async () => {
  await service.stop()
  await collector.stop()
})

function keep(name: string, secret: string | null | undefined): string {
  expect(secret).toEqual(expect.stringMatching(/.{8,}/))
  loot.secrets.set(`${name} ${loot.secrets.size}`, secret!)
  return secret!
}

/** Every operation, to good ends: what is given out is remembered. */
async function runThrough(): Promise<void> {
  const person = await signUp(service)
  loot.addresses.add(person.email)
  keep('password', person.password)
  keep('session token', person.token)
  keep('session token', await signIn(service, person.email))
  for (const access_token_format of ['jwt', 'opaque'] as const) {
    const app = await registerTestApp(service, person, {
      ...{ access_token_format, scopes: ['openid', 'email', 'read', 'offline_access'] },
      ...{
        response_types: ['code', 'token'],
        id_token_signed_response_alg: access_token_format === 'jwt' ? 'HS256' : 'RS256',
      },
    })
    keep('app secret', app.app_secret)
    const path = { appId: app.app_id }
    const client = service.as(person.token)
    const added = await createAppSecret({ client, path, body: { name: 'second' }, throwOnError: true })
    keep('app secret', added.data.app_secret)
    await updateApp({ client, path, body: { description: 'changed' }, throwOnError: true })
    const requested = await requestCode(service, person, app, {
      scope: 'openid email offline_access',
      nonce: 'a-nonce-1234',
    })
    keep('code', requested.code)
    keep('verifier', requested.verifier)
    const { data } = await redeem(service, app, requested)
    for (const name of ['access_token', 'refresh_token', 'id_token'] as const) keep(name, data?.[name])
    const next = await refreshed(service, app, data?.refresh_token)
    for (const name of ['access_token', 'refresh_token', 'id_token'] as const) keep(name, next[name])
    const pkce = { code_challenge: createPkce().challenge, code_challenge_method: 'S256' }
    keep(
      'unused code',
      (await authorizeApp(service, person, app.app_id, { scope: 'openid', ...pkce })).get('code'),
    )
    const implicit = { response_type: 'token', scope: 'openid' }
    keep('access token', (await authorizeApp(service, person, app.app_id, implicit)).get('access_token'))
    for (const { ask } of entryPoints(service, app))
      keep('access token', (await ask({ grant_type: 'client_credentials' })).body.access_token)
    for (const way of ['/oauth2/introspect', '/oauth2/revoke'])
      await post(service, way, { token: data?.access_token, ...credentialsOf(app) })
    await send(service.url, {
      method: 'GET',
      path: '/oauth2/userinfo',
      headers: { authorization: `Bearer ${next.access_token}` },
    })
    await send(service.url, {
      method: 'GET',
      path: '/oauth2/userinfo',
      headers: { 'x-auth-token': next.access_token },
    })
    const listed = await listAppSecrets({ client, path, throwOnError: true })
    const secretId = listed.data.find(({ name }) => name === 'second')!.id
    await deleteAppSecret({ client, path: { ...path, secretId }, throwOnError: true })
  }
  const gone = await registerTestApp(service, person)
  keep('app secret', gone.app_secret)
  await deleteApp({ client: service.as(person.token), path: { appId: gone.app_id }, throwOnError: true })
  const other = await signUp(service)
  loot.addresses.add(other.email)
  await entriesOf(other.token, gone.app_secret!)
}

/** Secrets where they do not belong: in URLs, in names, in headers that other operations read. */
async function entriesOf(token: string, secret: string): Promise<void> {
  for (const { method, path } of entries) {
    const url = path.replaceAll(/\{\w+\}/g, encodeURIComponent(secret))
    const query = `access_token=${token}&client_secret=${secret}&password=password123`
    const authorization = basicOf('app_x', secret).Authorization
    loot.errors.push(
      await send(service.url, {
        method,
        path: `${url}?${query}`,
        headers: { authorization, referer: `https://x/?${query}` },
      }),
    )
  }
}

const lostPassword = `lost-${randomBytes(8).toString('hex')}`

/** Every operation, to bad ends, with a secret in each place that could be echoed. */
async function failEverywhere(): Promise<void> {
  keep('password', lostPassword)
  const [address = ''] = loot.addresses
  for (const { method, path, consumes } of entries) {
    const url = path.replaceAll(/\{\w+\}/g, lostPassword)
    for (const [type, body] of [
      [
        'application/json',
        JSON.stringify({
          email: address,
          password: lostPassword,
          code: lostPassword,
          grant_type: lostPassword,
        }),
      ],
      ['application/json', JSON.stringify({ [lostPassword]: lostPassword, email: { [lostPassword]: 1 } })],
      ['application/json', `{"password":"${lostPassword}`],
      ['application/x-www-form-urlencoded', `grant_type=${lostPassword}&client_secret=${lostPassword}&x=%zz`],
      ['text/plain', lostPassword],
    ] as const) {
      const headers = { 'content-type': type, authorization: `Bearer ${lostPassword}` }
      const hasBody = consumes.length > 0
      loot.errors.push(
        await send(service.url, {
          method,
          path: url,
          headers: hasBody ? headers : { authorization: headers.authorization },
          ...(hasBody && { body }),
        }),
      )
    }
  }
  for (const path of [
    `/${lostPassword}`,
    `/oauth2/token?x=${lostPassword}`,
    `/api/v1/apps/%zz${lostPassword}`,
  ])
    loot.errors.push(
      await send(service.url, { method: 'GET', path, headers: { 'x-auth-token': lostPassword } }),
    )
}

/** The names of what occurs in a text, in any form somebody could turn back. */
function found(text: string): string[] {
  return [...loot.secrets]
    .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
    .map(([name]) => name)
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  // A JWT without its signature still tells who and what; its signature alone would complete one.
  const parts =
    secret.split('.').length === 3 ? [secret.split('.')[2]!, secret.split('.').slice(0, 2).join('.')] : []
  return [
    secret,
    ...parts,
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    encodeURIComponent(secret),
  ]
}

describe('a whole run', () => {
  it('had something to lose', () => {
    expect(loot.secrets.size).toBeGreaterThan(30)
    expect(service.log.length).toBeGreaterThan(100)
    expect([...dump.keys()].length).toBeGreaterThanOrEqual(12)
    for (const table of [
      'users',
      'session_tokens',
      'client_secrets',
      'authorization_codes',
      'refresh_tokens',
      'access_tokens',
      'signing_keys',
      'revoked_access_tokens',
    ])
      expect([table, dump.get(table)!.length > 0]).toEqual([table, true])
    // The search itself finds what is there.
    expect(found(`x${[...loot.secrets.values()][0]}x`)).not.toEqual([])
    for (const address of loot.addresses) expect(dump.get('users')).toContain(address)
  })

  it('leaves no secret in the log', () => {
    expect(found(service.log.join('\n'))).toEqual([])
  })

  it('leaves no address, no cookie, no header and no SQL in the log', () => {
    const log = service.log.join('\n')
    for (const address of loot.addresses) {
      expect(log).not.toContain(address)
      expect(log).not.toContain(encodeURIComponent(address))
      expect(log).not.toContain(address.split('@')[0])
    }
    expect(log).not.toMatch(/"(authorization|cookie|headers|body|query|sql|params)"/i)
    expect(log).not.toMatch(/insert into|select .* from|update \w+ set/i)
  })

  it('leaves no secret, no address and no SQL in the traces', () => {
    const traces = collector.exports.map(({ body }) => String(body)).join('\n')
    expect(new Set(collector.spans.map(({ name }) => name)).size).toBeGreaterThan(100)
    expect(found(traces)).toEqual([])
    for (const address of loot.addresses) expect(traces).not.toContain(address.split('@')[0])
    expect(traces).not.toMatch(/127\.0\.0\.1|insert into|select .* from|update \w+ set|exception\./i)
  })

  it('leaves no secret, no address and no id of an app in the metrics', () => {
    expect(metrics).toContain('operation="issueToken"')
    expect(found(metrics)).toEqual([])
    for (const address of loot.addresses) expect(metrics).not.toContain(address)
    expect(metrics).not.toMatch(/app_[\w-]{8}/)
  })

  it('leaves no secret in the database: what is stored cannot be presented', () => {
    for (const [table, rows] of dump) expect([table, found(rows)]).toEqual([table, []])
  })

  it('leaves an address in the table of users and nowhere else', () => {
    for (const [table, rows] of dump)
      for (const address of loot.addresses)
        if (table !== 'users') expect([table, rows.includes(address)]).toEqual([table, false])
  })

  it('leaves passwords as argon2id and private keys sealed', () => {
    const users = dump
      .get('users')!
      .split('\n')
      .map((row) => JSON.parse(row) as Record<string, unknown>)
    for (const user of users) expect(user['password_hash']).toMatch(/^\$argon2id\$v=19\$/)
    expect(new Set(users.map((user) => user['password_hash'])).size).toBe(users.length)
    const keys = dump.get('signing_keys')!
    // PKCS#8 names its algorithm: id-ecPublicKey and rsaEncryption, in the hexadecimal form of the bytes.
    for (const part of ['"d":', 'PRIVATE KEY', '06072a8648ce3d0201', '2a864886f70d010101'])
      expect(keys).not.toContain(part)
  })

  it('is answered without a secret, an address, a stack or a word of SQL where it fails', () => {
    const failed = loot.errors.filter(({ status }) => status >= 400)
    expect(failed.length).toBeGreaterThan(50)
    for (const answer of failed) {
      const text = `${JSON.stringify(answer.headers)}${answer.text}`
      expect(found(text)).toEqual([])
      for (const address of loot.addresses) expect(text).not.toContain(address)
      expect(text).not.toMatch(
        /at .+:\d+:\d+|node:|\.ts|select |insert |postgres|argon|\bajv\b|fastify|schema|undefined|\[object/i,
      )
    }
  })

  it('says nothing about the software in its headers', () => {
    for (const { headers } of loot.errors) {
      expect(headers).not.toHaveProperty('server')
      expect(headers).not.toHaveProperty('x-powered-by')
    }
  })
})
