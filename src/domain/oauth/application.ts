import { logoUri } from '../image/image.ts'
import type { RateLimits } from '../rateLimit.ts'
import { refuse } from '../refusal.ts'
import type { InvalidMember, Refusal } from '../refusal.ts'
import { formatTimestamp } from '../timestamp.ts'
import { defaultAlgorithm, readJwks } from './clientKeys.ts'
import { checkMetadata } from './clientMetadata.ts'
import type { ClientMetadata, MetadataError, MetadataSettings } from './clientMetadata.ts'
import type { Client, ClientJwks, GrantType, ResponseType } from './client.ts'

/** Apps that a user may have: more than anybody looks after. */
export const mostApps = 100

/** Secrets that an app may have at once: enough to roll over several deployments, few enough to compare on each request. */
export const mostSecrets = 5

/** A client in the words of `/api/v1/apps`. */
export type Application = {
  /** UUIDv7, internal */
  readonly id: string
  readonly app_id: string
  readonly name: string
  readonly description: string
  readonly redirect_uris: string[]
  readonly scopes: string[]
  /** null: basic and post */
  readonly token_endpoint_auth_method: Client['tokenEndpointAuthMethod']
  readonly token_endpoint_auth_signing_alg: Client['tokenEndpointAuthSigningAlg']
  /** null: none, or published at `jwks_uri` */
  readonly jwks: ClientJwks | null
  readonly jwks_uri: string | null
  readonly response_types: ResponseType[]
  readonly grant_types: GrantType[]
  readonly require_pkce: boolean
  readonly id_token_signed_response_alg: Client['idTokenSignedResponseAlg']
  readonly access_token_format: Client['accessTokenFormat']
  readonly post_logout_redirect_uris: string[]
  /** requests an hour */
  readonly rate_limit_hour: number
  /** requests a day */
  readonly rate_limit_day: number
  readonly first_party: boolean
  /** null: no logo */
  readonly logo_uri: string | null
  readonly created_at: string
}

/** The members of an application that its owner may set. A member left out keeps its value, or takes its default. */
export type ApplicationBody = {
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly redirect_uris?: readonly string[] | undefined
  readonly scopes?: readonly string[] | undefined
  /** null: basic and post */
  readonly token_endpoint_auth_method?: Client['tokenEndpointAuthMethod'] | undefined
  /** null: what the keys are for */
  readonly token_endpoint_auth_signing_alg?: Client['tokenEndpointAuthSigningAlg'] | undefined
  readonly jwks?: { readonly keys: readonly unknown[] } | null | undefined
  readonly jwks_uri?: string | null | undefined
  readonly response_types?: readonly ResponseType[] | undefined
  readonly grant_types?: readonly GrantType[] | undefined
  readonly require_pkce?: boolean | undefined
  readonly id_token_signed_response_alg?: Client['idTokenSignedResponseAlg'] | undefined
  readonly access_token_format?: Client['accessTokenFormat'] | undefined
  readonly post_logout_redirect_uris?: readonly string[] | undefined
}

/**
 * Writes a client as `/api/v1/apps` does. Never a secret.
 *
 * @param rateLimits  the configured defaults, which hold where the operator set none for this client
 */
export function applicationOf(
  client: Client,
  { rateLimits, issuer }: { readonly rateLimits: RateLimits; readonly issuer: string },
): Application {
  return {
    id: client.id,
    app_id: client.clientId,
    name: client.name,
    description: client.description,
    redirect_uris: [...client.redirectUris],
    scopes: [...client.scopes],
    token_endpoint_auth_method: client.tokenEndpointAuthMethod,
    token_endpoint_auth_signing_alg: client.tokenEndpointAuthSigningAlg,
    jwks: client.jwks,
    jwks_uri: client.jwksUri,
    response_types: [...client.responseTypes],
    grant_types: [...client.grantTypes],
    require_pkce: client.requirePkce,
    id_token_signed_response_alg: client.idTokenSignedResponseAlg,
    access_token_format: client.accessTokenFormat,
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    rate_limit_hour: client.rateLimitHour ?? rateLimits.hour,
    rate_limit_day: client.rateLimitDay ?? rateLimits.day,
    first_party: client.firstParty,
    logo_uri: client.logoTag === null ? null : logoUri(issuer, client.clientId, client.logoTag),
    created_at: formatTimestamp(client.createdAt),
  }
}

/**
 * Decides whether an app may be registered like this (RFC 7591 §2 in the words of `/api/v1/apps`).
 *
 * What is left out follows from what is there: an app with redirect URIs signs users in, one without has only tokens of its own.
 *
 * @returns the members of the new client; or `invalid_redirect_uri`, `invalid_scope`, `invalid_client_metadata` with all failing members
 */
export function decideRegistration(
  body: ApplicationBody & { readonly name: string },
  settings: MetadataSettings,
): ClientMetadata | Refusal {
  const isPublic = body.token_endpoint_auth_method === 'none'
  const signsIn = (body.redirect_uris?.length ?? 0) > 0
  const userGrants: GrantType[] = signsIn ? ['authorization_code', 'refresh_token'] : []
  const defaults: ClientMetadata = {
    name: body.name,
    description: '',
    redirectUris: [],
    scopes: signsIn ? ['openid'] : [],
    tokenEndpointAuthMethod: null,
    responseTypes: signsIn ? ['code'] : [],
    grantTypes: isPublic ? userGrants : [...userGrants, 'client_credentials'],
    requirePkce: true,
    idTokenSignedResponseAlg: 'RS256',
    accessTokenFormat: 'jwt',
    postLogoutRedirectUris: [],
    tokenEndpointAuthSigningAlg: null,
    jwks: null,
    jwksUri: null,
  }
  return decideMetadata(merge(defaults, body), settings)
}

