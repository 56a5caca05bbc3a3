import { freshSeconds } from '../account/session.ts'
import { acrValues, requiredAcr, satisfiesAcr, type Acr } from '../account/assurance.ts'
import type { Session } from '../account/session.ts'
import type { User } from '../account/user.ts'
import type { Profile } from '../profile.ts'
import { readClaimsRequest, scopesOfClaims, withinScope, type ClaimsRequest } from '../oidc/claimsRequest.ts'
import { isRefusal, refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Client, ResponseType } from './client.ts'
import { listOf, valueOf } from './parameter.ts'
import { checkCodeChallenge } from './pkce.ts'
import { matchesRedirectUri } from './redirectUri.ts'
import { requestedResource } from './resource.ts'
import { decideScope, formatScope, requestedScope } from './scope.ts'

/**
 * The parameters of an authorization request as they came, by JSON, form or query (RFC 6749 §4.1.1, RFC 7636 §4.3,
 * RFC 8707 §2.1, OpenID Connect Core §3.1.2.1). Unknown ones are ignored (RFC 6749 §3.1).
 */
export type AuthorizationParameters = {
  readonly response_type?: string | undefined
  readonly response_mode?: string | undefined
  readonly client_id?: string | undefined
  readonly redirect_uri?: string | undefined
  readonly scope?: string | undefined
  readonly state?: string | undefined
  readonly nonce?: string | undefined
  readonly code_challenge?: string | undefined
  readonly code_challenge_method?: string | undefined
  readonly resource?: string | readonly string[] | undefined
  readonly prompt?: string | undefined
  /** seconds; a number in JSON, digits elsewhere */
  readonly max_age?: string | number | undefined
  /** the JSON text of OpenID Connect Core §5.5 */
  readonly claims?: string | undefined
  readonly request?: string | undefined
  readonly request_uri?: string | undefined
}

/** How the answer travels (OAuth 2.0 Multiple Response Types §2.1, OAuth 2.0 Form Post Response Mode §2). */
export const responseModes = ['query', 'fragment', 'form_post'] as const

export type ResponseMode = (typeof responseModes)[number]

/** The values of `prompt` that mean something here (OpenID Connect Core §3.1.2.1; Initiating User Registration §4: `create`). */
export const prompts = ['none', 'login', 'consent', 'select_account', 'create'] as const

/** An authorization request that is valid: nothing about it needs to be looked at again. */
export type AuthorizationRequest = {
  readonly responseType: ResponseType
  readonly responseMode: ResponseMode
  readonly redirectUri: string
  /** what the answer may give; never empty */
  readonly scope: readonly string[]
  /** null when none was sent */
  readonly state: string | null
  /** null when none was sent */
  readonly nonce: string | null
  /** null: no PKCE (only where the app may do without), or no code */
  readonly codeChallenge: string | null
  /** null: the issuer is the audience */
  readonly resource: string | null
  /** values of `prompt` that mean something here */
  readonly prompt: readonly (typeof prompts)[number][]
  /** null: any age of the sign-in will do */
  readonly maxAgeSeconds: number | null
  /** claims asked for one by one, as far as the app may have them */
  readonly claims: ClaimsRequest
}

const nonceMaxLength = 512

/**
 * Decides whether an answer may be sent to the request's redirect URI at all. It comes before everything else, since every
 * other error is *sent there*: an error that leaves for an address nobody has proven is an open redirector (RFC 6749
 * §4.1.2.1, §10.15; RFC 9700 §4.11).
 *
 * @param client  what is stored for `client_id`, null when there is no such client
 * @returns null, or `invalid_request`, which must be answered directly
 */
export function checkAuthorizationTarget(
  request: AuthorizationParameters,
  client: Client | null,
): Refusal | null {
  if (client === null || request.client_id !== client.clientId)
    return refuse('invalid_request', 'client_id is missing or unknown')
  const redirectUri = valueOf(request.redirect_uri)
  if (redirectUri === undefined) return refuse('invalid_request', 'redirect_uri is required')
  return matchesRedirectUri(client.redirectUris, redirectUri)
    ? null
    : refuse('invalid_request', 'redirect_uri is not registered for this application')
}

/**
 * Decides whether an authorization request is valid. Call `checkAuthorizationTarget` first.
 *
 * Request objects are refused before anything else, because they would replace the parameters looked at afterwards; then
 * the response type, because the others depend on it.
 *
 * @returns the request, or a refusal to be sent to the redirect URI (RFC 6749 §4.1.2.1, §4.2.2.1)
 */
