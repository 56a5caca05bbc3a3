import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from '../context.ts'
import { decideAppPassword } from '../domain/account/appPassword.ts'
import { checkStepUp, decideSession } from '../domain/account/session.ts'
import { checkAudience, decideAccessToken } from '../domain/oauth/accessToken.ts'
import { noSuchRegistration } from '../domain/oauth/registrationAccess.ts'
import { isUseWorthNoting } from '../domain/moment.ts'
import { isRefusal, noTokenReason, refuse, type Refusal } from '../domain/refusal.ts'
import { hashSecret, kindOfSecret } from '../domain/token/secret.ts'
import { findAccessToken } from '../steps/findToken.ts'
import type { OperationEntry, Principal } from './operation.ts'

/**
 * The one token a request presents: `Authorization: Bearer` and `X-Auth-Token` mean the same (CONTRACT: both present
 * and different is an error). Null when there is none.
 */
export function presentedToken(headers: IncomingHttpHeaders): string | null | Refusal {
  const bearer = /^bearer +(.*)$/i.exec(headers.authorization ?? '')?.[1] ?? null
  const header = headers['x-auth-token']
  const plain = typeof header === 'string' ? header : null
  if (bearer !== null && plain !== null && bearer !== plain)
    return refuse('invalid_request', 'Authorization and X-Auth-Token carry different tokens')
  return bearer ?? plain
}

/**
 * The one token of a request whose operation may also take it out of its form (`x-token-in-body`, RFC 6750 §2.2). A request uses
 * one way only (§2).
 */
export function requestToken(
  { headers, body }: { readonly headers: IncomingHttpHeaders; readonly body?: unknown },
  { tokenMember }: Pick<OperationEntry, 'tokenMember'>,
): string | null | Refusal {
  const token = presentedToken(headers)
  if (tokenMember === null || typeof body !== 'object' || body === null) return token
  const inBody = (body as Readonly<Record<string, unknown>>)[tokenMember]
  if (typeof inBody !== 'string') return token
  return token === null ? inBody : refuse('invalid_request', 'The access token is sent in more than one way')
}

/**
 * Resolves who asks, whatever kind of token they hold. Kinds are told apart by form and never interchangeable: an app
 * password has a prefix, an access token is verified and looked up as such, everything else is looked up as a session token.
 *
 * @param token  what the request presents (`requestToken`)
 * @throws StoreUnavailable when the database cannot be asked: never "no such token"
 */
export async function resolvePrincipal(
  token: string | null | Refusal,
  now: Date,
  context: Context,
): Promise<Principal | Refusal> {
  if (token === null) return refuse('invalid_token', 'No access token was presented', noTokenReason)
  if (isRefusal(token)) return token
  if (kindOfSecret(token) === 'appPassword') return appPasswordPrincipal(token, now, context)
  if (kindOfSecret(token) === 'registrationToken') return registrationPrincipal(token, context)
  return (await accessTokenPrincipal(token, now, context)) ?? sessionPrincipal(token, now, context)
}

async function appPasswordPrincipal(
  token: string,
  now: Date,
  { store }: Context,
): Promise<Principal | Refusal> {
  const hash = hashSecret(token)
  const decided = decideAppPassword(await store.appPasswords.find(hash), now)
  if (isRefusal(decided)) return decided
  const { appPassword, user } = decided
  if (isUseWorthNoting(appPassword.lastUsedAt, now)) await store.appPasswords.touch(appPassword.id, now)
  const { id, scope } = appPassword
  return { kind: 'appPassword', appPasswordId: id, user, scope, session: null, secret: { appPassword, hash } }
}

/** Null when the token is none of ours by its form. */
async function accessTokenPrincipal(
  token: string,
  now: Date,
  context: Context,
): Promise<Principal | Refusal | null> {
  const facts = await findAccessToken(token, context)
  if (facts === null) return null
  const decided = decideAccessToken(facts, context.config.lifetimes.sessionIdleSeconds, now)
  if (isRefusal(decided)) return decided
  return checkAudience(decided, context.config.issuer) ?? { kind: 'accessToken', facts: decided }
}

