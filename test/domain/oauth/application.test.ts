import { describe, expect, test } from 'vitest'
import { applicationOf, decideRegistration, type ApplicationBody } from '#src/domain/oauth/application.ts'
import { at, everyScope, failuresOf, makeClient } from '../facts.ts'

const outbound = { allowedHosts: [] }

/** The printed registration. */
const printed = {
  name: 'My Application',
  description: 'Application description',
  redirect_uris: ['https://example.com/callback'],
  scopes: ['openid', 'profile', 'email'],
}

function register(changes: ApplicationBody, profile: 'default' | 'strict' = 'default') {
  return decideRegistration(
    { ...printed, ...changes, name: changes.name ?? printed.name },
    { profile, outbound },
  )
}

const implicit = { response_types: ['code', 'token'] } as const

describe('registration', () => {
  test('as printed gives a confidential app that may use all three printed grants', () => {
    expect(register({})).toEqual({
      name: 'My Application',
      description: 'Application description',
      redirectUris: ['https://example.com/callback'],
      scopes: ['openid', 'profile', 'email'],
      tokenEndpointAuthMethod: null,
      responseTypes: ['code'],
      grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
      requirePkce: true,
      idTokenSignedResponseAlg: 'RS256',
      accessTokenFormat: 'jwt',
      postLogoutRedirectUris: [],
      tokenEndpointAuthSigningAlg: null,
      jwks: null,
      jwksUri: null,
    })
  })

  test('of a name alone gives an app with tokens of its own only', () => {
    expect(decideRegistration({ name: 'Cron' }, { profile: 'default', outbound })).toMatchObject({
      description: '',
      redirectUris: [],
      scopes: [],
      responseTypes: [],
      grantTypes: ['client_credentials'],
    })
  })

  test.each<[string, ApplicationBody, object]>([
    [
      'a public app without client_credentials',
      { token_endpoint_auth_method: 'none' },
      { grantTypes: ['authorization_code', 'refresh_token'] },
    ],
    [
      'the token response type by its name alone',
      implicit,
      {
        responseTypes: ['code', 'token'],
        grantTypes: ['authorization_code', 'refresh_token', 'implicit', 'client_credentials'],
      },
    ],
    [
      'response types that follow from grant types',
      { grant_types: ['implicit'] },
      { responseTypes: ['token'], grantTypes: ['implicit'] },
    ],
    ['a confidential app without PKCE', { require_pkce: false }, { requirePkce: false }],
    [
      'HS256 for a confidential app',
      { id_token_signed_response_alg: 'HS256' },
      { idTokenSignedResponseAlg: 'HS256' },
    ],
    [
      'repeated items once',
      { scopes: ['read', 'read'], redirect_uris: ['https://a.example/', 'https://a.example/'] },
      { scopes: ['read'], redirectUris: ['https://a.example/'] },
    ],
    ['every scope', { scopes: everyScope }, { scopes: everyScope }],
    ['no scope at all', { scopes: [] }, { scopes: [] }],
    ['both methods by null', { token_endpoint_auth_method: null }, { tokenEndpointAuthMethod: null }],
    ['openid where no scope is named', { scopes: undefined }, { scopes: ['openid'] }],
  ])('accepts %s', (_, changes, expected) => expect(register(changes)).toMatchObject(expected))

  test.each<[string, ApplicationBody, string[]]>([
    [
      'a bad redirect URI',
      { redirect_uris: ['https://a.example/', 'http://evil.com/'] },
      ['invalid_redirect_uri', '/redirect_uris/1'],
    ],
    [
      'a public app without a redirect URI',
      { token_endpoint_auth_method: 'none', redirect_uris: [] },
      ['invalid_client_metadata', '/grant_types'],
    ],
    [
      'codes without a redirect URI',
      { grant_types: ['authorization_code'], redirect_uris: [] },
      ['invalid_redirect_uri', '/redirect_uris'],
    ],
    [
      'tokens without a redirect URI',
      { grant_types: ['implicit'], redirect_uris: [] },
      ['invalid_redirect_uri', '/redirect_uris'],
    ],
    ['an unknown scope', { scopes: ['openid', 'admin'] }, ['invalid_scope', '/scopes/1']],
    [
      'offline_access without refresh tokens',
      { scopes: ['offline_access'], grant_types: ['authorization_code'] },
      ['invalid_scope', '/scopes/0'],
    ],
    [
      'a bad logout redirect URI',
      { post_logout_redirect_uris: ['javascript:alert(1)'] },
      ['invalid_client_metadata', '/post_logout_redirect_uris/0'],
    ],
    ['a blank name', { name: ' \t' }, ['invalid_client_metadata', '/name']],
    ['a name with a NUL', { name: 'App\u0000' }, ['invalid_client_metadata', '/name']],
    ['a name that turns text round', { name: 'App\u202e' }, ['invalid_client_metadata', '/name']],
    ['a description with a NUL', { description: '\u0000' }, ['invalid_client_metadata', '/description']],
    ['no grant type', { grant_types: [] }, ['invalid_client_metadata', '/grant_types']],
    [
      'code without its grant type',
      { response_types: ['code'], grant_types: ['client_credentials'] },
      ['invalid_client_metadata', '/response_types'],
    ],
    [
      'token without its grant type',
      { response_types: ['code', 'token'], grant_types: ['authorization_code'] },
      ['invalid_client_metadata', '/response_types'],
    ],
    [
      'implicit without its response type',
      { response_types: ['code'], grant_types: ['authorization_code', 'implicit'] },
      ['invalid_client_metadata', '/response_types'],
    ],
    [
      'refresh tokens without codes',
      { grant_types: ['refresh_token', 'client_credentials'] },
      ['invalid_client_metadata', '/grant_types'],
    ],
    [
      'a public app with client_credentials',
      { token_endpoint_auth_method: 'none', grant_types: ['authorization_code', 'client_credentials'] },
      ['invalid_client_metadata', '/grant_types'],
    ],
    [
      'a public app without PKCE',
      { token_endpoint_auth_method: 'none', require_pkce: false },
      ['invalid_client_metadata', '/require_pkce'],
    ],
    [
      'a public app with HS256',
      { token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'HS256' },
      ['invalid_client_metadata', '/id_token_signed_response_alg'],
    ],
  ])('refuses %s', (_, changes, expected) => expect(failuresOf(register(changes))).toEqual(expected))

  test.each<[string, ApplicationBody, string]>([
    ['the token response type', implicit, '/response_types'],
    ['HS256', { id_token_signed_response_alg: 'HS256' }, '/id_token_signed_response_alg'],
    ['no PKCE', { require_pkce: false }, '/require_pkce'],
  ])('refuses %s in strict', (_, changes, path) => {
    expect(failuresOf(register(changes, 'strict'))).toEqual(['invalid_client_metadata', path])
  })

  test('names every failing member, and its code is that of the first with a code of its own', () => {
    const decided = register({
      name: '',
      scopes: ['admin'],
      redirect_uris: ['http://evil.com/', 'https://a.example/#x'],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'HS256',
    })
    const paths = [
      '/redirect_uris/0',
      '/redirect_uris/1',
      '/scopes/0',
      '/name',
      '/id_token_signed_response_alg',
    ]
    expect(failuresOf(decided)).toEqual(['invalid_redirect_uri', ...paths])
    expect(JSON.stringify(decided)).not.toMatch(/evil|admin/)
  })
})

