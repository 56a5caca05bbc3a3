import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize as authorizeByApi } from '../../client/index.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import {
  answered,
  askToken,
  authorize,
  beginRun,
  callback,
  open,
  redeem,
  tokensOf,
  userinfo,
  verifiedIdToken,
  walk,
  type Run,
} from '#test/support/conformance.ts'
import { startReceiver, type Receiver } from '#test/support/receiver.ts'
import { openRegistration } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf } from '#test/support/tokens.ts'

let service: TestService
let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
  service = await startService({
    ...openRegistration,
    LATCHKEY_OUTBOUND_ALLOW: receiver.host,
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
  })
})
afterAll(async () => {
  await service.stop()
  await receiver.stop()
})

/** The keys as they are published at this moment. */
async function publishedKeys(): Promise<JSONWebKeySet> {
  return (await fetch(`${service.url}/.well-known/jwks.json`)).json() as Promise<JSONWebKeySet>
}

describe('Dynamic OP', () => {
  it('oidcc-idtoken-rs256: signed as registered', async () => {
    const run = await beginRun(service, 'query', { id_token_signed_response_alg: 'RS256' })
    await tokensOf(run)
  })

  it('oidcc-userinfo-rs256: a signed answer names issuer and audience, however it is asked for', async () => {
    const run = await beginRun(service, 'query', { userinfo_signed_response_alg: 'RS256' })
    const { access_token: token, claims } = await tokensOf(run, { scope: 'openid email' })
    const url = `${service.url}/oauth2/userinfo`
    const headers = { authorization: `Bearer ${token}` }
    const ways: RequestInit[] = [
      { headers },
      { headers: { ...headers, accept: 'application/jwt' } },
      { method: 'POST', headers },
      { method: 'POST', body: new URLSearchParams({ access_token: token }) },
    ]
    for (const way of ways) {
      const response = await fetch(url, way)
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/jwt'])
      const keys = createLocalJWKSet(await publishedKeys())
      const { payload } = await jwtVerify(await response.text(), keys, { algorithms: ['RS256'] })
      expect(payload).toEqual({
        sub: claims.sub,
        email: run.person.email,
        email_verified: false,
        iss: service.url,
        aud: run.client.client_id,
      })
    }
  })

  it('oidcc-ensure-redirect-uri-in-authorization-request: with two registered, none is a guess', async () => {
    const run = await beginRun(service, 'query', { redirect_uris: [callback, `${callback}/two`] })
    expectErrorPage(await open(run, { redirect_uri: undefined }), 400, 'invalid_request')
  })

  it('oidcc-redirect-uri-query-OK: its own query stays', async () => {
    const uri = `${callback}?foo=bar`
    const run = await beginRun(service, 'query', { redirect_uris: [uri] })
    const { page } = await walk(run, await open(run, { redirect_uri: uri }))
    await redeem(run, answered(run, page, uri), { redirect_uri: uri })
  })

  it.each([
    ['oidcc-redirect-uri-query-mismatch', `${callback}?foo=bar`, `${callback}?foo=baz`],
    ['oidcc-redirect-uri-query-added', callback, `${callback}?foo=bar`],
  ])('%s: is told on a page', async (_module, registered, asked) => {
    const run = await beginRun(service, 'query', { redirect_uris: [registered] })
    expectErrorPage(await open(run, { redirect_uri: asked }), 400, 'invalid_request')
  })

  it.each(['oidcc-request-uri-unsigned', 'oidcc-request-uri-signed-rs256'])(
    '%s: discovery says that it is not supported, and so does the answer',
    async () => {
      const metadata = await (await fetch(`${service.url}/.well-known/openid-configuration`)).json()
      expect(metadata).toMatchObject({ request_uri_parameter_supported: false })
      const run = await beginRun(service, 'query')
      const page = await open(run, { request_uri: 'https://rp.example.com/request.jwt' })
      expect(answered(run, page).get('error')).toBe('request_uri_not_supported')
    },
  )

  it('oidcc-server-rotate-keys: a key is known before it signs and as long as it may be asked for', async () => {
    const [signed, known] = [new Set<string>(), [] as string[]]
    for (const days of [0, 91, 91]) {
      // Whoever has just fetched the keys keeps them for max-age, through the rotation.
      service.clock.advance(days * 86_400 - 300)
      const cached = await publishedKeys()
      const run = await beginRun(service, 'query')
      const before = await tokensOf(run)
      service.clock.advance(299)
      await service.running.context.keys.maintain()
      const after = await tokensOf(await beginRun(service, 'query'))
      for (const { id_token: text } of [before, after]) {
        const currentDate = service.clock.now()
        await jwtVerify(text, createLocalJWKSet(cached), { issuer: service.url, currentDate })
        await jwtVerify(text, createLocalJWKSet(await publishedKeys()), { issuer: service.url, currentDate })
        signed.add(kidOf(text))
      }
      known.push(...cached.keys.map(({ kid }) => kid!))
      expect((await userinfo(run, before.access_token))['sub']).toBe(before.claims.sub)
    }
    expect(signed.size).toBe(3)
    expect(known).toEqual(expect.arrayContaining([...signed]))
  })
})

