import type { IncomingHttpHeaders } from 'node:http'
import type { Context } from '../context.ts'
import { decideSession } from '../domain/account/session.ts'
import { decideAccessToken } from '../domain/oauth/accessToken.ts'
import { isUseWorthNoting } from '../domain/moment.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { hashSecret } from '../domain/token/secret.ts'
import { findAccessToken } from '../steps/findToken.ts'
import { noTokenReason } from './errors.ts'
import type { Principal } from './operation.ts'

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
 * Resolves who asks, whatever kind of token they hold. Kinds are told apart by form and never interchangeable: an
 * access token is verified and looked up as such, everything else is looked up as a session token.
 *
 * @throws StoreUnavailable when the database cannot be asked: never "no such token"
 */
export async function resolvePrincipal(
  headers: IncomingHttpHeaders,
  now: Date,
  context: Context,
): Promise<Principal | Refusal> {
  const token = presentedToken(headers)
  if (token === null) return refuse('invalid_token', 'No access token was presented', noTokenReason)
  if (isRefusal(token)) return token
  return (await accessTokenPrincipal(token, now, context)) ?? sessionPrincipal(token, now, context)
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
  return isRefusal(decided) ? decided : { kind: 'accessToken', facts: decided }
}

async function sessionPrincipal(token: string, now: Date, context: Context): Promise<Principal | Refusal> {
  const facts = await context.store.sessions.findByToken(hashSecret(token))
  const decided = decideSession(facts, context.config.lifetimes.sessionIdleSeconds, now)
  if (isRefusal(decided)) return decided
  if (isUseWorthNoting(decided.session.lastUsedAt, now))
    await context.store.sessions.touch(decided.session.id, now)
  return { kind: 'session', ...decided }
}

/** Kind of principal that each security scheme of the contract asks for. */
const kindOfScheme: Readonly<Record<string, Principal['kind']>> = {
  session: 'session',
  sessionHeader: 'session',
  accessToken: 'accessToken',
  accessTokenHeader: 'accessToken',
}

/** True when the principal is of the kind that the scheme names and holds every scope that the requirement lists. */
export function satisfies(principal: Principal, scheme: string, scopes: readonly string[]): boolean {
  if (kindOfScheme[scheme] !== principal.kind) return false
  return scopes.every((scope) => scopesOf(principal).includes(scope))
}

function scopesOf(principal: Principal): readonly string[] {
  return principal.kind === 'accessToken' ? principal.facts.token.scope : []
}

/** Why a principal that satisfies no requirement is refused: the wrong kind of token, or too little scope. */
export function refuseUnauthorized(
  principal: Principal,
  security: readonly Readonly<Record<string, readonly string[]>>[],
): Refusal {
  for (const requirement of security)
    for (const [scheme, scopes] of Object.entries(requirement))
      if (kindOfScheme[scheme] === principal.kind)
        return refuse(
          'insufficient_scope',
          'The token does not carry the scope this needs',
          'scope too small',
          {
            scope: scopes.join(' '),
          },
        )
  return refuse('invalid_token', 'The access token is not valid here', `a token of kind ${principal.kind}`)
}
