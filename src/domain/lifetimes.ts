/** How long things live, in seconds. Every one is configurable. */
export type Lifetimes = {
  /** login and session token */
  readonly sessionTokenSeconds: number
  /** a session nobody uses ends after this */
  readonly sessionIdleSeconds: number
  /** a session ends after this, used or not */
  readonly sessionAbsoluteSeconds: number
  readonly codeSeconds: number
  /** an authorization under way in a browser, from its start to its end */
  readonly authorizationTransactionSeconds: number
  readonly accessTokenSeconds: number
  readonly idTokenSeconds: number
  /** a refresh token with `offline_access` that nobody uses; without, it lives as long as its session */
  readonly refreshIdleSeconds: number
  /** a grant with `offline_access`, used or not */
  readonly refreshAbsoluteSeconds: number
  /** a mailed link that lets a forgotten password be replaced */
  readonly resetLinkSeconds: number
  /** a mailed link that confirms an address */
  readonly verificationLinkSeconds: number
  /** an account whose deletion was asked for, until it is carried out; a sign-in before takes it back */
  readonly deletionGraceSeconds: number
  /** an `mfa_token`: from the password to the second factor */
  readonly mfaTokenSeconds: number
  /** a code that was mailed as a second factor */
  readonly emailCodeSeconds: number
}
