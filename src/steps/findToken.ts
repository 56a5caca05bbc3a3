import type { Context } from '../context.ts'
import { namesItsUser, parseAccessTokenClaims, type AccessTokenFacts } from '../domain/oauth/accessToken.ts'
import type { FoundToken } from '../domain/oauth/token.ts'
import { hashSecret, kindOfSecret } from '../domain/token/secret.ts'

/**
 * Looks an access token up, whichever format it has: an opaque one by its hash, a JWT by its signature first.
 *
 * @returns what stands behind it, expired and revoked ones included; null when it is none of ours
 */
export async function findAccessToken(
  text: string,
  { store, keys, config, subjectKey }: Pick<Context, 'store' | 'keys' | 'config' | 'subjectKey'>,
): Promise<AccessTokenFacts | null> {
  if (kindOfSecret(text) === 'accessToken') return store.accessTokens.findOpaque(hashSecret(text))
  const claims = keys.verify('ES256', 'at+jwt', text)
  const token = claims === null ? null : parseAccessTokenClaims(claims, config.issuer)
  if (token === null) return null
  const facts = await store.accessTokens.facts(token)
  return namesItsUser(token, facts, subjectKey) ? facts : null
}

/**
 * Looks up the token that revocation or introspection is asked about. Its form tells its kind, so `token_type_hint`,
 * which may be wrong, is not needed (RFC 7009 §2.1).
 */
export async function findToken(
  text: string,
  context: Pick<Context, 'store' | 'keys' | 'config' | 'subjectKey'>,
): Promise<FoundToken | null> {
  const form = kindOfSecret(text)
  if (form === 'refreshToken') {
    const facts = await context.store.refreshTokens.find(hashSecret(text))
    return facts === null ? null : { kind: 'refresh', facts }
  }
  if (form === 'operatorToken') {
    const token = await context.store.operatorTokens.find(hashSecret(text))
    return token === null ? null : { kind: 'operator', token }
  }
  const facts = await findAccessToken(text, context)
  return facts === null ? null : { kind: 'access', facts }
}