describe('pairwise subjects', () => {
  const begin = (more = {}) => beginRun(service, 'query', { subject_type: 'pairwise', ...more })

  /** What the service says to the app about a token. */
  async function introspected({ client }: Run, token: string): Promise<string> {
    const headers = basicOf(client.client_id, client.client_secret!)
    const body = new URLSearchParams({ token })
    return (await fetch(`${service.url}/oauth2/introspect`, { method: 'POST', headers, body })).text()
  }

  it('hide who the user is on every way to the app, and are the same on all of them', async () => {
    const run = await begin({ backchannel_logout_uri: `${receiver.url}/logout` })
    const { answer } = await authorize(run, { scope: 'openid offline_access', prompt: 'consent' })
    const tokens = await redeem(run, answer)
    const subject = tokens.claims.sub!
    const refreshed = await askToken(run, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
    })
    const told = [
      decodeJwt(tokens.access_token),
      decodeJwt(refreshed.body['id_token']!),
      decodeJwt(refreshed.body['access_token']!),
      await userinfo(run, tokens.access_token),
      JSON.parse(await introspected(run, tokens.access_token)) as object,
      JSON.parse(await introspected(run, refreshed.body['refresh_token']!)) as object,
    ]
    await run.browser.open(`${service.url}/oauth2/logout?id_token_hint=${tokens.id_token}`)
    await service.running.jobs.idle()
    told.push(decodeJwt(receiver.received.at(-1)!.form.get('logout_token')!))
    for (const claims of told) expect(claims).toMatchObject({ sub: subject })
    const everything = JSON.stringify([...told, tokens, tokens.claims, refreshed.body, [...answer]])
    expect(everything).not.toContain(run.person.id)
    expect(subject).toMatch(/^[\w-]{43}$/)
  })

  it('hide it in signed userinfo too', async () => {
    const run = await begin({ userinfo_signed_response_alg: 'ES256' })
    const { access_token: token, claims } = await tokensOf(run)
    const headers = { authorization: `Bearer ${token}` }
    const text = await (await fetch(`${service.url}/oauth2/userinfo`, { headers })).text()
    expect(decodeJwt(text)).toMatchObject({ sub: claims.sub, aud: run.client.client_id })
  })

  it('are the same for the apps of a sector, and others elsewhere', async () => {
    const one = await begin()
    const inSector = { ...(await begin()), person: one.person, browser: one.browser }
    const elsewhere = 'https://other.example.com/callback'
    const other = {
      ...(await begin({ redirect_uris: [elsewhere] })),
      person: one.person,
      browser: one.browser,
    }
    const first = (await tokensOf(one)).claims.sub
    expect((await tokensOf(inSector)).claims.sub).toBe(first)
    const { page } = await walk(other, await open(other, { redirect_uri: elsewhere }))
    const tokens = await redeem(other, answered(other, page, elsewhere), { redirect_uri: elsewhere })
    expect(tokens.claims.sub).not.toBe(first)
  })

  it('are what the app names somebody by: hint, claims, and nothing else', async () => {
    const run = await begin()
    const { claims, id_token: hint } = await tokensOf(run)
    const asking = (sub: string) => JSON.stringify({ id_token: { sub: { value: sub } } })
    const silently = async (changes: Record<string, string>) =>
      answered(run, await open(run, { prompt: 'none', ...changes })).get('error')
    expect(await silently({ id_token_hint: hint })).toBeNull()
    expect(await silently({ claims: asking(claims.sub!) })).toBeNull()
    expect(await silently({ claims: asking(run.person.id) })).toBe('login_required')
    for (const [sub, error] of [
      [claims.sub!, null],
      [run.person.id, 'login_required'],
    ] as const) {
      const { data } = await authorizeByApi({
        client: service.as(run.person.token),
        body: {
          response_type: 'code',
          client_id: run.client.client_id,
          redirect_uri: callback,
          scope: 'openid',
          claims: asking(sub),
        },
      })
      expect(new URL(data!.redirect_uri).searchParams.get('error')).toBe(error)
    }
  })
})

it('an ID token stays good for an hour and is verified by nobody who expects another app', async () => {
  const [run, other] = [await beginRun(service, 'query'), await beginRun(service, 'query')]
  const { id_token: text } = await tokensOf(run)
  await expect(verifiedIdToken(other, text)).rejects.toThrow('"aud"')
  service.clock.advance(3_601)
  await expect(verifiedIdToken(run, text)).rejects.toThrow('"exp"')
})

function kidOf(text: string): string {
  return (JSON.parse(Buffer.from(text.split('.')[0]!, 'base64url').toString()) as { kid: string }).kid
}
