import type { Profile } from '../profile.ts'
import { supportedScopes } from './scope.ts'

/** What the metadata depends on. */
export type MetadataSettings = {
  /** without a slash at its end */
  readonly issuer: string
  readonly profile: Profile
}

/**
 * The document at `/.well-known/oauth-authorization-server` (RFC 8414 §3). It lists what works and nothing else.
 */
export function authorizationServerMetadata({ issuer, profile }: MetadataSettings) {
  const isStrict = profile === 'strict'
  const secretMethods = ['client_secret_basic', 'client_secret_post']
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    introspection_endpoint: `${issuer}/oauth2/introspect`,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    scopes_supported: [...supportedScopes],
    response_types_supported: isStrict ? ['code'] : ['code', 'token'],
    response_modes_supported: ['query', 'fragment'],
    grant_types_supported: [
      'authorization_code',
      'client_credentials',
      'refresh_token',
      ...(isStrict ? [] : ['implicit']),
    ],
    token_endpoint_auth_methods_supported: [...secretMethods, 'none'],
    revocation_endpoint_auth_methods_supported: [...secretMethods, 'none'],
    // A public client has proven nothing and may not ask about tokens (RFC 7662 §2.1).
    introspection_endpoint_auth_methods_supported: secretMethods,
    code_challenge_methods_supported: ['S256'],
    // RFC 9207 §3
    authorization_response_iss_parameter_supported: true,
  }
}

/** The document at `/.well-known/openid-configuration` (OpenID Connect Discovery §4): the same facts and those of OpenID Connect. */
export function openidConfiguration(settings: MetadataSettings) {
  return {
    ...authorizationServerMetadata(settings),
    userinfo_endpoint: `${settings.issuer}/oauth2/userinfo`,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: idTokenAlgorithms(settings.profile),
    claim_types_supported: ['normal'],
    claims_supported: [
      ...['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce', 'at_hash', 'amr', 'azp', 'sid'],
      ...['email', 'email_verified', 'updated_at'],
    ],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    // Discovery §3: left out, this one would mean true.
    request_uri_parameter_supported: false,
  }
}

function idTokenAlgorithms(profile: Profile): string[] {
  return ['RS256', 'ES256', 'EdDSA', ...(profile === 'strict' ? [] : ['HS256'])]
}
