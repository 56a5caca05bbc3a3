import type { Profile } from '../profile.ts'
import { acrValues } from '../account/assurance.ts'
import { userClaimNames } from '../oidc/claims.ts'
import { prompts, responseModes } from './authorizationRequest.ts'
import { algorithms } from './clientKeys.ts'
import { supportedScopes } from './scope.ts'

/** Languages of the pages (RFC 5646), as `pages/language` has them. */
export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const

/** What the metadata depends on. */
export type MetadataSettings = {
  /** without a slash at its end */
  readonly issuer: string
  readonly profile: Profile
  readonly clientRegistration: { readonly mode: 'off' | 'token' | 'open' }
  /** whether people can make accounts themselves */
  readonly registration: 'open' | 'verified' | 'closed'
}

/**
 * The document at `/.well-known/oauth-authorization-server` (RFC 8414 §3). It lists what works and nothing else.
 */
export function authorizationServerMetadata({ issuer, profile, clientRegistration }: MetadataSettings) {
  const isStrict = profile === 'strict'
  const provenMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt']
  const isOpen = clientRegistration.mode !== 'off'
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    introspection_endpoint: `${issuer}/oauth2/introspect`,
    ...(isOpen && { registration_endpoint: `${issuer}/oauth2/register` }),
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    scopes_supported: [...supportedScopes],
    response_types_supported: isStrict ? ['code'] : ['code', 'token'],
    response_modes_supported: [...responseModes],
    grant_types_supported: [
      'authorization_code',
      'client_credentials',
      'refresh_token',
      ...(isStrict ? [] : ['implicit']),
    ],
    token_endpoint_auth_methods_supported: [...provenMethods, 'none'],
    token_endpoint_auth_signing_alg_values_supported: [...algorithms],
    revocation_endpoint_auth_methods_supported: [...provenMethods, 'none'],
    revocation_endpoint_auth_signing_alg_values_supported: [...algorithms],
    // A public client has proven nothing and may not ask about tokens (RFC 7662 §2.1).
    introspection_endpoint_auth_methods_supported: provenMethods,
    introspection_endpoint_auth_signing_alg_values_supported: [...algorithms],
    code_challenge_methods_supported: ['S256'],
    // RFC 9207 §3
    authorization_response_iss_parameter_supported: true,
    // RFC 9728 §4
    protected_resources: [issuer],
    service_documentation: `${issuer}/docs`,
    ui_locales_supported: [...languages],
  }
}

/** The document at `/.well-known/openid-configuration` (OpenID Connect Discovery §4): the same facts and those of OpenID Connect. */
export function openidConfiguration(settings: MetadataSettings) {
  return {
    ...authorizationServerMetadata(settings),
    userinfo_endpoint: `${settings.issuer}/oauth2/userinfo`,
    // RP-Initiated Logout §2.1, Back-Channel Logout §2.1, Front-Channel Logout §3
    end_session_endpoint: `${settings.issuer}/oauth2/logout`,
    backchannel_logout_supported: true,
    backchannel_logout_session_supported: true,
    frontchannel_logout_supported: true,
    frontchannel_logout_session_supported: true,
    subject_types_supported: ['public', 'pairwise'],
    acr_values_supported: [...acrValues],
    // Initiating User Registration §3: `create` where an account can be made.
    prompt_values_supported: prompts.filter(
      (value) => value !== 'create' || settings.registration !== 'closed',
    ),
    display_values_supported: ['page'],
    id_token_signing_alg_values_supported: idTokenAlgorithms(settings.profile),
    userinfo_signing_alg_values_supported: ['RS256', 'ES256', 'EdDSA'],
    claim_types_supported: ['normal'],
    claims_supported: [
      ...['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce'],
      ...['at_hash', 'c_hash', 'acr', 'amr', 'azp', 'sid'],
      ...userClaimNames,
    ],
    claims_parameter_supported: true,
    request_parameter_supported: false,
    // Discovery §3: left out, this one would mean true.
    request_uri_parameter_supported: false,
  }
}

/** The document at `/.well-known/oauth-protected-resource` (RFC 9728 §2): what of ours an access token opens, which is userinfo. */
export function protectedResourceMetadata({ issuer }: Pick<MetadataSettings, 'issuer'>) {
  return {
    resource: issuer,
    authorization_servers: [issuer],
    scopes_supported: ['openid', 'profile', 'email', 'address', 'phone'],
    // The body only where userinfo is asked by POST.
    bearer_methods_supported: ['header', 'body'],
    resource_name: 'Latchkey',
    resource_documentation: `${issuer}/docs`,
  }
}

function idTokenAlgorithms(profile: Profile): string[] {
  return ['RS256', 'ES256', 'EdDSA', ...(profile === 'strict' ? [] : ['HS256'])]
}
