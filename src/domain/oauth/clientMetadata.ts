import type { InvalidMember } from '../refusal.ts'
import type { Profile } from '../profile.ts'
import { checkFetchedUri, type OutboundRules } from '../outbound.ts'
import type { Client } from './client.ts'
import { readJwks, signingKeys } from './clientKeys.ts'
import { checkRedirectUri } from './redirectUri.ts'
import { supportedScopes } from './scope.ts'

/** The members of a client that its owner may set. */
export type ClientMetadata = Pick<
  Client,
  | 'name'
  | 'description'
  | 'redirectUris'
  | 'scopes'
  | 'tokenEndpointAuthMethod'
  | 'responseTypes'
  | 'grantTypes'
  | 'requirePkce'
  | 'idTokenSignedResponseAlg'
  | 'accessTokenFormat'
  | 'postLogoutRedirectUris'
  | 'tokenEndpointAuthSigningAlg'
  | 'jwks'
  | 'jwksUri'
>

/** What metadata is judged by besides itself. */
export type MetadataSettings = { readonly profile: Profile; readonly outbound: OutboundRules }

/** The part of the configuration that metadata is judged by. */
export function metadataSettings({ profile, outbound }: MetadataSettings): MetadataSettings {
  return { profile, outbound }
}

/** A failing member, with the code it would be refused with if it were the first (RFC 7591 §3.2.2). */
export type MetadataError = InvalidMember & {
  readonly code: 'invalid_redirect_uri' | 'invalid_scope' | 'invalid_client_metadata'
}

/**
 * Checks a whole client for consistency. Paths are JSON pointers into the body of `/api/v1/apps`.
 *
 * @returns every failing member; those with a code of their own come first and so decide the code of the refusal
 */
export function checkMetadata(
  metadata: ClientMetadata,
  { profile, outbound }: MetadataSettings,
): readonly MetadataError[] {
  return [
    ...checkUris('redirect_uris', metadata.redirectUris, 'invalid_redirect_uri'),
    ...checkPresence(metadata),
    ...checkScopes(metadata),
    ...checkUris('post_logout_redirect_uris', metadata.postLogoutRedirectUris, 'invalid_client_metadata'),
    ...checkTexts(metadata),
    ...checkTypes(metadata, profile),
    ...checkClientType(metadata, profile),
    ...checkKeys(metadata, outbound),
  ]
}

function checkUris(member: string, uris: readonly string[], code: MetadataError['code']): MetadataError[] {
  return uris.flatMap((uri, index) => {
    const message = checkRedirectUri(uri)
    return message === null ? [] : [{ code, path: `/${member}/${index}`, message }]
  })
}

function checkPresence({ redirectUris, grantTypes }: ClientMetadata): MetadataError[] {
  const needsUri = grantTypes.includes('authorization_code') || grantTypes.includes('implicit')
  if (!needsUri || redirectUris.length > 0) return []
  const message = 'must have at least one item for authorization_code or implicit'
  return [{ code: 'invalid_redirect_uri', path: '/redirect_uris', message }]
}

function checkScopes({ scopes, grantTypes }: ClientMetadata): MetadataError[] {
  return scopes.flatMap((scope, index) => {
    const path = `/scopes/${index}`
    if (!supportedScopes.includes(scope))
      return [{ code: 'invalid_scope', path, message: `must be one of ${supportedScopes.join(', ')}` }]
    if (scope === 'offline_access' && !grantTypes.includes('refresh_token'))
      return [{ code: 'invalid_scope', path, message: 'needs the grant type refresh_token' }]
    return []
  })
}

/** The name stands on consent pages: characters that hide or turn text round would let an app pose as another one. */
function checkTexts({ name, description }: ClientMetadata): MetadataError[] {
  const errors: MetadataError[] = []
  if (name.trim() === '' || !isPlain(name))
    errors.push(inconsistent('/name', 'must not be blank, nor hold control or direction characters'))
  if (!isPlain(description.replace(/[\t\n\r]/g, '')))
    errors.push(inconsistent('/description', 'must not hold control or direction characters'))
  return errors
}

