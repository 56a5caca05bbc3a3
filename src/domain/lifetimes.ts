/** How long things live, in seconds. Every one is configurable. */
export type Lifetimes = {
  /** login and session token */
  readonly sessionTokenSeconds: number
  /** a session nobody uses ends after this */
  readonly sessionIdleSeconds: number
  /** a session ends after this, used or not */
  readonly sessionAbsoluteSeconds: number
  readonly codeSeconds: number
  readonly accessTokenSeconds: number
  readonly idTokenSeconds: number
  /** a refresh token with `offline_access` that nobody uses; without, it lives as long as its session */
  readonly refreshIdleSeconds: number
  /** a grant with `offline_access`, used or not */
  readonly refreshAbsoluteSeconds: number
  readonly appPasswordSeconds: number
  readonly resetLinkSeconds: number
  readonly verificationLinkSeconds: number
  readonly mfaTokenSeconds: number
  readonly emailCodeSeconds: number
  readonly authorizationTransactionSeconds: number
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** What the contract promises when nothing is configured. */
export const defaultLifetimes: Lifetimes = {
  sessionTokenSeconds: hour,
  sessionIdleSeconds: 7 * day,
  sessionAbsoluteSeconds: 30 * day,
  codeSeconds: minute,
  accessTokenSeconds: hour,
  idTokenSeconds: hour,
  refreshIdleSeconds: 30 * day,
  refreshAbsoluteSeconds: 365 * day,
  appPasswordSeconds: 365 * day,
  resetLinkSeconds: 30 * minute,
  verificationLinkSeconds: day,
  mfaTokenSeconds: 5 * minute,
  emailCodeSeconds: 10 * minute,
  authorizationTransactionSeconds: 30 * minute,
}