export function decideAuthorizationRequest(
  request: AuthorizationParameters,
  client: Client,
  settings: { readonly profile: Profile; readonly issuer: string },
): AuthorizationRequest | Refusal {
  if (valueOf(request.request) !== undefined)
    return refuse('request_not_supported', 'request is not supported')
  if (valueOf(request.request_uri) !== undefined)
    return refuse('request_uri_not_supported', 'request_uri is not supported')
  const responseType = decideResponseType(request, client, settings.profile)
  if (isRefusal(responseType)) return responseType
  const responseMode = decideResponseMode(request, responseType)
  if (isRefusal(responseMode)) return responseMode
  const scope = decideRequestedScope(request, client, responseType)
  if (isRefusal(scope)) return scope
  const pkce =
    responseType === 'code' ? checkCodeChallenge(request, client, settings.profile) : { codeChallenge: null }
  if (isRefusal(pkce)) return pkce
  const resource = requestedResource(request.resource)
  if (isRefusal(resource)) return resource
  const authentication = decideAuthenticationParameters(request, client)
  if (isRefusal(authentication)) return authentication
  const claims = readClaimsRequest(valueOf(request.claims))
  if (isRefusal(claims)) return claims
  return {
    responseType,
    responseMode,
    redirectUri: request.redirect_uri ?? '',
    scope,
    state: valueOf(request.state) ?? null,
    ...pkce,
    resource,
    ...authentication,
    claims: withinScope(claims, client.scopes),
  }
}

function decideResponseType(
  request: AuthorizationParameters,
  client: Client,
  profile: Profile,
): ResponseType | Refusal {
  const type = valueOf(request.response_type)
  if (type === undefined) return refuse('invalid_request', 'response_type is required')
  if ((type !== 'code' && type !== 'token') || (type === 'token' && profile === 'strict'))
    return refuse('unsupported_response_type', 'The response type is not supported')
  const grantType = type === 'code' ? 'authorization_code' : 'implicit'
  if (!client.responseTypes.includes(type) || !client.grantTypes.includes(grantType))
    return refuse('unauthorized_client', 'The application may not use this response type')
  return type
}

function decideResponseMode(request: AuthorizationParameters, type: ResponseType): ResponseMode | Refusal {
  const mode = valueOf(request.response_mode) ?? (type === 'code' ? 'query' : 'fragment')
  if (!isResponseMode(mode))
    return refuse('invalid_request', `response_mode must be one of ${responseModes.join(', ')}`)
  // A token in a query would reach servers, logs and the Referer header (OAuth 2.0 Multiple Response Types §3).
  if (mode === 'query' && type === 'token')
    return refuse('invalid_request', 'response_mode query is not allowed with response_type token')
  return mode
}

function isResponseMode(text: string): text is ResponseMode {
  return (responseModes as readonly string[]).includes(text)
}

/** `offline_access` needs a refresh token, hence a code: elsewhere it is ignored (OpenID Connect Core §11). */
function decideRequestedScope(
  request: AuthorizationParameters,
  client: Client,
  type: ResponseType,
): readonly string[] | Refusal {
  const requested = requestedScope(request.scope)
  if (isRefusal(requested)) return requested
  const usable =
    type === 'code' ? requested : (requested?.filter((name) => name !== 'offline_access') ?? null)
  return decideScope(usable, client, 'user')
}

function decideAuthenticationParameters(
  request: AuthorizationParameters,
  { defaultMaxAge }: Client,
): Pick<AuthorizationRequest, 'nonce' | 'prompt' | 'maxAgeSeconds'> | Refusal {
  const nonce = valueOf(request.nonce) ?? null
  if (nonce !== null && !isNonce(nonce))
    return refuse(
      'invalid_request',
      `nonce must have at most ${nonceMaxLength} characters and no control characters`,
    )
  const asked = listOf(request.prompt)
  if (asked.includes('none') && asked.length > 1)
    return refuse('invalid_request', 'prompt none cannot be combined with another value')
  const prompt = prompts.filter((value) => asked.includes(value))
  const maxAge = String(request.max_age ?? '')
  if (!/^[0-9]{0,9}$/.test(maxAge)) return refuse('invalid_request', 'max_age must be a number of seconds')
  // OpenID Connect Registration §2: what the client has registered counts where the request says nothing.
  return { nonce, prompt, maxAgeSeconds: maxAge === '' ? defaultMaxAge : Number(maxAge) }
}

function isNonce(text: string): boolean {
  return text.length <= nonceMaxLength && text.isWellFormed() && !/\p{Cc}/u.test(text)
}

/** What the person is asked about: the scope, and the scopes that single claims are a part of. */
export function scopeToConsent({ scope, claims }: AuthorizationRequest): readonly string[] {
  return [...new Set([...scope, ...scopesOfClaims(claims)])]
}

