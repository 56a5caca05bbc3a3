import { checkLink, checkFetchedUri } from '../outbound.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { Client, ClientJwks, GrantType, RegisteredMembers, ResponseType } from './client.ts'
import { defaultAlgorithm, readJwks } from './clientKeys.ts'
import { checkMetadata, usesSecret, type ClientMetadata, type MetadataSettings } from './clientMetadata.ts'
import { checkRedirectUri } from './redirectUri.ts'
import { isPersonalScope, parseScope, supportedScopes } from './scope.ts'
import { decideSector } from './sector.ts'

/** What a client may say about itself (RFC 7591 §2, OpenID Connect Registration §2). Null counts as left out (RFC 7592 §2.2). */
export type RegistrationBody = { readonly [Member in keyof Sent]?: Sent[Member] | null | undefined }

type GivenBody = { readonly [Member in keyof Sent]?: Sent[Member] | undefined }

type Sent = {
  readonly redirect_uris: readonly string[]
  readonly token_endpoint_auth_method: NonNullable<Client['tokenEndpointAuthMethod']>
  readonly token_endpoint_auth_signing_alg: NonNullable<Client['tokenEndpointAuthSigningAlg']>
  readonly grant_types: readonly string[]
  readonly response_types: readonly string[]
  readonly client_name: string
  readonly client_uri: string
  readonly logo_uri: string
  readonly policy_uri: string
  readonly tos_uri: string
  readonly contacts: readonly string[]
  readonly scope: string
  readonly jwks_uri: string
  readonly jwks: { readonly keys: readonly unknown[] }
  readonly software_id: string
  readonly software_version: string
  readonly application_type: 'web' | 'native'
  readonly id_token_signed_response_alg: Client['idTokenSignedResponseAlg']
  readonly userinfo_signed_response_alg: NonNullable<Client['userinfoSignedResponseAlg']>
  readonly subject_type: Client['subjectType']
  readonly sector_identifier_uri: string
  readonly default_max_age: number
  readonly require_auth_time: boolean
  readonly default_acr_values: readonly string[]
  readonly initiate_login_uri: string
  readonly post_logout_redirect_uris: readonly string[]
  readonly backchannel_logout_uri: string
  readonly backchannel_logout_session_required: boolean
  readonly frontchannel_logout_uri: string
  readonly frontchannel_logout_session_required: boolean
}

/** What is kept of a registration only to be told again: no rule reads it. */
export type RegistrationMetadata = {
  readonly contacts: readonly string[]
  readonly softwareId: string | null
  readonly softwareVersion: string | null
  readonly applicationType: 'web' | 'native'
  readonly sectorIdentifierUri: string | null
}

/** A client that registered itself. */
export type RegisteredClient = { readonly client: Client; readonly metadata: RegistrationMetadata }

/** The members of a client that its registration decides. */
export type RegisteredClientMembers = ClientMetadata & RegisteredMembers

/** A registration that may be. */
export type Registration = {
  readonly members: RegisteredClientMembers
  readonly metadata: RegistrationMetadata
}

/** What the operator has decided about clients that register themselves. */
export type RegistrationSettings = MetadataSettings & {
  /** which clients have to use PKCE */
  readonly pkce: 'public' | 'always'
  /** true where nobody vouches for the client: then it gets scopes that a person consents to, and no others */
  readonly isOpen: boolean
}

/**
 * Decides whether a client may register, or change its registration, like this. What we do not offer is left out where the
 * client can see that from the answer and do without (grant types, scopes); it is refused where it cannot.
 *
 * @returns all members of the client; or `invalid_redirect_uri`, `invalid_client_metadata` (RFC 7591 §3.2.2)
 */
