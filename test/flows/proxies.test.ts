import { afterEach, describe, expect, it } from 'vitest'
import { signUp } from '#test/support/actors.ts'
import { entries } from '#test/support/contract.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send, type Answer } from '#test/support/wire.ts'

let service: TestService

afterEach(() => service.stop())

/** A call without a name, and how many its address has left. */
async function leftFor(headers: Record<string, string> = {}): Promise<string | undefined> {
  const answer = await send(service.url, {
    method: 'POST',
    path: '/api/v1/auth/login',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email: 'nobody@example.com', password: 'wrong' }),
  })
  return answer.headers['x-ratelimit-remaining'] as string | undefined
}

function forwarded(...addresses: readonly string[]): Record<string, string> {
  return { 'x-forwarded-for': addresses.join(', ') }
}

describe('X-Forwarded-For', () => {
  it('is nobody’s to write without a proxy that is trusted', async () => {
    service = await startService()
    const spoofs = [
      {},
      forwarded('192.0.2.1'),
      forwarded('192.0.2.2', '192.0.2.3'),
      { forwarded: 'for=192.0.2.4' },
    ]
    const more = [
      { 'x-real-ip': '192.0.2.5' },
      { 'x-client-ip': '192.0.2.6' },
      { 'cf-connecting-ip': '192.0.2.7' },
    ]
    const left: (string | undefined)[] = []
    for (const headers of [...spoofs, ...more]) left.push(await leftFor(headers as Record<string, string>))
    expect(left).toEqual(['999', '998', '997', '996', '995', '994', '993'])
  })

  it('is believed as far as the number of proxies says, from the right', async () => {
    service = await startService({ LATCHKEY_TRUST_PROXY: '2' })
    expect(await leftFor(forwarded('192.0.2.1', '10.0.0.1'))).toBe('999')
    expect(await leftFor(forwarded('203.0.113.9', '192.0.2.1', '10.0.0.1'))).toBe('998')
    expect(await leftFor(forwarded('203.0.113.8', '203.0.113.7', '192.0.2.1', '10.0.0.2'))).toBe('997')
    expect(await leftFor(forwarded('203.0.113.9', '10.0.0.1'))).toBe('999')
    expect(await leftFor(forwarded('192.0.2.1:4711', '10.0.0.1'))).toBe('996')
  })

  it('is believed from the addresses that are trusted, and no further', async () => {
    service = await startService({ LATCHKEY_TRUST_PROXY: '127.0.0.0/8,10.0.0.0/8,::1' })
    expect(await leftFor(forwarded('192.0.2.1', '10.0.0.1', '10.9.9.9'))).toBe('999')
    expect(await leftFor(forwarded('192.0.2.1'))).toBe('998')
    expect(await leftFor(forwarded('203.0.113.1', '192.0.2.1', '10.0.0.1'))).toBe('997')
  })

  it('from an address that is not trusted says nothing', async () => {
    service = await startService({ LATCHKEY_TRUST_PROXY: '10.0.0.0/8' })
    expect(await leftFor(forwarded('192.0.2.1'))).toBe('999')
    expect(await leftFor(forwarded('192.0.2.2', '10.0.0.1'))).toBe('998')
  })

  it('with nonsense in it is one address of its own, and no failure', async () => {
    service = await startService({ LATCHKEY_TRUST_PROXY: '1' })
    const nonsense = ['unknown', '<script>', '999.1.1.1', '::ffff:', 'a'.repeat(5000), "1' or '1'='1"]
    const left: (string | undefined)[] = []
    for (const text of nonsense) left.push(await leftFor(forwarded(text)))
    expect(left).toEqual(['999', '998', '997', '996', '995', '994'])
  })
})

describe('the address of who signs in', () => {
  it.each([
    ['an address', '192.0.2.1', '192.0.2.1'],
    ['a port behind it', '192.0.2.1:4711', '192.0.2.1'],
    ['IPv6 in brackets', '[2001:db8::1]:4711', '2001:db8::1'],
    ['5000 letters', 'a'.repeat(5000), 'unknown'],
    ['markup', '<script>', 'unknown'],
  ])('is kept as an address, also where the proxy tells %s', async (_what, told, kept) => {
    service = await startService({ LATCHKEY_TRUST_PROXY: '1' })
    const { email, password } = await signUp(service)
    const signedIn = await send(service.url, {
      method: 'POST',
      path: '/api/v1/auth/login',
      headers: { 'content-type': 'application/json', ...forwarded(told) },
      body: JSON.stringify({ email, password }),
    })
    const headers = { authorization: `Bearer ${signedIn.body.token}` }
    for (const path of ['/api/v1/sessions', '/api/v1/me/activity']) {
      const list = await send(service.url, { method: 'GET', path, headers })
      expect([path, list.status, list.body[0].address]).toEqual([path, 200, kept])
    }
  })
})

describe('X-Forwarded-Host and its kin', () => {
  it('change no URL that we write, whoever is trusted', async () => {
    service = await startService({ LATCHKEY_TRUST_PROXY: '1' })
    const { token } = await signUp(service)
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '444',
      forwarded: 'host=evil.example;proto=https',
      authorization: `Bearer ${token}`,
    }
    for (const path of ['/.well-known/openid-configuration', '/api/v1/apps?count=1', '/nowhere']) {
      const answer = await send(service.url, { method: 'GET', path, headers })
      expect(JSON.stringify([answer.headers, answer.text])).not.toContain('evil.example')
    }
    const { body } = await send(service.url, {
      method: 'GET',
      path: '/.well-known/openid-configuration',
      headers,
    })
    expect(body.issuer).toBe(service.config.issuer)
  })
})

describe('caching', () => {
  it('of what was made for one caller is forbidden, and of the rest it is told for how long', async () => {
    service = await startService()
    for (const { id, method, path, security, isStatic, audience } of entries) {
      if (audience === 'browser') continue
      const target = { method, path: path.replaceAll(/\{\w+\}/g, 'app_x') }
      const answer: Answer = await send(service.url, { ...target, headers: {} })
      const { 'cache-control': caching, vary, etag } = answer.headers
      if (isStatic) {
        expect([id, caching]).toEqual([id, 'public, max-age=300'])
        const again = await send(service.url, { ...target, headers: { 'if-none-match': etag! } })
        expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
        expect(again.headers['cache-control']).toBe('public, max-age=300')
      } else expect([id, caching]).toEqual([id, 'no-store'])
      // Images and what the origins of redirect URIs may call answer each origin for itself as well.
      if (security.length > 0)
        expect([id, vary?.split(', ').slice(0, 2)]).toEqual([id, ['Authorization', 'X-Auth-Token']])
    }
  })
})