/** What a decision about consent looks at. */
export type ConsentFacts = {
  readonly client: Client
  readonly user: User
  /** the live session in which the call is made */
  readonly session: Session
  readonly scope: readonly string[]
  /** what the user agreed to before; null: never anything */
  readonly consented: readonly string[] | null
  /** what the user says in this very call */
  readonly consent?: 'approve' | 'deny' | undefined
  readonly prompt?: AuthorizationRequest['prompt']
  readonly maxAgeSeconds?: number | null
  /** authentication contexts one of which the app cannot do without; left out or empty: none */
  readonly essentialAcr?: readonly string[]
  readonly now: Date
}

/**
 * Decides whether the user lets the app have this scope.
 *
 * The order: a "no" needs no proof and ends it. Then the age of the sign-in, and whether it showed the second factor of an
 * account that has one (a session from before its enrolment opens nothing to apps any more), because an old session left open
 * must neither see nor answer the question, and because someone asked in this order signs in and answers once. Then consent
 * itself. With `prompt=none` nobody may be asked, so both become errors for the app (OpenID Connect Core §3.1.2.6).
 *
 * @returns `granted`: nothing to remember; `record`: granted, remember these scopes; `access_denied`;
 *   `insufficient_user_authentication` with `maxAgeSeconds` (`login_required` with `prompt=none`); `consent_required`
 *   with the whole scope to show
 */
export function decideConsent(
  facts: ConsentFacts,
): 'granted' | { readonly record: readonly string[] } | Refusal {
  const { client, user, session, scope, consented, prompt = [], now } = facts
  if (facts.consent === 'deny') return refuse('access_denied', 'The user denied the request')
  const isExempt = client.firstParty || client.ownerId === user.id
  const isCovered = isExempt || scope.every((name) => consented?.includes(name) === true)
  const maxAgeSeconds = allowedAge(facts, !isCovered)
  const isTooWeak = !satisfiesAcr(session.amr, requiredAcr(user))
  if (isTooWeak || now.getTime() - session.authenticatedAt.getTime() > maxAgeSeconds * 1000)
    return signInAgain(prompt, maxAgeSeconds, requiredAcr(user))
  const unmet = checkEssentialAcr(facts)
  if (unmet !== null) return unmet
  const mustAsk = prompt.includes('consent') || !isCovered
  if (mustAsk && (facts.consent !== 'approve' || prompt.includes('none')))
    return refuse('consent_required', 'The user has to approve the requested scope', undefined, {
      scope: formatScope(scope),
    })
  return isCovered ? 'granted' : { record: scope }
}

/**
 * Seconds the sign-in may be old. Infinity: it does not matter. `prompt=login`, and `max_age=0` which means the same
 * (OpenID Connect Core §3.1.2.1), can only be honoured by a sign-in that is fresh: this call has no form to show.
 */
function allowedAge({ scope, prompt = [], maxAgeSeconds }: ConsentFacts, isAsked: boolean): number {
  const asksLogin = prompt.includes('login') || maxAgeSeconds === 0
  const needsFresh = isAsked || asksLogin || scope.includes('offline_access')
  return Math.min(needsFresh ? freshSeconds : Infinity, maxAgeSeconds || Infinity)
}

/**
 * A context that the app insists on (OpenID Connect Core §5.5.1.1). Whoever has just signed in without reaching it cannot; a
 * sign-in of some time ago may be followed by a better one.
 */
function checkEssentialAcr({ session, prompt = [], essentialAcr = [], now }: ConsentFacts): Refusal | null {
  if (essentialAcr.length === 0) return null
  const wanted = acrValues.filter((value) => essentialAcr.includes(value))
  if (wanted.some((value) => satisfiesAcr(session.amr, value))) return null
  const isFresh = now.getTime() - session.authenticatedAt.getTime() <= freshSeconds * 1000
  if (wanted.length === 0 || isFresh)
    return refuse(
      'unmet_authentication_requirements',
      'The requested authentication context cannot be reached',
    )
  return signInAgain(prompt, freshSeconds, wanted[0]!)
}

function signInAgain(prompt: AuthorizationRequest['prompt'], maxAgeSeconds: number, acr: Acr): Refusal {
  if (prompt.includes('none')) return refuse('login_required', 'The user has to sign in again')
  return refuse(
    'insufficient_user_authentication',
    'A more recent or a stronger sign-in is required',
    undefined,
    {
      ...(Number.isFinite(maxAgeSeconds) && { maxAgeSeconds }),
      ...(acr === 'aal2' && { acrValues: acr }),
    },
  )
}
