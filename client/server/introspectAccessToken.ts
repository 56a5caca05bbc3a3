import { introspectToken } from '../../generated/api/index.ts'
import { createClient } from '../createClient.ts'
import { audiencesOf } from '../jwt/jwt.ts'
import { readAccess, type Access } from './access.ts'
import { AccessRefusal } from './accessRefusal.ts'
import { checkScopes, type VerifyOptions } from './verifyAccessToken.ts'

/** Who asks, and what a token has to fit. */
export type IntrospectOptions = Pick<VerifyOptions, 'issuer' | 'audience' | 'scopes' | 'fetch'> & {
  /** the `app_id` of the API itself; the operator gives it the audience as one of its resources */
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Asks the service about an access token of either format (RFC 7662): sees at once what was revoked, and costs a request.
 *
 * @throws AccessRefusal  `invalid_token`, `insufficient_scope`; `temporarily_unavailable` where the service does not answer, or
 *   does not take the credentials (the `cause` tells)
 */
export async function introspectAccessToken(token: string, options: IntrospectOptions): Promise<Access> {
  const { issuer, audience = issuer, scopes = [], clientId, clientSecret, fetch } = options
  const { data, error } = await introspectToken({
    client: createClient({ baseUrl: issuer, timeout: 5000, fetch }),
    body: { token, client_id: clientId, client_secret: clientSecret },
  })
  if (error !== undefined)
    throw new AccessRefusal('temporarily_unavailable', 'Access tokens cannot be checked for the moment', {
      cause: error,
    })
  // Only access tokens have a type: the answer about a refresh token has none.
  const isGood = data.active && data.token_type === 'Bearer' && audiencesOf(data).includes(audience)
  const access = isGood ? readAccess(data) : null
  if (access === null)
    throw new AccessRefusal('invalid_token', 'The access token is malformed, expired, or not for this API')
  return checkScopes(access, scopes)
}