/** A session that was made from an app password speaks for that, and never for its user's own credentials. */
async function sessionPrincipal(token: string, now: Date, context: Context): Promise<Principal | Refusal> {
  const facts = await context.store.sessions.findByToken(hashSecret(token))
  const decided = decideSession(facts, context.config.lifetimes.sessionIdleSeconds, now)
  if (isRefusal(decided)) return decided
  const { session, user } = decided
  if (isUseWorthNoting(session.lastUsedAt, now)) await context.store.sessions.touch(session.id, now)
  const { appPasswordId, scope } = session
  if (appPasswordId === null) return { kind: 'session', session, user }
  return { kind: 'appPassword', appPasswordId, user, scope: scope ?? [], session, secret: null }
}

async function registrationPrincipal(token: string, { store }: Context): Promise<Principal | Refusal> {
  const registered = await store.registrations.findByToken(hashSecret(token))
  return registered === null ? noSuchRegistration : { kind: 'registration', registered, token }
}

/** Kind of principal that each security scheme of the contract asks for. */
const kindOfScheme: Readonly<Record<string, Principal['kind']>> = {
  session: 'session',
  sessionHeader: 'session',
  browserSession: 'browser',
  appPassword: 'appPassword',
  appPasswordHeader: 'appPassword',
  accessToken: 'accessToken',
  accessTokenHeader: 'accessToken',
  registrationToken: 'registration',
  registrationTokenHeader: 'registration',
}

/** True when the principal is of the kind that the scheme names and holds every scope that the requirement lists. */
export function satisfies(principal: Principal, scheme: string, scopes: readonly string[]): boolean {
  if (kindOfScheme[scheme] !== principal.kind) return false
  return scopes.every((scope) => scopesOf(principal).includes(scope))
}

function scopesOf(principal: Principal): readonly string[] {
  if (principal.kind === 'appPassword') return principal.scope
  return principal.kind === 'accessToken' ? principal.facts.token.scope : []
}

/**
 * Decides about a token where the contract asks for none (`{}` among the requirements). Such an operation lets everybody in
 * whom no requirement stops, so a token that is presented all the same is judged here: a wrong one never passes for none.
 *
 * @returns null when there is none, or when it is one that the operation names; and where a token is not optional
 */
export function checkOptionalToken(
  principal: Principal | Refusal,
  security: OperationEntry['security'],
): Refusal | null {
  if (!isTokenOptional(security)) return null
  if (isRefusal(principal)) return principal.reason === noTokenReason ? null : principal
  const isNamed = security.some((requirement) => {
    const schemes = Object.entries(requirement)
    return schemes.length > 0 && schemes.every(([scheme, scopes]) => satisfies(principal, scheme, scopes))
  })
  return isNamed ? null : refuseUnauthorized(principal, security)
}

/** Who asks, as `security` promises it: undefined where it names nobody, and where a token is optional and none came. */
export function promisedPrincipal(
  principal: Principal | Refusal,
  security: OperationEntry['security'],
): Principal | Refusal | undefined {
  if (security.length === 0) return undefined
  return isTokenOptional(security) && isRefusal(principal) ? undefined : principal
}

function isTokenOptional(security: OperationEntry['security']): boolean {
  return security.some((requirement) => Object.keys(requirement).length === 0)
}

/** What `x-step-up` asks of a session; every other principal is judged by its kind. */
export function checkFreshness(
  { needsStepUp }: Pick<OperationEntry, 'needsStepUp'>,
  principal: Principal,
  now: Date,
): Refusal | null {
  if (!needsStepUp || (principal.kind !== 'session' && principal.kind !== 'browser')) return null
  return checkStepUp(principal.session, principal.user, now)
}

/**
 * Why a principal that satisfies no requirement is refused: the wrong kind of token, or too little scope. An app password is
 * a good token that opens little: what does not name it is beyond its scope (RFC 6750 §3.1).
 */
export function refuseUnauthorized(principal: Principal, security: OperationEntry['security']): Refusal {
  const asked = security
    .flatMap((requirement) => Object.entries(requirement))
    .find(([scheme]) => kindOfScheme[scheme] === principal.kind)
  if (asked !== undefined)
    return refuse('insufficient_scope', 'The token does not carry the scope this needs', 'scope too small', {
      scope: asked[1].join(' '),
    })
  if (principal.kind === 'appPassword')
    return refuse('insufficient_scope', 'No app password opens this: it needs the session of its user')
  return refuse('invalid_token', 'The access token is not valid here', `a token of kind ${principal.kind}`)
}
