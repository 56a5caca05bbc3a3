import type { Session } from '../../account/session.ts'
import type { Lifetimes } from '../../lifetimes.ts'
import { isRefusal, refuse } from '../../refusal.ts'
import type { Refusal } from '../../refusal.ts'
import type { Client } from '../client.ts'
import { findGrantEnd } from '../grant.ts'
import type { Grant, RefreshFacts } from '../grant.ts'
import { checkGrantedResource } from '../resource.ts'
import { decideScope, requestedScope } from '../scope.ts'

/** Seconds after its use during which a refresh token still gets the very successor it got before. */
export const repeatSeconds = 60

/** The parameters of a refresh (RFC 6749 §6, RFC 8707 §2.2). */
export type RefreshRequest = {
  readonly scope?: string | undefined
  readonly resource?: string | readonly string[] | undefined
}

/**
 * What becomes of a refresh token. `rotate`: consume it, store its successor. `repeat`: derive the same successor again
 * with `salt`, change nothing. `replay`: revoke the grant, then answer with the refusal. `scope` is that of the access token.
 */
export type RefreshRedemption =
  | (RefreshFacts & { readonly outcome: 'rotate'; readonly scope: readonly string[] })
  | (RefreshFacts & { readonly outcome: 'repeat'; readonly scope: readonly string[]; readonly salt: Buffer })
  | { readonly outcome: 'replay'; readonly grantId: string; readonly refusal: Refusal }
  | { readonly outcome: 'refuse'; readonly refusal: Refusal }

/**
 * Decides what a refresh token is worth (RFC 6749 §6, §10.4; RFC 9700 §4.14.2).
 *
 * The client is looked at first: another client's request never revokes anything. Then reuse: a used token is a replay
 * unless it is the immediate predecessor of one not yet used and came back within `repeatSeconds`, as it does when an
 * answer was lost or two tabs refreshed at once. Only then whether the grant lives and what was asked for, so that a
 * used token cannot hide behind a bad `scope`.
 *
 * A decision is no lock: when the store then says that another request was faster, load the facts again and decide again.
 *
 * @param facts        null when no token has that hash
 * @param client       the authenticated client
 * @param idleSeconds  after which an unused session ends
 */
export function redeemRefreshToken(
  facts: RefreshFacts | null,
  request: RefreshRequest,
  client: Client,
  idleSeconds: number,
  now: Date,
): RefreshRedemption {
  if (!client.grantTypes.includes('refresh_token'))
    return refused(refuse('unauthorized_client', 'The application may not use the refresh_token grant'))
  if (facts === null) return refused(invalidGrant('unknown refresh token'))
  const { grant, token } = facts
  if (grant.clientId !== client.id) return refused(invalidGrant('refresh token of another client'))
  const reuse = findReplay(facts, now)
  if (reuse !== null) return { outcome: 'replay', grantId: grant.id, refusal: invalidGrant(reuse) }
  if (token.expiresAt.getTime() <= now.getTime()) return refused(invalidGrant('refresh token expired'))
  const end = findGrantEnd(facts, idleSeconds, now)
  if (end !== null) return refused(invalidGrant(end))
  const scope = decideRequest(request, grant, client)
  if (isRefusal(scope)) return refused(scope)
  return token.salt === null
    ? { ...facts, outcome: 'rotate', scope }
    : { ...facts, outcome: 'repeat', scope, salt: token.salt }
}

/** The reason why a used token is a replay; null for an unused one, and for one that may be repeated. */
function findReplay({ token, successorConsumed }: RefreshFacts, now: Date): string | null {
  if (token.consumedAt === null) return null
  if (successorConsumed) return 'refresh token used again after its successor'
  if (now.getTime() - token.consumedAt.getTime() > repeatSeconds * 1000)
    return 'refresh token used again too late'
  return token.salt === null ? 'refresh token used again and its successor is unknown' : null
}

function decideRequest(request: RefreshRequest, grant: Grant, client: Client): readonly string[] | Refusal {
  const resource = checkGrantedResource(request.resource, grant.resource)
  if (resource !== null) return resource
  const requested = requestedScope(request.scope)
  return isRefusal(requested) ? requested : decideScope(requested, client, { refresh: grant.scope })
}

/**
 * The moment a refresh token issued now stops working: with its session; with `offline_access` after a time without use,
 * and after an absolute time in any case.
 *
 * @param session  null only for an offline grant whose session was cleaned away
 */
export function refreshTokenExpiresAt(
  grant: Grant,
  session: Session | null,
  lifetimes: Pick<Lifetimes, 'refreshIdleSeconds' | 'refreshAbsoluteSeconds'>,
  now: Date,
): Date {
  if (!grant.offline) return session?.expiresAt ?? now
  const idleEnd = now.getTime() + lifetimes.refreshIdleSeconds * 1000
  const absoluteEnd = grant.createdAt.getTime() + lifetimes.refreshAbsoluteSeconds * 1000
  return new Date(Math.min(idleEnd, absoluteEnd))
}

function refused(refusal: Refusal): RefreshRedemption {
  return { outcome: 'refuse', refusal }
}

function invalidGrant(reason: string): Refusal {
  return refuse('invalid_grant', 'The refresh token is invalid, expired, revoked or used', reason)
}
