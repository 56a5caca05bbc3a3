import type { Context } from '../context.ts'
import { parseAccessTokenClaims, type AccessTokenFacts } from '../domain/oauth/accessToken.ts'
import type { FoundToken } from '../domain/oauth/token.ts'
import { hashSecret, kindOfSecret } from '../domain/token/secret.ts'

/**
 * Looks an access token up, whichever format it has: an opaque one by its hash, a JWT by its signature first.
 *
 * @returns what stands behind it, expired and revoked ones included; null when it is none of ours
 */
export async function findAccessToken(
  text: string,
  { store, keys, config }: Pick<Context, 'store' | 'keys' | 'config'>,
): Promise<AccessTokenFacts | null> {
  if (kindOfSecret(text) === 'accessToken') return store.accessTokens.findOpaque(hashSecret(text))
  const claims = keys.verify('ES256', 'at+jwt', text)
  const token = claims === null ? null : parseAccessTokenClaims(claims, config.issuer)
  return token === null ? null : store.accessTokens.facts(token)
}

/**
 * Looks up the token that revocation or introspection is asked about. Its form tells its kind, so `token_type_hint`,
 * which may be wrong, is not needed (RFC 7009 §2.1).
 */
export async function findToken(
  text: string,
  context: Pick<Context, 'store' | 'keys' | 'config'>,
): Promise<FoundToken | null> {
  if (kindOfSecret(text) === 'refreshToken') {
    const facts = await context.store.refreshTokens.find(hashSecret(text))
    return facts === null ? null : { kind: 'refresh', facts }
  }
  const facts = await findAccessToken(text, context)
  return facts === null ? null : { kind: 'access', facts }
}
