import type { Client } from './client.ts'
import type { FoundToken } from './token.ts'

/** What a revocation does. The answer is 200 in every case (RFC 7009 §2.2). */
export type Revocation =
  | { readonly revoke: 'token'; readonly jti: string; readonly expiresAt: Date }
  | { readonly revoke: 'grant'; readonly grantId: string }
  | { readonly revoke: 'nothing'; readonly reason: string }

/**
 * Decides what the revocation of a token ends (RFC 7009 §2.1): an access token alone, a refresh token with its whole grant.
 *
 * Another client's token is left alone and answered like an unknown one, so that nobody learns whether a token found
 * somewhere is real.
 *
 * @param found   null when no such token is known
 * @param client  the authenticated client
 */
export function decideRevocation(found: FoundToken | null, client: Client, now: Date): Revocation {
  if (found === null) return { revoke: 'nothing', reason: 'unknown token' }
  if (found.kind === 'refresh') {
    const { grant } = found.facts
    if (grant.clientId !== client.id) return { revoke: 'nothing', reason: 'refresh token of another client' }
    return { revoke: 'grant', grantId: grant.id }
  }
  if (found.kind === 'operator') return { revoke: 'nothing', reason: 'token of the operator' }
  const { token } = found.facts
  if (found.facts.client?.id !== client.id)
    return { revoke: 'nothing', reason: 'access token of another client' }
  if (token.expiresAt.getTime() <= now.getTime()) return { revoke: 'nothing', reason: 'access token expired' }
  return { revoke: 'token', jti: token.jti, expiresAt: token.expiresAt }
}
