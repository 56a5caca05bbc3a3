import type { CheckName } from '../checks.ts'
import type { ErrorCode } from '../refusal.ts'

/** What an error means to the developer who gets it. */
export type Explanation = {
  /** the check that failed */
  readonly check: CheckName
  /** what is wrong, one sentence */
  readonly meaning: string
  /** where it is written */
  readonly spec: string
  /** what to do about it, one sentence */
  readonly fix: string
}

/** The explanation of one private reason, more exact than that of its code. */
export type ReasonExplanation = Explanation & { readonly code: ErrorCode; readonly reason: string | RegExp }
