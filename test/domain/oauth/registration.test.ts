import { describe, expect, test } from 'vitest'
import {
  decideClientRegistration,
  type RegistrationBody,
  type RegistrationSettings,
} from '#src/domain/oauth/registration.ts'

const settings: RegistrationSettings = {
  profile: 'default',
  outbound: { allowedHosts: [] },
  pkce: 'public',
  isOpen: true,
}
const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }
const web = { redirect_uris: ['https://client.example.org/callback'] }

function register(body: RegistrationBody, changes: Partial<RegistrationSettings> = {}) {
  return decideClientRegistration({ ...web, ...body }, { ...settings, ...changes })
}

describe('registration of a client', () => {
  test('of OpenID Connect Registration §3.1 is accepted', () => {
    const body = {
      application_type: 'web',
      redirect_uris: ['https://client.example.org/callback', 'https://client.example.org/callback2'],
      client_name: 'My Example',
      'client_name#ja-Jpan-JP': 'クライアント名',
      logo_uri: 'https://client.example.org/logo.png',
      subject_type: 'pairwise',
      sector_identifier_uri: 'https://other.example.net/file_of_redirect_uris.json',
      token_endpoint_auth_method: 'client_secret_basic',
      jwks_uri: 'https://client.example.org/my_public_keys.jwks',
      userinfo_encrypted_response_alg: 'RSA-OAEP-256',
      contacts: ['ve7jtb@example.org', 'mary@example.org'],
      request_uris: ['https://client.example.org/rf.txt#qpXaRLh_n93TTR9F252ValdatUQvQiJi5BDub2BeznA'],
    } as const
    expect(register(body)).toMatchObject({
      members: {
        name: 'My Example',
        redirectUris: body.redirect_uris,
        responseTypes: ['code'],
        grantTypes: ['authorization_code'],
        scopes: ['openid', 'profile', 'email', 'address', 'phone'],
        tokenEndpointAuthMethod: 'client_secret_basic',
        jwksUri: body.jwks_uri,
        subjectType: 'pairwise',
        sectorIdentifier: 'other.example.net',
        logoUri: body.logo_uri,
        requirePkce: false,
      },
      metadata: {
        contacts: body.contacts,
        applicationType: 'web',
        sectorIdentifierUri: body.sector_identifier_uri,
      },
    })
  })

  test('of redirect URIs alone has the defaults of RFC 7591 §2', () => {
    expect(register({})).toEqual({
      members: {
        name: 'client.example.org',
        description: '',
        redirectUris: web.redirect_uris,
        scopes: ['openid', 'profile', 'email', 'address', 'phone'],
        tokenEndpointAuthMethod: 'client_secret_basic',
        tokenEndpointAuthSigningAlg: null,
        jwks: null,
        jwksUri: null,
        responseTypes: ['code'],
        grantTypes: ['authorization_code'],
        requirePkce: false,
        idTokenSignedResponseAlg: 'RS256',
        userinfoSignedResponseAlg: null,
        accessTokenFormat: 'jwt',
        postLogoutRedirectUris: [],
        subjectType: 'public',
        sectorIdentifier: null,
        defaultMaxAge: null,
        requireAuthTime: false,
        defaultAcrValues: [],
        clientUri: null,
        logoUri: null,
        policyUri: null,
        tosUri: null,
        initiateLoginUri: null,
        backchannelLogoutUri: null,
        backchannelLogoutSessionRequired: false,
        frontchannelLogoutUri: null,
        frontchannelLogoutSessionRequired: false,
      },
      metadata: {
        contacts: [],
        softwareId: null,
        softwareVersion: null,
        applicationType: 'web',
        sectorIdentifierUri: null,
      },
    })
  })

  test('takes null for what is left out (RFC 7592 §2.2)', () => {
    const nulls = {
      client_name: null,
      scope: null,
      jwks: null,
      grant_types: null,
      default_max_age: null,
    } as const
    expect(register(nulls)).toEqual(register({}))
  })

  test.each<[string, RegistrationBody, object]>([
    [
      'grant types that we do not have left out',
      {
        grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
      },
      { grantTypes: ['authorization_code', 'refresh_token'], responseTypes: ['code'] },
    ],
    ['grant types that follow', { response_types: ['token'] }, { grantTypes: ['implicit'] }],
    ['response types that follow', { grant_types: ['client_credentials'] }, { responseTypes: [] }],
    [
      'offline_access with refresh_token',
      { grant_types: ['authorization_code', 'refresh_token'], scope: 'openid offline_access' },
      { scopes: ['openid', 'offline_access'] },
    ],
    ['no offline_access without', { scope: 'openid offline_access' }, { scopes: ['openid'] }],
    ['no scope that nobody consents to', { scope: 'openid read write admin' }, { scopes: ['openid'] }],
    ['no scope of a malformed list', { scope: ' openid' }, { scopes: [] }],
    ['PKCE for a public client', { token_endpoint_auth_method: 'none' }, { requirePkce: true }],
    [
      'the algorithm of its key',
      { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [key] } },
      { tokenEndpointAuthSigningAlg: 'EdDSA', jwks: { keys: [key] } },
    ],
    [
      'the algorithm it names',
      {
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'PS256',
        jwks_uri: 'https://a.example/jwks',
      },
      { tokenEndpointAuthSigningAlg: 'PS256' },
    ],
    [
      'keys without using them',
      { jwks: { keys: [key] } },
      { jwks: { keys: [key] }, tokenEndpointAuthSigningAlg: null },
    ],
    [
      'the one host of its redirect URIs for a sector',
      { subject_type: 'pairwise' },
      { sectorIdentifier: 'client.example.org' },
    ],
    [
      'no sector for public subjects',
      { sector_identifier_uri: 'https://a.example/s' },
      { sectorIdentifier: null },
    ],
    [
      'loopback of a tool that calls itself nothing',
      { redirect_uris: ['http://127.0.0.1/cb', 'http://localhost:3000/cb'] },
      {},
    ],
    ['a scheme of its own', { redirect_uris: ['com.example.app:/cb'], application_type: 'native' }, {}],
    [
      'a logout URI in front',
      { frontchannel_logout_uri: 'https://client.example.org/out' },
      { frontchannelLogoutUri: 'https://client.example.org/out' },
    ],
    [
      'a logout URI behind',
      { backchannel_logout_uri: 'https://logout.example.org/out', backchannel_logout_session_required: true },
      { backchannelLogoutSessionRequired: true },
    ],
    [
      'defaults of requests',
      { default_max_age: 60, require_auth_time: true, default_acr_values: ['aal2'] },
      { defaultMaxAge: 60, requireAuthTime: true, defaultAcrValues: ['aal2'] },
    ],
  ])('gives %s', (_, body, expected) => expect(register(body)).toMatchObject({ members: expected }))

  test('gives what an initial access token vouches for', () => {
    expect(register({ scope: 'openid read' }, { isOpen: false })).toMatchObject({
      members: { scopes: ['openid', 'read'] },
    })
  })

  test.each([{ pkce: 'always' }, { profile: 'strict' }] as const)(
    'asks everybody for PKCE with %o',
    (changes) => {
      expect(register({}, changes)).toMatchObject({ members: { requirePkce: true } })
    },
  )
})