/**
 * Decides whether an app may be changed like this. The rules look at the client as it would be afterwards, so that two
 * harmless updates cannot add up to what one would be refused for.
 *
 * @returns all members of the changed client, or a refusal as of `decideRegistration`
 */
export function decideUpdate(
  client: Client,
  body: ApplicationBody,
  settings: MetadataSettings,
): ClientMetadata | Refusal {
  return decideMetadata(merge(client, body), settings)
}

function merge(before: ClientMetadata, body: ApplicationBody): ClientMetadata {
  const method = body.token_endpoint_auth_method
  return withAlgorithm({
    name: body.name ?? before.name,
    description: body.description ?? before.description,
    redirectUris: unique(body.redirect_uris ?? before.redirectUris),
    scopes: unique(body.scopes ?? before.scopes),
    tokenEndpointAuthMethod: method === undefined ? before.tokenEndpointAuthMethod : method,
    ...mergeKeys(before, body),
    ...mergeTypes(before, body),
    requirePkce: body.require_pkce ?? before.requirePkce,
    idTokenSignedResponseAlg: body.id_token_signed_response_alg ?? before.idTokenSignedResponseAlg,
    accessTokenFormat: body.access_token_format ?? before.accessTokenFormat,
    postLogoutRedirectUris: unique(body.post_logout_redirect_uris ?? before.postLogoutRedirectUris),
  })
}

/** Another place of the keys takes the former one's: whoever sends one need not clear the other. */
function mergeKeys(
  before: ClientMetadata,
  body: ApplicationBody,
): Pick<ClientMetadata, 'jwks' | 'jwksUri' | 'tokenEndpointAuthSigningAlg'> {
  const { jwks, jwks_uri: jwksUri, token_endpoint_auth_signing_alg: algorithm } = body
  const isMoved = (jwks ?? null) !== null || (jwksUri ?? null) !== null
  return {
    jwks: jwks === undefined ? (isMoved ? null : before.jwks) : (jwks as ClientJwks | null),
    jwksUri: jwksUri === undefined ? (isMoved ? null : before.jwksUri) : jwksUri,
    tokenEndpointAuthSigningAlg:
      algorithm === undefined && !isMoved ? before.tokenEndpointAuthSigningAlg : (algorithm ?? null),
  }
}

/** An assertion is verified with one algorithm, which is settled when its client is. */
function withAlgorithm(metadata: ClientMetadata): ClientMetadata {
  const { tokenEndpointAuthMethod: method, tokenEndpointAuthSigningAlg: algorithm, jwks } = metadata
  const keys = jwks === null ? null : readJwks(jwks)
  // What is wrong with them is said by the check of all members.
  if (typeof keys === 'string') return metadata
  const pinned = method === 'private_key_jwt' ? (algorithm ?? defaultAlgorithm(keys)) : null
  return { ...metadata, jwks: keys, tokenEndpointAuthSigningAlg: pinned }
}

/** `code` and `authorization_code`, `token` and `implicit` say the same (RFC 7591 §2.1): where only one list is sent, the other follows. */
function mergeTypes(
  before: ClientMetadata,
  body: ApplicationBody,
): Pick<ClientMetadata, 'responseTypes' | 'grantTypes'> {
  const { response_types: responseTypes, grant_types: grantTypes } = body
  if (grantTypes !== undefined)
    return {
      grantTypes: unique(grantTypes),
      responseTypes: unique(responseTypes ?? responseTypesOf(grantTypes)),
    }
  if (responseTypes === undefined)
    return { grantTypes: before.grantTypes, responseTypes: before.responseTypes }
  const others = before.grantTypes.filter((type) => type === 'client_credentials')
  const grants: GrantType[] = []
  if (responseTypes.includes('code')) grants.push('authorization_code', 'refresh_token')
  if (responseTypes.includes('token')) grants.push('implicit')
  return { responseTypes: unique(responseTypes), grantTypes: [...grants, ...others] }
}

function responseTypesOf(grantTypes: readonly GrantType[]): ResponseType[] {
  const types: ResponseType[] = []
  if (grantTypes.includes('authorization_code')) types.push('code')
  if (grantTypes.includes('implicit')) types.push('token')
  return types
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}

function decideMetadata(metadata: ClientMetadata, settings: MetadataSettings): ClientMetadata | Refusal {
  const found = checkMetadata(metadata, settings)
  const [first] = found
  if (first === undefined) return metadata
  const errors: InvalidMember[] = found.map(({ path, message }) => ({ path, message }))
  return refuse(first.code, descriptions[first.code], errors.map(({ path }) => path).join(' '), { errors })
}

const descriptions: Readonly<Record<MetadataError['code'], string>> = {
  invalid_redirect_uri: 'A redirect URI is not acceptable',
  invalid_scope: 'A scope is not supported',
  invalid_client_metadata: 'The application is not consistent',
}
