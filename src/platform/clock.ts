/** Where the moment of a request comes from. Handed in everywhere, so that a test can move it. */
export type Clock = { now(): Date }

/** The process's own clock. `/readyz` compares it with the database's. */
export const systemClock: Clock = { now: () => new Date() }
