import type { Context } from '../context.ts'
import type { AccessTokenFacts } from '../domain/oauth/accessToken.ts'
import { decideUserinfo, knownUser, releasedClaims, type UserinfoClaims } from '../domain/oidc/claims.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { knowUser } from './knowUser.ts'

/** What userinfo says: claims as they are, or signed for the app. */
export type Userinfo =
  | { readonly kind: 'plain'; readonly claims: UserinfoClaims }
  | { readonly kind: 'signed'; readonly jwt: string }

/**
 * Tells about the user of an access token. An app that registered an algorithm for it gets the claims as a JWT, which names issuer
 * and audience (OpenID Connect Core §5.3.2).
 *
 * @param facts  what `decideAccessToken` let pass
 */
export async function tellUserinfo(
  facts: AccessTokenFacts,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'subjectKey'>,
): Promise<Userinfo | Refusal> {
  const allowed = decideUserinfo(facts, context.subjectKey)
  if (isRefusal(allowed)) return allowed
  const { user, sub, names } = allowed
  const known =
    facts.known === undefined
      ? await knowUser(user, names, context)
      : knownUser(user, facts.known, context.config)
  const claims = { sub, ...releasedClaims(known, names) }
  const { client } = facts
  const alg = client?.userinfoSignedResponseAlg ?? null
  if (client === null || alg === null) return { kind: 'plain', claims }
  const { issuer } = context.config
  return {
    kind: 'signed',
    jwt: context.keys.sign(alg, 'JWT', { ...claims, iss: issuer, aud: client.clientId }),
  }
}
