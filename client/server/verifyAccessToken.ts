import { getJwks } from '../../generated/api/index.ts'
import { createClient } from '../createClient.ts'
import { audiencesOf, nowSeconds, parseJwt, type Jwt } from '../jwt/jwt.ts'
import { createKeySource, type KeySource } from '../jwt/keySource.ts'
import { hasValidSignature, type Algorithm } from '../jwt/signature.ts'
import { readAccess, type Access } from './access.ts'
import { AccessRefusal, scopeMissing } from './accessRefusal.ts'

/** What an access token has to fit. */
export type VerifyOptions = {
  /** the service, exactly as it calls itself: `https://api.auth.example.com` */
  readonly issuer: string
  /** the API that the token has to be for: the `resource` that apps ask for; by default the issuer, for which tokens without one are */
  readonly audience?: string
  /** scopes that the token has to have, all of them */
  readonly scopes?: readonly string[]
  /** the one algorithm that is accepted; ES256 by default, which the service signs access tokens with */
  readonly algorithm?: Algorithm
  /** seconds by which the clocks of the two machines may differ; 5 by default */
  readonly toleranceSeconds?: number
  /** instead of the platform's `fetch` */
  readonly fetch?: typeof fetch
}

const keySources = new Map<string, KeySource>()

/**
 * Checks an access token without asking the service for it (RFC 9068 §4): type, algorithm, signature, issuer, audience, times,
 * scopes. The issuer's keys are fetched once and kept, for all calls that name it. What was revoked is not seen before it
 * expires: that takes `introspectAccessToken`.
 *
 * @throws AccessRefusal  `invalid_token`, `insufficient_scope`; `temporarily_unavailable` where there are no keys to check with
 */
export async function verifyAccessToken(token: string, options: VerifyOptions): Promise<Access> {
  const { algorithm = 'ES256', scopes = [] } = options
  const jwt = parseJwt(token)
  const access = jwt === null ? null : readAccess(jwt.claims)
  if (jwt === null || access === null || !isTyped(jwt, algorithm) || !fits(jwt.claims, options))
    throw invalid()
  const key = await findKey(jwt, options, algorithm)
  if (key === undefined || !(await hasValidSignature(jwt, key))) throw invalid()
  return checkScopes(access, scopes)
}

/** One answer for everything, so that nobody learns by trying. */
function invalid(): AccessRefusal {
  return new AccessRefusal('invalid_token', 'The access token is malformed, expired, or not for this API')
}

/** @throws AccessRefusal  `insufficient_scope`, which names all that are needed */
export function checkScopes(access: Access, scopes: readonly string[]): Access {
  if (scopes.every((scope) => access.scopes.includes(scope))) return access
  throw scopeMissing(scopes)
}

/** An ID token, or a token of another kind that is signed by the same keys, is none (RFC 9068 §4). */
function isTyped({ header: { typ, alg } }: Jwt, algorithm: Algorithm): boolean {
  return typeof typ === 'string' && /^(?:application\/)?at\+jwt$/i.test(typ) && alg === algorithm
}

function fits(claims: Jwt['claims'], options: VerifyOptions): boolean {
  const { issuer, audience = issuer, toleranceSeconds = 5 } = options
  const { iss, exp, iat, nbf = iat } = claims
  const now = nowSeconds()
  const isInTime =
    typeof exp === 'number' &&
    exp + toleranceSeconds > now &&
    typeof nbf === 'number' &&
    nbf - toleranceSeconds <= now
  return iss === issuer && audiencesOf(claims).includes(audience) && isInTime
}

async function findKey({ header }: Jwt, { issuer, fetch }: VerifyOptions, algorithm: Algorithm) {
  const source = keySources.get(issuer) ?? createSource(issuer, fetch)
  keySources.set(issuer, source)
  try {
    return await source.find(header, algorithm)
  } catch (cause) {
    throw new AccessRefusal('temporarily_unavailable', 'Access tokens cannot be checked for the moment', {
      cause,
    })
  }
}

function createSource(issuer: string, fetch: VerifyOptions['fetch']): KeySource {
  const client = createClient({ baseUrl: issuer, timeout: 5000, fetch })
  return createKeySource(async () => (await getJwks({ client, throwOnError: true })).data.keys)
}
