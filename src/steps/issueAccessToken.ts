import type { Context } from '../context.ts'
import { accessTokenClaims, type AccessToken } from '../domain/oauth/accessToken.ts'
import type { Client } from '../domain/oauth/client.ts'
import type { Grant } from '../domain/oauth/grant.ts'
import { after } from '../domain/moment.ts'
import { subjectOf } from '../domain/oidc/subject.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'
import type { OpaqueToken } from '../store/grants.ts'

/** A new access token: its text, and the row that must be stored with its cause when the app's tokens are opaque. */
export type IssuedAccessToken = {
  readonly text: string
  readonly expiresInSeconds: number
  readonly opaque: OpaqueToken | null
}

/** What a token is for. `grant` is null for a client's own token (client_credentials). */
export type AccessTokenSubject = {
  readonly client: Client
  readonly grant: Grant | null
  readonly scope: readonly string[]
  /** the one `resource` asked for; null: the issuer is the audience (RFC 8707 §2.2) */
  readonly resource: string | null
}

/**
 * Makes an access token in the format of the app: a JWT (RFC 9068), signed here, or an opaque one. Writes nothing: the
 * caller stores `opaque` in the same statement that consumes what the token comes from.
 */
export function issueAccessToken(
  { client, grant, scope, resource }: AccessTokenSubject,
  now: Date,
  context: Pick<Context, 'config' | 'keys' | 'random' | 'subjectKey'>,
): IssuedAccessToken {
  const { issuer, lifetimes } = context.config
  const token: AccessToken = {
    jti: context.random.bytes(16).toString('base64url'),
    clientId: client.id,
    userId: grant?.userId ?? null,
    grantId: grant?.id ?? null,
    scope,
    audience: resource ?? issuer,
    issuedAt: now,
    expiresAt: after(now, lifetimes.accessTokenSeconds),
  }
  const expiresInSeconds = lifetimes.accessTokenSeconds
  if (client.accessTokenFormat === 'opaque') {
    const text = formatSecret('accessToken', context.random.bytes(32))
    return { text, expiresInSeconds, opaque: { hash: hashSecret(text), token } }
  }
  const claims = accessTokenClaims(token, {
    issuer,
    clientId: client.clientId,
    sub: grant === null ? client.clientId : subjectOf(client, grant.userId, context.subjectKey),
  })
  return { text: context.keys.sign('ES256', 'at+jwt', claims), expiresInSeconds, opaque: null }
}
