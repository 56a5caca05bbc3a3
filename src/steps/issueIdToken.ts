import type { Context } from '../context.ts'
import type { Client } from '../domain/oauth/client.ts'
import type { Grant } from '../domain/oauth/grant.ts'
import type { KnownUser } from '../domain/oidc/claims.ts'
import { idTokenClaims } from '../domain/oidc/idToken.ts'
import { subjectOf } from '../domain/oidc/subject.ts'
import { signHs256 } from '../platform/jws.ts'

/** What an ID token speaks about. */
export type IdTokenSubject = {
  readonly client: Client
  /** whom it is about, as far as `claims` asked for it */
  readonly known: KnownUser
  readonly grant: Grant
  /** what this very answer gives; a refresh may narrow the grant's */
  readonly scope: readonly string[]
  /** the access token that goes with it, for `at_hash` */
  readonly accessToken: string
  /** the code that was exchanged, for `c_hash`; null: it comes from a refresh */
  readonly code: string | null
  /** the client's secret as presented in this very request; null where none was */
  readonly presentedSecret: string | null
}

/**
 * Makes the ID token of an answer (OpenID Connect Core §2), signed with the app's algorithm. HS256 is keyed by the text
 * of the secret that this request presented (§10.1): secrets are stored as hashes only.
 *
 * An app that chose HS256 before the profile became strict gets the default algorithm.
 *
 * @returns undefined when `openid` was not granted, or when HS256 is asked for and no secret was presented
 */
export function issueIdToken(
  { client, known, grant, scope, accessToken, code, presentedSecret }: IdTokenSubject,
  now: Date,
  context: Pick<Context, 'config' | 'keys' | 'subjectKey'>,
): string | undefined {
  if (!scope.includes('openid')) return undefined
  const { issuer, lifetimes, profile } = context.config
  const chosen = client.idTokenSignedResponseAlg
  const alg = chosen === 'HS256' && profile === 'strict' ? 'RS256' : chosen
  const claims = idTokenClaims({
    issuer,
    client,
    known,
    subject: subjectOf(client, known.user.id, context.subjectKey),
    grant,
    accessToken,
    code,
    alg,
    now,
    expiresInSeconds: lifetimes.idTokenSeconds,
  })
  if (alg !== 'HS256') return context.keys.sign(alg, 'JWT', claims)
  return presentedSecret === null ? undefined : signHs256(presentedSecret, 'JWT', claims)
}
