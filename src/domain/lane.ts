/**
 * Kinds of requests that need the database, in the order in which an overloaded service gives them up. Last come those of
 * people and apps that are in already: to them a refusal looks like being thrown out.
 */
export const lanes = ['list', 'registration', 'login', 'exchange', 'refresh'] as const

/** Which requests a request competes with: `x-lane` of its operation in the contract. */
export type Lane = (typeof lanes)[number]

/** How much of the service a lane may use. */
export type LaneLimits = {
  /** a request of the lane starts while fewer than this many requests, of all lanes together, are under way */
  readonly running: number
  /** requests of the lane that may wait for a start */
  readonly waiting: number
}

/** The limits of every lane. */
export type Division = Readonly<Record<Lane, LaneLimits>>

/**
 * What part of the slots may be taken when a request of the lane starts, and how many requests may wait for each slot of that
 * part. What a lane leaves free is reserved for the lanes after it. The line is as long as a healthy service works off in a
 * fraction of a second: short where a password is hashed for each request, long where a request is a millisecond.
 */
const shares: Readonly<Record<Lane, { readonly part: number; readonly waitingPerSlot: number }>> = {
  list: { part: 0.4, waitingPerSlot: 16 },
  registration: { part: 0.5, waitingPerSlot: 16 },
  login: { part: 0.6, waitingPerSlot: 8 },
  exchange: { part: 0.8, waitingPerSlot: 32 },
  refresh: { part: 1, waitingPerSlot: 64 },
}

/**
 * Divides the database connections of a process among the lanes. A request holds one connection at most, so a request that
 * has started never waits for one. One connection belongs to no request: readiness, keys and jobs use it.
 *
 * @param connections  size of the pool, 1 or more; with fewer than four there is nothing to reserve, only the order is left
 */
export function divideConnections(connections: number): Division {
  const slots = Math.max(1, connections - 1)
  const limitsOf = (lane: Lane): LaneLimits => {
    const running = Math.max(1, Math.floor(slots * shares[lane].part))
    return { running, waiting: running * shares[lane].waitingPerSlot }
  }
  return {
    list: limitsOf('list'),
    registration: limitsOf('registration'),
    login: limitsOf('login'),
    exchange: limitsOf('exchange'),
    refresh: limitsOf('refresh'),
  }
}

/**
 * Decides about a request that has just come.
 *
 * @param running  requests of all lanes that are under way
 * @param waiting  requests of its own lane that wait
 */
export function decideEntry(
  running: number,
  waiting: number,
  limits: LaneLimits,
): 'start' | 'wait' | 'refuse' {
  if (running < limits.running) return 'start'
  return waiting < limits.waiting ? 'wait' : 'refuse'
}

/**
 * Picks the lane that goes on when a slot comes free: of those that wait, the one that is given up last.
 *
 * @param running    requests of all lanes that are under way
 * @param waitingIn  how many requests of a lane wait
 * @returns null when nobody waits, or what is free is reserved for others
 */
export function nextLane(
  running: number,
  waitingIn: (lane: Lane) => number,
  division: Division,
): Lane | null {
  const lane = lanes.findLast((each) => waitingIn(each) > 0)
  // The lanes before it may use less, so where it may not start, neither may they.
  return lane !== undefined && running < division[lane].running ? lane : null
}