export function decideClientRegistration(
  sent: RegistrationBody,
  settings: RegistrationSettings,
): Registration | Refusal {
  const body = withoutNulls(sent)
  const types = decideTypes(body)
  if ('problem' in types) return invalid(types.problem)
  const redirectUris = [...new Set(body.redirect_uris)]
  const sector = decideSector(body, redirectUris, settings.outbound)
  if (typeof sector === 'string') return invalid(sector)
  const method = body.token_endpoint_auth_method ?? 'client_secret_basic'
  const jwks = body.jwks === undefined ? null : readJwks(body.jwks)
  if (typeof jwks === 'string') return invalid(`jwks ${jwks}`)
  const members: RegisteredClientMembers = {
    ...types,
    ...linksOf(body),
    ...sector,
    name: body.client_name ?? nameFor(redirectUris),
    description: '',
    redirectUris,
    scopes: decideScopes(body, types.grantTypes, settings),
    tokenEndpointAuthMethod: method,
    tokenEndpointAuthSigningAlg: algorithmOf(body, jwks),
    jwks,
    jwksUri: body.jwks_uri ?? null,
    requirePkce: settings.pkce === 'always' || settings.profile === 'strict' || method === 'none',
    idTokenSignedResponseAlg: body.id_token_signed_response_alg ?? 'RS256',
    userinfoSignedResponseAlg: body.userinfo_signed_response_alg ?? null,
    accessTokenFormat: 'jwt',
    postLogoutRedirectUris: [...new Set(body.post_logout_redirect_uris)],
    defaultMaxAge: body.default_max_age ?? null,
    requireAuthTime: body.require_auth_time ?? false,
    defaultAcrValues: [...(body.default_acr_values ?? [])],
  }
  const problem = checkClient(members, body, settings)
  return problem ?? { members, metadata: metadataOf(body) }
}

function withoutNulls(sent: RegistrationBody): GivenBody {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null))
}

function algorithmOf(body: GivenBody, jwks: ClientJwks | null): Client['tokenEndpointAuthSigningAlg'] {
  if (body.token_endpoint_auth_method !== 'private_key_jwt') return null
  return body.token_endpoint_auth_signing_alg ?? defaultAlgorithm(jwks)
}

/** The links, and where the client is told about logouts. */
function linksOf(body: GivenBody) {
  return {
    clientUri: body.client_uri ?? null,
    logoUri: body.logo_uri ?? null,
    policyUri: body.policy_uri ?? null,
    tosUri: body.tos_uri ?? null,
    initiateLoginUri: body.initiate_login_uri ?? null,
    backchannelLogoutUri: body.backchannel_logout_uri ?? null,
    backchannelLogoutSessionRequired: body.backchannel_logout_session_required ?? false,
    frontchannelLogoutUri: body.frontchannel_logout_uri ?? null,
    frontchannelLogoutSessionRequired: body.frontchannel_logout_session_required ?? false,
  }
}

function metadataOf(body: GivenBody): RegistrationMetadata {
  return {
    contacts: [...(body.contacts ?? [])],
    softwareId: body.software_id ?? null,
    softwareVersion: body.software_version ?? null,
    applicationType: body.application_type ?? 'web',
    sectorIdentifierUri: body.sector_identifier_uri ?? null,
  }
}

const knownGrants: ReadonlySet<string> = new Set([
  'authorization_code',
  'client_credentials',
  'refresh_token',
  'implicit',
])
const knownResponses: ReadonlySet<string> = new Set(['code', 'token'])

type Types = Pick<ClientMetadata, 'grantTypes' | 'responseTypes'>

/** Grant types and response types say the same (RFC 7591 §2.1): where only one list is sent, the other follows. */
function decideTypes(body: GivenBody): Types | { readonly problem: string } {
  const { grant_types: grants, response_types: responses } = body
  const grantTypes = grants?.filter((type): type is GrantType => knownGrants.has(type))
  const responseTypes = responses?.filter((type): type is ResponseType => knownResponses.has(type))
  if (grantTypes?.length === 0) return { problem: 'grant_types has none that is supported here' }
  if (responseTypes?.length === 0 && responses?.length !== 0)
    return { problem: 'response_types has none that is supported here' }
  if (grantTypes !== undefined)
    return { grantTypes: [...new Set(grantTypes)], responseTypes: responseTypes ?? responsesOf(grantTypes) }
  const asked = responseTypes ?? ['code']
  const implied = asked.map((type): GrantType => (type === 'code' ? 'authorization_code' : 'implicit'))
  return { grantTypes: implied, responseTypes: asked }
}

function responsesOf(grants: readonly GrantType[]): ResponseType[] {
  const types: ResponseType[] = []
  if (grants.includes('authorization_code')) types.push('code')
  if (grants.includes('implicit')) types.push('token')
  return types
}

