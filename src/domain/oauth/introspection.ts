import { numericDate } from '../moment.ts'
import { isRefusal, refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import { accessTokenClaims, decideAccessToken } from './accessToken.ts'
import type { AccessTokenFacts } from './accessToken.ts'
import type { Client } from './client.ts'
import { findGrantEnd } from './grant.ts'
import type { RefreshFacts } from './grant.ts'
import { isOperatorTokenAlive, operatorTokenClaims } from './operatorToken.ts'
import type { OperatorToken } from './operatorToken.ts'
import { subjectOf } from '../oidc/subject.ts'
import { formatScope } from './scope.ts'
import type { FoundToken } from './token.ts'

/** An introspection answer (RFC 7662 §2.2). An inactive token says nothing else. */
export type IntrospectionResponse = {
  readonly active: boolean
  readonly iss?: string
  readonly sub?: string
  readonly aud?: string
  readonly client_id?: string
  /** access tokens only: an answer without it is no token to accept at a resource */
  readonly token_type?: 'Bearer'
  readonly jti?: string
  readonly iat?: number
  readonly exp?: number
  readonly scope?: string
}

/** What an answer depends on besides the token. */
export type IntrospectionSettings = {
  readonly issuer: string
  readonly idleSeconds: number
  /** of pairwise subjects */
  readonly subjectKey: Buffer
}

const inactive: IntrospectionResponse = { active: false }

/**
 * Decides what a client learns about a token (RFC 7662 §2.2). An access token: if it was issued to the caller, or its
 * audience is one of the resources the operator gave the caller. A refresh token: only its own client. A token of the
 * operator's: first-party apps, and those whose resources name the issuer. Everything else is exactly `{ active: false }`, so
 * that nobody learns whether a token found somewhere is real.
 *
 * @param found   null when no such token is known
 * @param caller  the authenticated client; a public one has proven nothing and is refused (RFC 7662 §2.1)
 */
export function decideIntrospection(
  found: FoundToken | null,
  caller: Client,
  settings: IntrospectionSettings,
  now: Date,
): IntrospectionResponse | Refusal {
  if (caller.tokenEndpointAuthMethod === 'none')
    return refuse('invalid_client', 'Client authentication failed', 'introspection by a public client')
  if (found === null) return inactive
  if (found.kind === 'operator') return introspectOperatorToken(found.token, caller, settings, now)
  return found.kind === 'access'
    ? introspectAccessToken(found.facts, caller, settings, now)
    : introspectRefreshToken(found.facts, caller, settings, now)
}

/** It was issued to no app and its audience is the issuer: who may look is for the operator to say. */
function introspectOperatorToken(
  token: OperatorToken,
  caller: Client,
  { issuer }: { readonly issuer: string },
  now: Date,
): IntrospectionResponse {
  const mayLook = caller.firstParty || caller.resources.includes(issuer)
  if (!mayLook || !isOperatorTokenAlive(token, now)) return inactive
  return { active: true, token_type: 'Bearer', ...operatorTokenClaims(token, issuer) }
}

function introspectAccessToken(
  found: AccessTokenFacts,
  caller: Client,
  { issuer, idleSeconds, subjectKey }: IntrospectionSettings,
  now: Date,
): IntrospectionResponse {
  const facts = decideAccessToken(found, idleSeconds, now)
  if (isRefusal(facts) || facts.client === null) return inactive
  if (facts.client.id !== caller.id && !caller.resources.includes(facts.token.audience)) return inactive
  const { client, user } = facts
  const { clientId } = client
  const { gid: _grant, ...claims } = accessTokenClaims(facts.token, {
    issuer,
    clientId,
    sub: user === null ? clientId : subjectOf(client, user.id, subjectKey),
  })
  return { active: true, token_type: 'Bearer', ...claims }
}

function introspectRefreshToken(
  { token, ...facts }: RefreshFacts,
  caller: Client,
  { issuer, idleSeconds, subjectKey }: IntrospectionSettings,
  now: Date,
): IntrospectionResponse {
  if (facts.grant.clientId !== caller.id || token.consumedAt !== null) return inactive
  if (token.expiresAt.getTime() <= now.getTime() || findGrantEnd(facts, idleSeconds, now) !== null)
    return inactive
  return {
    active: true,
    iss: issuer,
    sub: subjectOf(caller, facts.user.id, subjectKey),
    client_id: caller.clientId,
    iat: numericDate(token.createdAt),
    exp: numericDate(token.expiresAt),
    scope: formatScope(facts.grant.scope),
  }
}
