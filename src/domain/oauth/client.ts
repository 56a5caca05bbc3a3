/** Ways an app may prove itself at the token endpoint (RFC 7591 §2). */
export type TokenEndpointAuthMethod = 'client_secret_basic' | 'client_secret_post' | 'none'

/** Grants an app may be allowed (RFC 7591 §2). */
export type GrantType = 'authorization_code' | 'client_credentials' | 'refresh_token' | 'implicit'

/** Response types an app may be allowed (RFC 6749 §3.1.1). */
export type ResponseType = 'code' | 'token'

/** Signature algorithms of ID tokens (RFC 7518 §3.1, RFC 8037 §3.1). */
export type IdTokenAlgorithm = 'RS256' | 'ES256' | 'EdDSA' | 'HS256'

/**
 * A registered app: the *client* of RFC 6749 §2. `/api/v1/apps` calls it application, `/oauth2/register` client: one entity.
 */
export type Client = {
  /** UUIDv7, internal */
  readonly id: string
  /** public identifier, `app_…`; the `client_id` of RFC 6749 §2.2 */
  readonly clientId: string
  /** the user who registered it; null when the operator did */
  readonly ownerId: string | null
  readonly name: string
  readonly description: string
  readonly redirectUris: readonly string[]
  readonly scopes: readonly string[]
  /** null: basic and post are both accepted; otherwise exactly that one. `none` is a public app without secrets */
  readonly tokenEndpointAuthMethod: TokenEndpointAuthMethod | null
  readonly responseTypes: readonly ResponseType[]
  readonly grantTypes: readonly GrantType[]
  readonly requirePkce: boolean
  readonly idTokenSignedResponseAlg: IdTokenAlgorithm
  readonly accessTokenFormat: 'jwt' | 'opaque'
  readonly postLogoutRedirectUris: readonly string[]
  /** requests an hour; null: the configured default */
  readonly rateLimitHour: number | null
  /** requests a day; null: the configured default */
  readonly rateLimitDay: number | null
  /** marked by the operator: needs no consent */
  readonly firstParty: boolean
  /** resource servers (RFC 8707 identifiers) this app may introspect tokens for; set by the operator */
  readonly resources: readonly string[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** One of several named secrets of a confidential app; only its SHA-256 is kept. */
export type ClientSecret = {
  readonly id: string
  readonly name: string
  readonly hash: Buffer
  readonly createdAt: Date
  /** null: never */
  readonly expiresAt: Date | null
  /** written at most once a minute; null: not yet used */
  readonly lastUsedAt: Date | null
}

/** A client with everything its authentication looks at. */
export type ClientCredentials = { readonly client: Client; readonly secrets: readonly ClientSecret[] }