/** Scopes that are asked for and may be had; not asked: what a person can consent to. */
function decideScopes(
  { scope }: GivenBody,
  grants: readonly GrantType[],
  { isOpen }: RegistrationSettings,
): readonly string[] {
  const signsIn = grants.includes('authorization_code') || grants.includes('implicit')
  const asked =
    scope === undefined
      ? supportedScopes.filter((name) => signsIn && isPersonalScope(name))
      : parseScope(scope)
  return (asked ?? []).filter(
    (name) =>
      supportedScopes.includes(name) &&
      (isPersonalScope(name) || !isOpen) &&
      (name !== 'offline_access' || grants.includes('refresh_token')),
  )
}

/** What a person reads where the client does not say what it is called. */
function nameFor([first = '']: readonly string[]): string {
  const host = URL.parse(first)?.hostname ?? ''
  return host === '' ? 'Unnamed application' : host.slice(0, 100)
}

/** How the names of `/api/v1/apps` are called here. */
const names: Readonly<Record<string, string>> = { name: 'client_name', scopes: 'scope' }

function checkClient(
  members: RegisteredClientMembers,
  body: GivenBody,
  settings: RegistrationSettings,
): Refusal | null {
  const [first] = checkMetadata(members, settings)
  if (first !== undefined) {
    const [name = '', ...rest] = first.path.slice(1).split('/')
    const code = first.code === 'invalid_redirect_uri' ? first.code : 'invalid_client_metadata'
    return refuse(code, [names[name] ?? name, ...rest, first.message].join(' '))
  }
  const uri = members.redirectUris.find((each) => !fitsType(each, members, body.application_type ?? null))
  if (uri !== undefined)
    return refuse('invalid_redirect_uri', 'A redirect URI does not fit application_type and grant_types')
  const problem = checkUris(members, settings)
  if (problem !== null) return invalid(problem)
  // A logout token needs a key that both sides have at any time, and HS256 has the secret of one request.
  if (members.backchannelLogoutUri !== null && members.idTokenSignedResponseAlg === 'HS256')
    return invalid('backchannel_logout_uri must not stand beside id_token_signed_response_alg HS256')
  return null
}

/** OpenID Connect Registration §2, `application_type`: tokens in fragments go to https only, and apps of the web have no scheme of their own. */
function fitsType(uri: string, { grantTypes }: ClientMetadata, type: 'web' | 'native' | null): boolean {
  if (type === 'native') return true
  if (grantTypes.includes('implicit')) return /^https:\/\/(?!localhost[:/])/.test(`${uri}/`)
  return type === null || /^https?:/.test(uri)
}

function checkUris(members: RegisteredClientMembers, { outbound }: RegistrationSettings): string | null {
  const links = {
    client_uri: members.clientUri,
    logo_uri: members.logoUri,
    policy_uri: members.policyUri,
    tos_uri: members.tosUri,
    initiate_login_uri: members.initiateLoginUri,
  }
  for (const [name, uri] of Object.entries(links)) {
    const problem = uri === null ? null : checkLink(uri)
    if (problem !== null) return `${name} ${problem}`
  }
  const { backchannelLogoutUri: back, frontchannelLogoutUri: front, redirectUris } = members
  const problem = back === null ? null : checkFetchedUri(back, outbound)
  if (problem !== null) return `backchannel_logout_uri ${problem}`
  if (front === null) return null
  const wrong = checkRedirectUri(front)
  if (wrong !== null) return `frontchannel_logout_uri ${wrong}`
  // OpenID Connect Front-Channel Logout §2: our pages frame nobody else's.
  const isOwn = redirectUris.some((uri) => URL.parse(uri)?.origin === URL.parse(front)?.origin)
  return isOwn && /^https?:/.test(front) ? null : 'frontchannel_logout_uri must be where a redirect URI is'
}

function invalid(description: string): Refusal {
  return refuse('invalid_client_metadata', description)
}

/** Whether the client has to have a secret, and has none yet. */
export function needsSecret(members: Pick<Client, 'tokenEndpointAuthMethod'>, count: number): boolean {
  return usesSecret(members) && count === 0
}
