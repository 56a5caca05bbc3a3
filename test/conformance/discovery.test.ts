import { importJWK, type JSONWebKeySet } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'

/** Where the world sees the service; here it is asked at its socket. */
const issuer = 'https://auth.example.com'
let service: TestService
let configuration: Response
let metadata: Record<string, unknown>

/** A document of the provider. */
async function fetchFrom(url: string): Promise<Response> {
  return fetch(url.replace(issuer, service.running.url))
}

beforeAll(async () => {
  service = await startService({
    LATCHKEY_ISSUER: issuer,
    LATCHKEY_SECRET: 'n1kWm3yYv0cXQ7dQ4mZr8tPz5uLbG2ae',
    HOST: '127.0.0.1',
    LATCHKEY_PASSWORD_MEMORY_KIB: '19456',
    LATCHKEY_PASSWORD_PASSES: '2',
  })
  configuration = await fetchFrom(`${issuer}/.well-known/openid-configuration`)
  metadata = (await configuration.json()) as Record<string, unknown>
})
afterAll(() => service.stop())

const list = (name: string) => metadata[name] as string[]

describe('Config OP', () => {
  const module = 'oidcc-discovery-endpoint-verification'

  it(`${module}: it is JSON`, () => {
    expect(configuration.status).toBe(200)
    expect(configuration.headers.get('content-type')).toBe('application/json; charset=utf-8')
  })

  it(`${module}: the issuer is exactly the one that was asked`, () => {
    expect(metadata['issuer']).toBe(issuer)
  })

  it(`${module}: what has to be there is there`, () => {
    for (const name of ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'])
      expect(metadata[name]).toBeTypeOf('string')
    expect(list('response_types_supported')).toContain('code')
    expect(list('grant_types_supported')).toContain('authorization_code')
    expect(list('subject_types_supported')).toContain('public')
    expect(list('id_token_signing_alg_values_supported')).toContain('RS256')
    expect(list('code_challenge_methods_supported')).toEqual(['S256'])
    expect(list('claims_supported')).toEqual(expect.arrayContaining(['sub', 'email', 'acr']))
  })

  it(`${module}: every URL is https, and every list a list of different texts`, () => {
    for (const [name, value] of Object.entries(metadata)) {
      if (/_(?:endpoint|uri|documentation)$/.test(name))
        expect(new URL(value as string).protocol).toBe('https:')
      if (!Array.isArray(value)) continue
      expect(new Set(value as string[]).size).toBe(value.length)
      for (const each of value) expect(each).toBeTypeOf('string')
    }
  })

  it(`${module}: scopes are legal and languages canonical`, () => {
    expect(list('scopes_supported')).toContain('openid')
    for (const scope of list('scopes_supported')) expect(scope).toMatch(/^[\x21\x23-\x5b\x5d-\x7e]+$/)
    const tags = list('ui_locales_supported')
    expect(Intl.getCanonicalLocales(tags)).toEqual(tags)
  })

  it(`${module}: the keys can be fetched and are public ones`, async () => {
    const { keys } = (await (await fetchFrom(metadata['jwks_uri'] as string)).json()) as JSONWebKeySet
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(keys.length)
    for (const key of keys) {
      expect(await importJWK(key)).toMatchObject({ type: 'public' })
      for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(key).not.toHaveProperty(secret)
    }
  })

  it('RFC 8414: the same facts are at the other well-known URL', async () => {
    const response = await fetchFrom(`${issuer}/.well-known/oauth-authorization-server`)
    expect(metadata).toMatchObject((await response.json()) as object)
  })
})
