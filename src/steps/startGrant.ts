import type { Context } from '../context.ts'
import type { Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { after } from '../domain/moment.ts'
import type { AuthorizationRequest } from '../domain/oauth/authorizationRequest.ts'
import type { AuthorizationResult } from '../domain/oauth/authorizationResponse.ts'
import type { Client } from '../domain/oauth/client.ts'
import type { Grant } from '../domain/oauth/grant.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'
import { issueAccessToken } from './issueAccessToken.ts'
import { noteActivity } from './noteActivity.ts'

/** An authorization that was decided: what is left is to write it down. */
export type Authorization = {
  readonly client: Client
  readonly request: AuthorizationRequest
  readonly session: Session
  readonly user: User
  /** `granted`, or the scopes to remember as agreed to */
  readonly consent: 'granted' | { readonly record: readonly string[] }
}

/**
 * Stores a grant with its code, or for the response type `token` with its access token, and returns what the answer
 * carries. Consent is recorded first: a grant without it could never be explained to the user.
 */
export async function startGrant(
  { client, request, session, user, consent }: Authorization,
  now: Date,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'random' | 'subjectKey'>,
): Promise<AuthorizationResult> {
  const { store, random, config } = context
  if (consent !== 'granted') {
    await store.consents.record(user.id, client.id, consent.record, now)
    const given = {
      kind: 'consent_given',
      userId: user.id,
      sessionId: session.id,
      clientId: client.id,
    } as const
    await noteActivity(given, { ...session, now }, context)
  }
  const { scope, resource } = request
  const { userinfo, idToken } = request.claims
  const grant: Grant = {
    id: random.uuid(now),
    clientId: client.id,
    userId: user.id,
    sessionId: session.id,
    scope,
    resource,
    claims: userinfo.length + idToken.length > 0 ? { userinfo, idToken } : null,
    nonce: request.nonce,
    authenticatedAt: session.authenticatedAt,
    amr: session.amr,
    offline: scope.includes('offline_access'),
    createdAt: now,
    revokedAt: null,
  }
  if (request.responseType === 'token') {
    const { text, expiresInSeconds, opaque } = issueAccessToken(
      { client, grant, scope, resource },
      now,
      context,
    )
    await store.grants.create(grant, opaque)
    return { accessToken: text, expiresInSeconds, scope }
  }
  const code = formatSecret('code', random.bytes(32))
  await store.codes.issue(grant, {
    hash: hashSecret(code),
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
    createdAt: now,
    expiresAt: after(now, config.lifetimes.codeSeconds),
    consumedAt: null,
  })
  return { code }
}
