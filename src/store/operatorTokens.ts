import type { OperatorToken } from '../domain/oauth/operatorToken.ts'

/** Tokens that the operator made for programs, as requests ask for them. Making and ending them is the operator's (`Operator`). */
export type OperatorTokens = {
  /** By SHA-256 of the text; expired ones included: the domain decides. One indexed statement. */
  find(hash: Buffer): Promise<OperatorToken | null>
  /** Notes that it was used; a no-op unless the last note is older than a minute. */
  touch(tokenId: string, now: Date): Promise<void>
}