describe('application', () => {
  const issuer = 'https://auth.example.com'

  test('says where its logo is, at an address that changes with it', () => {
    const shown = applicationOf(makeClient({ logoTag: 'tag' }), { rateLimits: { hour: 1, day: 1 }, issuer })
    expect(shown.logo_uri).toBe('https://auth.example.com/api/v1/apps/app_one/logo?v=tag')
  })

  test('shows every member, whole seconds and the configured limits', () => {
    const client = makeClient({ createdAt: new Date('2026-02-06T00:00:00.999Z'), rateLimitDay: 5 })
    expect(applicationOf(client, { rateLimits: { hour: 1000, day: 10_000 }, issuer })).toEqual({
      id: 'client-1',
      app_id: 'app_one',
      name: 'My Application',
      description: 'Application description',
      redirect_uris: ['https://example.com/callback'],
      scopes: ['openid', 'profile', 'email'],
      token_endpoint_auth_method: null,
      token_endpoint_auth_signing_alg: null,
      jwks: null,
      jwks_uri: null,
      response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      require_pkce: true,
      id_token_signed_response_alg: 'RS256',
      access_token_format: 'jwt',
      post_logout_redirect_uris: [],
      rate_limit_hour: 1000,
      rate_limit_day: 5,
      first_party: false,
      logo_uri: null,
      created_at: '2026-02-06T00:00:00Z',
    })
  })

  test('registers again as it is shown', () => {
    const shown = applicationOf(makeClient({ updatedAt: at(0) }), { rateLimits: { hour: 1, day: 1 }, issuer })
    const { redirectUris, grantTypes, responseTypes } = makeClient()
    expect(decideRegistration(shown, { profile: 'default', outbound })).toMatchObject({
      redirectUris,
      grantTypes,
      responseTypes,
    })
  })
})
