import type { Context } from '../context.ts'
import type { AuthenticatedClient } from '../domain/oauth/clientAuthentication.ts'
import type { CodeFacts } from '../domain/oauth/grant.ts'
import { redeemCode } from '../domain/oauth/grants/authorizationCode.ts'
import { refreshTokenExpiresAt } from '../domain/oauth/grants/refreshToken.ts'
import { formatScope } from '../domain/oauth/scope.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'
import { issueAccessToken } from './issueAccessToken.ts'
import { issueIdToken } from './issueIdToken.ts'
import { knowUser } from './knowUser.ts'
import type { TokenContext, TokenResponse } from './tokenResponse.ts'

/** The body of a token request with an authorization code (RFC 6749 §4.1.3). */
export type CodeExchange = {
  readonly code: string
  readonly redirect_uri?: string
  readonly code_verifier?: string
  readonly resource?: string
}

/**
 * Redeems an authorization code. A code that was used before, or that another request consumes meanwhile, ends the
 * whole grant with everything the first use gave (RFC 6749 §4.1.2).
 */
export async function exchangeCode(
  body: CodeExchange,
  authenticated: AuthenticatedClient,
  now: Date,
  context: TokenContext,
): Promise<TokenResponse | Refusal> {
  const { store, config } = context
  const hash = hashSecret(body.code)
  const facts = await store.codes.find(hash)
  const request = {
    redirectUri: body.redirect_uri,
    codeVerifier: body.code_verifier,
    resource: body.resource,
  }
  const redemption = redeemCode(
    facts,
    request,
    authenticated.client,
    config.lifetimes.sessionIdleSeconds,
    now,
  )
  if (redemption.outcome === 'refuse') return redemption.refusal
  if (redemption.outcome === 'replay') return endGrant(redemption.grantId, redemption.refusal, now, context)
  const issued = await tokensFor(body.code, redemption, authenticated, now, context)
  if (await store.codes.redeem(hash, issued.refreshToken, issued.opaque, now)) return issued.response
  const lost = refuse('invalid_grant', 'The code was used already', 'code consumed by a concurrent request')
  return endGrant(redemption.grant.id, lost, now, context)
}

async function endGrant(
  grantId: string,
  refusal: Refusal,
  now: Date,
  { store, metrics }: Pick<Context, 'store' | 'metrics'>,
): Promise<Refusal> {
  metrics.reused('code')
  await store.grants.revoke(grantId, now)
  return refusal
}

async function tokensFor(
  code: string,
  facts: CodeFacts,
  { client, presentedSecret }: AuthenticatedClient,
  now: Date,
  context: TokenContext,
) {
  const { grant, user, session } = facts
  const access = issueAccessToken(
    { client, grant, scope: grant.scope, resource: grant.resource },
    now,
    context,
  )
  const known = await knowUser(user, grant.claims?.idToken ?? [], context)
  const mayRefresh = client.grantTypes.includes('refresh_token')
  const refreshText = mayRefresh ? formatSecret('refreshToken', context.random.bytes(32)) : undefined
  const response: TokenResponse = {
    access_token: access.text,
    token_type: 'Bearer',
    expires_in: access.expiresInSeconds,
    refresh_token: refreshText,
    scope: formatScope(grant.scope),
    id_token: issueIdToken(
      { client, known, grant, scope: grant.scope, accessToken: access.text, code, presentedSecret },
      now,
      context,
    ),
  }
  const refreshToken =
    refreshText === undefined
      ? null
      : {
          hash: hashSecret(refreshText),
          generation: 1,
          createdAt: now,
          expiresAt: refreshTokenExpiresAt(grant, session, context.config.lifetimes, now),
          consumedAt: null,
          salt: null,
        }
  return { response, refreshToken, opaque: access.opaque }
}
