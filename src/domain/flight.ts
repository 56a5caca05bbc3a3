import type { Check } from './checks.ts'
import type { ErrorCode, InvalidMember } from './refusal.ts'

/** One parameter or header of a request, as a page may show it. */
export type FlightParameter = {
  readonly place: 'path' | 'query' | 'header' | 'body'
  /** a name of the contract, or what kind of name it is instead */
  readonly name: string
  /** its value where it is harmless, else what kind of text it is and how long: never a secret */
  readonly value: string
}

/** What is kept of a request that was refused, in development only. No secret, token, code, password or address is in it. */
export type FlightRecord = {
  readonly requestId: string
  readonly at: Date
  /** null: it never became a request */
  readonly method: string | null
  /** the route's pattern, never the URL; null when none matched */
  readonly route: string | null
  readonly operationId: string | null
  /** of the body; null: none, or unreadable */
  readonly mediaType: string | null
  readonly status: number
  readonly code: ErrorCode
  readonly description: string
  readonly reason: string
  readonly parameters: readonly FlightParameter[]
  readonly checks: readonly Check[]
  /** every member that does not fit the contract */
  readonly invalid: readonly InvalidMember[]
}
