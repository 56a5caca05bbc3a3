import type { AccessToken, AccessTokenFacts, JwtAccessToken } from '../domain/oauth/accessToken.ts'
import type { Code, CodeFacts, Grant, RefreshFacts, RefreshToken } from '../domain/oauth/grant.ts'

/** An opaque access token to be stored with its cause; null where the app's tokens are JWTs. */
export type OpaqueToken = { readonly hash: Buffer; readonly token: AccessToken }

/** Grants: what users allowed apps. */
export type Grants = {
  /** Ends a grant and everything issued from it; a no-op when it has ended. */
  revoke(grantId: string, now: Date): Promise<void>
  /**
   * Creates a grant that has no code (the `token` response type), with its opaque access token if it has one. One statement.
   *
   * @throws StoreUnavailable when its session ended meanwhile: nothing was written, and asking again gets the true answer
   */
  create(grant: Grant, opaque: OpaqueToken | null): Promise<void>
}

/** Authorization codes. */
export type Codes = {
  /** Stores the grant and its code in one statement. Throws like `grants.create`. */
  issue(grant: Grant, code: Code): Promise<void>
  /** By SHA-256 of the text; consumed and expired ones included: the domain decides. */
  find(hash: Buffer): Promise<CodeFacts | null>
  /**
   * Consumes the code once: one conditional statement (unconsumed, unexpired at `now`, grant not revoked) which also
   * stores what comes of it.
   *
   * @returns false for every caller but one, and then nothing was written
   */
  redeem(
    hash: Buffer,
    refreshToken: RefreshToken | null,
    opaque: OpaqueToken | null,
    now: Date,
  ): Promise<boolean>
}

/** Refresh tokens. */
export type RefreshTokens = {
  /** By SHA-256 of the text; consumed and expired ones included: the domain decides. */
  find(hash: Buffer): Promise<RefreshFacts | null>
  /**
   * Consumes `hash` once and stores its derived successor: one conditional statement (unconsumed, unexpired at `now`,
   * grant not revoked), which also notes use of the session (at most once a minute).
   *
   * @param salt  kept in the consumed row, so that the successor can be derived again from its predecessor
   * @returns false for every caller but one, and then nothing was written
   */
  rotate(
    hash: Buffer,
    salt: Buffer,
    successor: RefreshToken,
    opaque: OpaqueToken | null,
    now: Date,
  ): Promise<boolean>
}

/** Access tokens: opaque ones stored, JWTs only when revoked. */
export type AccessTokens = {
  /** Stores an opaque token. */
  store(opaque: OpaqueToken): Promise<void>
  /** An opaque token by SHA-256 of its text, with what stands behind it; null when unknown. One statement. */
  findOpaque(hash: Buffer): Promise<AccessTokenFacts | null>
  /** What stands behind a JWT whose signature was verified. One statement. */
  facts(token: JwtAccessToken): Promise<AccessTokenFacts>
  /** Denies one token, by `jti`, until it expires. */
  revoke(jti: string, expiresAt: Date): Promise<void>
}
