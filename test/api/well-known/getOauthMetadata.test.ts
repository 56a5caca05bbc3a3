import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, getOauthMetadata, getOpenidConfiguration } from '../../../client/index.ts'
import { header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

const proven = ['client_secret_basic', 'client_secret_post', 'private_key_jwt']
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA']

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getOauthMetadata', () => {
  it('lists what works, under the configured issuer', async () => {
    const { data } = await getOauthMetadata({ client: service.as() })
    expect(data).toEqual({
      issuer: service.url,
      authorization_endpoint: `${service.url}/oauth2/authorize`,
      token_endpoint: `${service.url}/oauth2/token`,
      revocation_endpoint: `${service.url}/oauth2/revoke`,
      introspection_endpoint: `${service.url}/oauth2/introspect`,
      jwks_uri: `${service.url}/.well-known/jwks.json`,
      scopes_supported: ['openid', 'profile', 'email', 'address', 'phone', 'read', 'write', 'offline_access'],
      response_types_supported: ['code', 'token'],
      response_modes_supported: ['query', 'fragment', 'form_post'],
      grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token', 'implicit'],
      token_endpoint_auth_methods_supported: [...proven, 'none'],
      token_endpoint_auth_signing_alg_values_supported: algorithms,
      revocation_endpoint_auth_methods_supported: [...proven, 'none'],
      revocation_endpoint_auth_signing_alg_values_supported: algorithms,
      introspection_endpoint_auth_methods_supported: proven,
      introspection_endpoint_auth_signing_alg_values_supported: algorithms,
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
      protected_resources: [service.url],
      service_documentation: `${service.url}/docs`,
      ui_locales_supported: ['en', 'de', 'fr', 'es', 'ja'],
    })
  })

  it('says nothing that the OpenID configuration does not say', async () => {
    const { data } = await getOauthMetadata({ client: service.as(), throwOnError: true })
    expect((await getOpenidConfiguration({ client: service.as() })).data).toMatchObject(data)
  })

  it('takes no URL from the request', async () => {
    const { port } = new URL(service.url)
    const headers = {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      Forwarded: 'host=evil.example',
    }
    const client = createClient({ baseUrl: `http://127.0.0.1:${port}` })
    const answer = await getOauthMetadata({ client, headers })
    expect(answer.data?.issuer).toBe(service.url)
    expect(JSON.stringify(answer.data)).not.toMatch(/evil|127\.0\.0\.1/)
  })

  it('may be kept for five minutes and is not sent again to who has it', async () => {
    const answer = await getOauthMetadata({ client: service.as() })
    expect(header(answer, 'cache-control')).toBe('public, max-age=300')
    const headers = { 'If-None-Match': header(answer, 'etag') ?? '' }
    expect(status(await getOauthMetadata({ client: service.as(), headers }))).toBe(304)
  })
})
