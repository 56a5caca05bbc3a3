import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decideClientRegistration,
  type RegistrationBody,
  type RegistrationSettings,
} from '#src/domain/oauth/registration.ts'
import { isRefusal } from '#src/domain/refusal.ts'

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
  test.each<[string, RegistrationBody, string]>([
    ['no redirect URI', { redirect_uris: [] }, 'invalid_redirect_uri'],
    ['a fragment', { redirect_uris: ['https://a.example/#x'] }, 'invalid_redirect_uri'],
    ['user information', { redirect_uris: ['https://a@b.example/'] }, 'invalid_redirect_uri'],
    ['http elsewhere', { redirect_uris: ['http://a.example/'] }, 'invalid_redirect_uri'],
    ['a script', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
    [
      'a scheme without a dot',
      { redirect_uris: ['myapp:/cb'], application_type: 'native' },
      'invalid_redirect_uri',
    ],
    [
      'a scheme of its own in the web',
      { redirect_uris: ['com.example.app:/cb'], application_type: 'web' },
      'invalid_redirect_uri',
    ],
    [
      'tokens to http',
      { redirect_uris: ['http://127.0.0.1/cb'], response_types: ['token'] },
      'invalid_redirect_uri',
    ],
    [
      'tokens to localhost',
      { redirect_uris: ['https://localhost/cb'], response_types: ['token'] },
      'invalid_redirect_uri',
    ],
    ['no grant type that we have', { grant_types: ['password'] }, 'invalid_client_metadata'],
    ['no response type that we have', { response_types: ['id_token'] }, 'invalid_client_metadata'],
    [
      'types that contradict',
      { grant_types: ['client_credentials'], response_types: ['code'] },
      'invalid_client_metadata',
    ],
    [
      'client_credentials for a public client',
      { grant_types: ['client_credentials'], token_endpoint_auth_method: 'none' },
      'invalid_client_metadata',
    ],
    ['a name that hides', { client_name: 'Bank\u202e' }, 'invalid_client_metadata'],
    [
      'private_key_jwt without keys',
      { token_endpoint_auth_method: 'private_key_jwt' },
      'invalid_client_metadata',
    ],
    [
      'private_key_jwt with keys for something else',
      {
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'RS256',
        jwks: { keys: [key] },
      },
      'invalid_client_metadata',
    ],
    [
      'keys in two places',
      { jwks: { keys: [key] }, jwks_uri: 'https://a.example/jwks' },
      'invalid_client_metadata',
    ],
    ['private keys', { jwks: { keys: [{ ...key, d: 'x' }] } }, 'invalid_client_metadata'],
    [
      'HS256 without a secret',
      { id_token_signed_response_alg: 'HS256', token_endpoint_auth_method: 'none' },
      'invalid_client_metadata',
    ],
    [
      'HS256 with a key',
      {
        id_token_signed_response_alg: 'HS256',
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: [key] },
      },
      'invalid_client_metadata',
    ],
    [
      'HS256 with logout tokens',
      { id_token_signed_response_alg: 'HS256', backchannel_logout_uri: 'https://a.example/' },
      'invalid_client_metadata',
    ],
    [
      'pairwise subjects of two hosts',
      { subject_type: 'pairwise', redirect_uris: ['https://a.example/', 'https://b.example/'] },
      'invalid_client_metadata',
    ],
    [
      'a logout URI in front of somebody else',
      { frontchannel_logout_uri: 'https://victim.example/out' },
      'invalid_client_metadata',
    ],
    [
      'a post-logout URI with a script',
      { post_logout_redirect_uris: ['javascript:alert(1)'] },
      'invalid_client_metadata',
    ],
    ...(['initiate_login_uri', 'client_uri', 'logo_uri', 'policy_uri', 'tos_uri'] as const).flatMap((name) =>
      ['http://a.example/', 'javascript:alert(1)', 'https://u@a.example/'].map(
        (uri) =>
          [`${name} ${uri}`, { [name]: uri }, 'invalid_client_metadata'] as [
            string,
            RegistrationBody,
            string,
          ],
      ),
    ),
    ...(['jwks_uri', 'sector_identifier_uri', 'backchannel_logout_uri'] as const).flatMap((name) =>
      [
        'http://a.example/',
        'https://127.0.0.1/',
        'https://[::1]/',
        'https://169.254.169.254/',
        'https://db/',
      ].map(
        (uri) =>
          [`${name} ${uri}`, { [name]: uri }, 'invalid_client_metadata'] as [
            string,
            RegistrationBody,
            string,
          ],
      ),
    ),
  ])('is refused with %s', (_, body, code) => {
    expect(register(body)).toMatchObject({
      code,
      description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/),
    })
  })

  test('is refused in strict with the response type token', () => {
    expect(register({ response_types: ['token'] }, { profile: 'strict' })).toMatchObject({
      code: 'invalid_client_metadata',
    })
  })

  test('echoes nothing of what was sent', () => {
    const text = fc.string({ minLength: 8 }).map((each) => `zzz${each}`)
    fc.assert(
      fc.property(text, (uri) => {
        for (const name of [
          'jwks_uri',
          'logo_uri',
          'frontchannel_logout_uri',
          'sector_identifier_uri',
        ] as const) {
          const refusal = register({ [name]: uri })
          expect(isRefusal(refusal) && refusal.description.includes('zzz')).toBe(false)
        }
      }),
    )
  })
})
