import type { CheckName } from '../domain/checks.ts'
import type { InvalidMember } from '../domain/refusal.ts'

/**
 * What the corridor has seen of a request so far. A request has one in development only; elsewhere it is null, and each
 * step pays for one comparison.
 */
export type Trace = {
  readonly passed: Set<CheckName>
  /** every member that does not fit the contract, also where the answer names only the first */
  invalid: readonly InvalidMember[]
}

declare module 'fastify' {
  interface FastifyRequest {
    trace: Trace | null
  }
}

/** Makes an empty trace. */
export function createTrace(): Trace {
  return { passed: new Set(['URL', 'method']), invalid: [] }
}
