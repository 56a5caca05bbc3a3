/**
 * What went wrong: `invalid_configuration`: in the call of `createAuthClient`. `state_mismatch`, `issuer_mismatch`,
 * `invalid_id_token`, `invalid_callback`: the answer is not one to our question. Anything else is what the service answered the
 * sign-in with, such as `access_denied` or `login_required` (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6).
 */
export type AuthErrorCode =
  | 'invalid_configuration'
  | 'invalid_callback'
  | 'state_mismatch'
  | 'issuer_mismatch'
  | 'invalid_id_token'
  | 'origin_not_allowed'
  | (string & {})

/** A sign-in that did not come about, or a client that is set up wrongly. Refused requests are `ApiError`s instead. */
export class AuthError extends Error {
  readonly error: AuthErrorCode
  /** one English sentence */
  readonly description: string

  constructor(error: AuthErrorCode, description: string) {
    super(`${error}: ${description}`)
    this.error = error
    this.description = description
  }

  override get name(): string {
    return 'AuthError'
  }
}
