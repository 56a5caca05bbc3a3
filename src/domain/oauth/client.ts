/** Ways an app may prove itself at the token endpoint (RFC 7591 §2, OpenID Connect Core §9). */
export type TokenEndpointAuthMethod =
  | 'client_secret_basic'
  | 'client_secret_post'
  | 'private_key_jwt'
  | 'none'

/** Signature algorithms of client assertions (RFC 7518 §3.1, RFC 8037 §3.1): asymmetric ones only. */
export type AssertionAlgorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA'

/** Grants an app may be allowed (RFC 7591 §2). */
export type GrantType = 'authorization_code' | 'client_credentials' | 'refresh_token' | 'implicit'

/** Response types an app may be allowed (RFC 6749 §3.1.1). */
export type ResponseType = 'code' | 'token'

/** Signature algorithms of ID tokens (RFC 7518 §3.1, RFC 8037 §3.1). */
export type IdTokenAlgorithm = 'RS256' | 'ES256' | 'EdDSA' | 'HS256'

/** One public key of a client (RFC 7517 §4): what makes it, and what it is for. */
export type ClientKey = {
  readonly kty: 'RSA' | 'EC' | 'OKP'
  readonly kid?: string
  readonly use?: string
  readonly key_ops?: string[]
  readonly alg?: string
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  readonly n?: string
  readonly e?: string
}

/** The public keys of a client (RFC 7517 §5), checked when they came in. */
export type ClientJwks = { readonly keys: ClientKey[] }

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
  /** names the bytes of its logo (`contentTag`); null: it has none */
  readonly logoTag: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
  /** with which a `private_key_jwt` client signs its assertions; null: a client that proves itself in another way */
  readonly tokenEndpointAuthSigningAlg: AssertionAlgorithm | null
  /** the public keys it registered; null: none, or they lie at `jwksUri` */
  readonly jwks: ClientJwks | null
  /** where the client publishes its keys; null: nowhere, or it registered the keys themselves */
  readonly jwksUri: string | null
  /** `pairwise`: its users have another `sub` in every sector (OpenID Connect Core §8) */
  readonly subjectType: 'public' | 'pairwise'
  /** the host within which pairwise subjects are the same (OpenID Connect Core §8.1); null: subjects are public */
  readonly sectorIdentifier: string | null
  /** null: userinfo is plain JSON; otherwise a JWT with this signature (OpenID Connect Core §5.3.2) */
  readonly userinfoSignedResponseAlg: Exclude<IdTokenAlgorithm, 'HS256'> | null
  /** seconds; `max_age` of requests that send none. null: no limit */
  readonly defaultMaxAge: number | null
  /** `auth_time` stands in every ID token, which it does for everybody */
  readonly requireAuthTime: boolean
  /** `acr_values` of requests that send none */
  readonly defaultAcrValues: readonly string[]
  /** where logout tokens are sent (OpenID Connect Back-Channel Logout §2.2); null: nowhere */
  readonly backchannelLogoutUri: string | null
  readonly backchannelLogoutSessionRequired: boolean
  /** what is framed at logout (OpenID Connect Front-Channel Logout §2); null: nothing */
  readonly frontchannelLogoutUri: string | null
  readonly frontchannelLogoutSessionRequired: boolean
  /** where a third party starts a sign-in (OpenID Connect Core §4); null: nowhere */
  readonly initiateLoginUri: string | null
  /** the app's home page; null: none. This and the next three are links for people, never fetched */
  readonly clientUri: string | null
  readonly logoUri: string | null
  readonly policyUri: string | null
  readonly tosUri: string | null
}

/** The members of a client that only `/oauth2/register` sets. */
export type RegisteredMembers = Pick<
  Client,
  | 'tokenEndpointAuthSigningAlg'
  | 'jwks'
  | 'jwksUri'
  | 'subjectType'
  | 'sectorIdentifier'
  | 'userinfoSignedResponseAlg'
  | 'defaultMaxAge'
  | 'requireAuthTime'
  | 'defaultAcrValues'
  | 'backchannelLogoutUri'
  | 'backchannelLogoutSessionRequired'
  | 'frontchannelLogoutUri'
  | 'frontchannelLogoutSessionRequired'
  | 'initiateLoginUri'
  | 'clientUri'
  | 'logoUri'
  | 'policyUri'
  | 'tosUri'
>

/** What they are for an app that was not registered there. */
export const unregisteredMembers: RegisteredMembers = {
  tokenEndpointAuthSigningAlg: null,
  jwks: null,
  jwksUri: null,
  subjectType: 'public',
  sectorIdentifier: null,
  userinfoSignedResponseAlg: null,
  defaultMaxAge: null,
  requireAuthTime: false,
  defaultAcrValues: [],
  backchannelLogoutUri: null,
  backchannelLogoutSessionRequired: false,
  frontchannelLogoutUri: null,
  frontchannelLogoutSessionRequired: false,
  initiateLoginUri: null,
  clientUri: null,
  logoUri: null,
  policyUri: null,
  tosUri: null,
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
export type ClientCredentials = {
  readonly client: Client
  readonly secrets: readonly ClientSecret[]
}

/** When one of the secrets was last used; null when none was. */
export function lastUseOf(secrets: readonly ClientSecret[]): Date | null {
  const uses = secrets.flatMap(({ lastUsedAt }) => (lastUsedAt === null ? [] : [lastUsedAt.getTime()]))
  return uses.length === 0 ? null : new Date(Math.max(...uses))
}
