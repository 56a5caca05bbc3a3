import type { AuthenticatedClient } from '../domain/oauth/clientAuthentication.ts'
import {
  redeemRefreshToken,
  refreshTokenExpiresAt,
  type RefreshRedemption,
} from '../domain/oauth/grants/refreshToken.ts'
import { formatScope } from '../domain/oauth/scope.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { deriveSuccessor, hashSecret } from '../domain/token/secret.ts'
import { issueAccessToken, type IssuedAccessToken } from './issueAccessToken.ts'
import { issueIdToken } from './issueIdToken.ts'
import { knowUser } from './knowUser.ts'
import type { TokenContext, TokenResponse } from './tokenResponse.ts'

/** The body of a refresh (RFC 6749 §6). */
export type Refresh = { readonly refresh_token: string; readonly scope?: string; readonly resource?: string }

type Rotation = Extract<RefreshRedemption, { outcome: 'rotate' | 'repeat' }>

/**
 * Turns a refresh token into fresh tokens. Every use rotates; the successor is derived from the token and a salt, so
 * that a client whose answer was lost, or whose two tabs asked at once, is given the same successor again.
 */
export async function refreshTokens(
  body: Refresh,
  authenticated: AuthenticatedClient,
  now: Date,
  context: TokenContext,
): Promise<TokenResponse | Refusal> {
  // Whoever loses the race to consume the token decides again on what the winner left: a repeat, as a rule.
  for (let attempt = 1; attempt <= 2; attempt++) {
    const answer = await attemptRefresh(body, authenticated, now, context)
    if (answer !== null) return answer
  }
  return refuse('invalid_grant', 'The refresh token is invalid, expired, revoked or used', 'lost two races')
}

/** Null when another request was faster. */
async function attemptRefresh(
  body: Refresh,
  { client, presentedSecret }: AuthenticatedClient,
  now: Date,
  context: TokenContext,
): Promise<TokenResponse | Refusal | null> {
  const { store, config } = context
  const hash = hashSecret(body.refresh_token)
  const facts = await store.refreshTokens.find(hash)
  const redemption = redeemRefreshToken(facts, body, client, config.lifetimes.sessionIdleSeconds, now)
  if (redemption.outcome === 'refuse') return redemption.refusal
  if (redemption.outcome === 'replay') {
    context.metrics.reused('refresh_token')
    await store.grants.revoke(redemption.grantId, now)
    return redemption.refusal
  }
  const { grant, user, scope } = redemption
  const access = issueAccessToken({ client, grant, scope, resource: grant.resource }, now, context)
  const successor = await applyRotation(redemption, body.refresh_token, access, now, context)
  if (successor === null) return null
  const known = await knowUser(user, grant.claims?.idToken ?? [], context)
  return {
    access_token: access.text,
    token_type: 'Bearer',
    expires_in: access.expiresInSeconds,
    refresh_token: successor,
    scope: formatScope(scope),
    id_token: issueIdToken(
      { client, known, grant, scope, accessToken: access.text, code: null, presentedSecret },
      now,
      context,
    ),
  }
}

/** Consumes the token and stores its successor; for a repeat only the access token is new. Null when the race was lost. */
async function applyRotation(
  redemption: Rotation,
  refreshToken: string,
  { opaque }: IssuedAccessToken,
  now: Date,
  { store, random, config }: TokenContext,
): Promise<string | null> {
  if (redemption.outcome === 'repeat') {
    if (opaque !== null) await store.accessTokens.store(opaque)
    return deriveSuccessor(refreshToken, redemption.salt)
  }
  const salt = random.bytes(32)
  const successor = deriveSuccessor(refreshToken, salt)
  const { token, grant, session } = redemption
  const row = {
    hash: hashSecret(successor),
    generation: token.generation + 1,
    createdAt: now,
    expiresAt: refreshTokenExpiresAt(grant, session, config.lifetimes, now),
    consumedAt: null,
    salt: null,
  }
  return (await store.refreshTokens.rotate(token.hash, salt, row, opaque, now)) ? successor : null
}