function isPlain(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(text)
}

function checkTypes({ responseTypes, grantTypes }: ClientMetadata, profile: Profile): MetadataError[] {
  const errors: MetadataError[] = []
  if (grantTypes.length === 0) errors.push(inconsistent('/grant_types', 'must have at least one item'))
  if (responseTypes.includes('code') !== grantTypes.includes('authorization_code'))
    errors.push(
      inconsistent('/response_types', 'must have code if and only if grant_types has authorization_code'),
    )
  if (responseTypes.includes('token') !== grantTypes.includes('implicit'))
    errors.push(inconsistent('/response_types', 'must have token if and only if grant_types has implicit'))
  if (grantTypes.includes('refresh_token') && !grantTypes.includes('authorization_code'))
    errors.push(inconsistent('/grant_types', 'must have authorization_code where it has refresh_token'))
  if (profile === 'strict' && (responseTypes.includes('token') || grantTypes.includes('implicit')))
    errors.push(inconsistent('/response_types', 'must not have token in the strict profile'))
  return errors
}

function checkClientType(metadata: ClientMetadata, profile: Profile): MetadataError[] {
  const { grantTypes, requirePkce, idTokenSignedResponseAlg: alg, tokenEndpointAuthMethod } = metadata
  const isPublic = tokenEndpointAuthMethod === 'none'
  const errors: MetadataError[] = []
  if (isPublic && grantTypes.includes('client_credentials'))
    errors.push(inconsistent('/grant_types', 'must not have client_credentials for a public app'))
  if (!requirePkce && (isPublic || profile === 'strict'))
    errors.push(inconsistent('/require_pkce', 'must be true for a public app and in the strict profile'))
  // HS256 is keyed by the app's secret (OpenID Connect Core §10.1), and only a secret that is presented can be used.
  if (alg === 'HS256' && (!usesSecret(metadata) || profile === 'strict'))
    errors.push(
      inconsistent(
        '/id_token_signed_response_alg',
        'must not be HS256 for an app without a secret or in the strict profile',
      ),
    )
  return errors
}

/** Whether a client proves itself by a secret: not a public one, nor one that signs. */
export function usesSecret({
  tokenEndpointAuthMethod: method,
}: Pick<Client, 'tokenEndpointAuthMethod'>): boolean {
  return method !== 'none' && method !== 'private_key_jwt'
}

/** A client's keys are in one place (RFC 7591 §2), and there where it needs them. */
function checkKeys(metadata: ClientMetadata, outbound: OutboundRules): MetadataError[] {
  const { jwks, jwksUri, tokenEndpointAuthMethod, tokenEndpointAuthSigningAlg: algorithm } = metadata
  const errors: MetadataError[] = []
  const found = jwks === null ? null : readJwks(jwks)
  if (typeof found === 'string') errors.push(inconsistent('/jwks', found))
  const uri = jwksUri === null ? null : checkFetchedUri(jwksUri, outbound)
  if (uri !== null) errors.push(inconsistent('/jwks_uri', uri))
  if (jwks !== null && jwksUri !== null) errors.push(inconsistent('/jwks_uri', 'must not stand beside jwks'))
  if (tokenEndpointAuthMethod !== 'private_key_jwt') return errors
  if (jwks === null && jwksUri === null)
    errors.push(inconsistent('/jwks', 'must be there, or jwks_uri, for private_key_jwt'))
  const isUsable =
    typeof found !== 'object' ||
    algorithm === null ||
    signingKeys(found?.keys ?? [], algorithm, null).length > 0
  if (jwks !== null && !isUsable)
    errors.push(inconsistent('/jwks', 'must hold a key for token_endpoint_auth_signing_alg'))
  return errors
}

function inconsistent(path: string, message: string): MetadataError {
  return { code: 'invalid_client_metadata', path, message }
}
