import { createSecretKey } from 'node:crypto'
import { signHs256 } from './jws.ts'
import type { Random } from './random.ts'
import type { Sealing } from './sealing.ts'

/** Writes the tokens that stand for a session at `/api/v1`. */
export type SessionTokens = {
  /**
   * The text of a new token; no two are ever equal. It is shaped as a JWT, but let in by its row only: it is
   * looked up by the SHA-256 of its exact text, and nothing ever trusts its signature.
   *
   * @param expiresAt  when its row stops working; whole seconds of it appear in `exp`
   */
  make(session: { readonly id: string; readonly userId: string }, now: Date, expiresAt: Date): string
}

/**
 * Makes the writer of session tokens: HS256 with a key of its own, derived from `LATCHKEY_SECRET`, which is
 * in no JWKS. Their `typ` keeps them apart from every other kind of token (RFC 8725 §3.11).
 *
 * @param options.issuer  the `iss` claim
 */
export function createSessionTokens(options: {
  readonly issuer: string
  readonly sealing: Pick<Sealing, 'deriveKey'>
  readonly random: Random
}): SessionTokens {
  const key = createSecretKey(options.sealing.deriveKey('session-token'))
  return {
    make: (session, now, expiresAt) =>
      signHs256(key, 'session+jwt', {
        iss: options.issuer,
        sub: session.userId,
        sid: session.id,
        // 128 random bits: also who learns the key cannot guess a token that was handed out.
        jti: options.random.bytes(16).toString('base64url'),
        iat: Math.floor(now.getTime() / 1000),
        exp: Math.floor(expiresAt.getTime() / 1000),
      }),
  }
}
