/** The answers of this process that broke the contract: what `/docs/truth` tells of the service that is asked. */
export type Violations = {
  /** when it began to count */
  readonly since: Date
  add(operation: string): void
  /** by operation; those that broke none are not in it */
  counts(): Readonly<Record<string, number>>
}

/** Counts from now on, in memory. Always there: whether a contract is kept is no secret of the operator's. */
export function countViolations(since: Date): Violations {
  const counts = new Map<string, number>()
  return {
    since,
    add: (operation) => void counts.set(operation, (counts.get(operation) ?? 0) + 1),
    counts: () => Object.fromEntries(counts),
  }
}
