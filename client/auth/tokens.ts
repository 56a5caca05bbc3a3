import { getJwks, getUserinfo, issueToken, revokeToken } from '../../generated/api/index.ts'
import type { AuthorizationCodeGrant, RefreshTokenGrant, TokenResponse } from '../../generated/api/index.ts'
import { createClient } from '../createClient.ts'
import { createKeySource } from '../jwt/keySource.ts'
import { AuthError } from './authError.ts'
import type { Configuration } from './configuration.ts'
import { proveIdToken, type Expected } from './idToken.ts'
import { timesOf, type AuthUser, type Session } from './session.ts'
import type { Transaction } from './transaction.ts'

/** What the service is asked for. Every refusal is thrown as an `ApiError`. */
export type Tokens = {
  /** Trades a code for the tokens of a sign-in, and proves them. */
  redeem(code: string, transaction: Transaction): Promise<Session>
  /** Trades the refresh token of a sign-in for new ones, and proves them. */
  renew(session: Session): Promise<Session>
  /** Ends everything that a refresh token stands for (RFC 7009). */
  revoke(refreshToken: string): Promise<void>
}

/** Milliseconds for one request; the service remembers for a minute what it answered a refresh token with. */
const timeout = 8000

/** Speaks with the service for this app, which is a public client (RFC 6749 §2.1): it has no secret to show. */
export function createTokens(configuration: Configuration): Tokens {
  const { issuer, clientId, idTokenAlgorithm, redirectUri } = configuration
  const client = createClient({ baseUrl: issuer, timeout, fetch: configuration.fetch })
  const keys = createKeySource(async () => (await getJwks({ client, throwOnError: true })).data.keys)

  function prove(tokens: TokenResponse, expected: Pick<Expected, 'nonce' | 'sub' | 'maxAge'>) {
    if (tokens.id_token === undefined) throw new AuthError('invalid_id_token', 'There is no ID token')
    const accessToken = tokens.access_token
    return proveIdToken(
      tokens.id_token,
      { issuer, clientId, idTokenAlgorithm, accessToken, ...expected },
      keys,
    )
  }
  /** What userinfo says; an access token for another resource does not open it, so that the ID token has to do. */
  async function describe(accessToken: string, claims: AuthUser): Promise<AuthUser> {
    if (configuration.resource !== undefined) return claims
    const { data } = await getUserinfo({
      client: createClient({ baseUrl: issuer, timeout, token: accessToken, fetch: configuration.fetch }),
      throwOnError: true,
    })
    if (data.sub === claims.sub) return data
    throw new AuthError('invalid_id_token', 'Userinfo names somebody else')
  }
  return {
    async redeem(code, { codeVerifier: code_verifier, nonce, maxAge }) {
      const body: AuthorizationCodeGrant = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: clientId,
        code_verifier,
      }
      const { data } = await issueToken({ client, body, throwOnError: true })
      const claims = await prove(data, { nonce, maxAge })
      const user = await describe(data.access_token, claims)
      return { ...sessionOf(data), user, signedInAt: Date.now() }
    },
    async renew(session) {
      const body: RefreshTokenGrant = {
        grant_type: 'refresh_token',
        refresh_token: session.refreshToken ?? '',
        client_id: clientId,
      }
      let answer = await issueToken({ client, body })
      // No answer may mean that only the answer was lost. For a minute the service gives the same one again.
      if (answer.error?.status === 0) answer = await issueToken({ client, body })
      if (answer.error !== undefined) throw answer.error
      if (answer.data.id_token !== undefined) await prove(answer.data, { sub: session.user.sub })
      return { ...session, ...sessionOf(answer.data, session) }
    },
    async revoke(token) {
      await revokeToken({ client, body: { token, client_id: clientId }, throwOnError: true })
    },
  }
}

/** @param before  whose tokens stay where no new ones came (RFC 6749 §6) */
function sessionOf(tokens: TokenResponse, before?: Session): Omit<Session, 'user' | 'signedInAt'> {
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token ?? before?.refreshToken ?? null,
    idToken: tokens.id_token ?? before?.idToken ?? '',
    ...timesOf(tokens),
  }
}
