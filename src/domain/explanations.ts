import type { ErrorCode } from './refusal.ts'
import { accountReasons } from './explanation/accountReasons.ts'
import { codeExplanations } from './explanation/codes.ts'
import type { Explanation, ReasonExplanation } from './explanation/explanation.ts'
import { factorReasons } from './explanation/factorReasons.ts'
import { clientReasons } from './explanation/clientReasons.ts'
import { grantReasons } from './explanation/grantReasons.ts'
import { imageReasons } from './explanation/imageReasons.ts'
import { passkeyReasons } from './explanation/passkeyReasons.ts'
import { requestReasons } from './explanation/requestReasons.ts'
import { sessionReasons } from './explanation/sessionReasons.ts'

/** Every reason that has an explanation of its own. */
export const reasonExplanations: readonly ReasonExplanation[] = [
  ...grantReasons,
  ...clientReasons,
  ...passkeyReasons,
  ...factorReasons,
  ...accountReasons,
  ...requestReasons,
  ...sessionReasons,
  ...imageReasons,
]

/** Every public code, in the order of the docs. */
export const errorCodes = Object.keys(codeExplanations) as readonly ErrorCode[]

/**
 * Explains an error to the developer who got it: which check failed, where that is written, what to do.
 *
 * @param reason  the private reason of the refusal; null, or one without an explanation of its own: what its code means
 */
export function explain(code: ErrorCode, reason: string | null): Explanation {
  const exact = reasonExplanations.find((each) => each.code === code && fits(each, reason))
  if (exact !== undefined) return exact
  // The contract itself can name the code of a member (`x-oauth-error`).
  const check = reason?.startsWith('contract violation ') === true ? 'contract' : codeExplanations[code].check
  return { ...codeExplanations[code], check }
}

/** True for a code of the contract: what a log line calls one may be anything. */
export function isErrorCode(text: unknown): text is ErrorCode {
  return typeof text === 'string' && Object.hasOwn(codeExplanations, text)
}

function fits({ reason: pattern }: ReasonExplanation, reason: string | null): boolean {
  if (reason === null) return false
  return typeof pattern === 'string' ? pattern === reason : pattern.test(reason)
}
