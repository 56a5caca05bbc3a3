import { decideEntry, divideConnections, lanes, nextLane, type Lane } from '../domain/lane.ts'
import type { Log } from '../platform/log.ts'
import type { OperationEntry } from './operation.ts'

/** One request's place: taken before it first needs the database, given back when it is answered. */
export type Visit = {
  /**
   * Waits for the request's turn; without effect once it has had it. Undefined when there was nothing to wait for.
   *
   * @param body  as the contract has validated it, for operations whose lane depends on a member of it
   * @throws Overloaded  when too many wait already, or its turn did not come in time
   */
  enter(body: unknown): Promise<void> | undefined
  leave(): void
  /** Gives the place back while the request waits for somebody who is not the database, and waits for a turn again. */
  outside<T>(work: () => Promise<T>): Promise<T>
}

/** The gate before the database: some requests are under way, some wait, the rest is turned away, the least urgent first. */
export type Admission = {
  visit(entry: OperationEntry): Visit
  /** requests under way, and waiting in each lane */
  load(): { readonly running: number; readonly waiting: Readonly<Record<Lane, number>> }
}

/** Why a request was turned away: no place left in its lane's line, or it waited too long. */
export type WhyOverloaded = 'full' | 'late'

/** The service has more to do than it can: 503 with `Retry-After`. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded'
  readonly lane: Lane
  readonly why: WhyOverloaded

  constructor(lane: Lane, why: WhyOverloaded) {
    super(`the ${lane} lane is ${why === 'full' ? 'full' : 'too slow'}`)
    this.lane = lane
    this.why = why
  }
}

/** How long a request may wait for its turn. */
const waitMilliseconds = 1_000

type Waiting = { readonly start: () => void; readonly timer: NodeJS.Timeout }

/** One error for each reason: they come by the thousand when there is no time to take as many stacks. */
const overloaded = Object.fromEntries(
  lanes.map((lane) => [lane, { full: new Overloaded(lane, 'full'), late: new Overloaded(lane, 'late') }]),
) as Record<Lane, Record<WhyOverloaded, Overloaded>>

/** For operations that never need the database: they pass when nothing else does. */
const freeVisit: Visit = { enter: () => undefined, leave: () => {}, outside: (work) => work() }

/** Those who wait, lane by lane. */
type Lines = {
  /** how many wait in the lane */
  readonly length: (lane: Lane) => number
  /** Waits at the end of the lane's line; rejects with what `refuse` makes of it when the turn does not come in time. */
  readonly wait: (lane: Lane) => Promise<void>
  /** Lets the first of the line go on. */
  readonly startFirst: (lane: Lane) => void
}

function createLines(refuse: (lane: Lane) => Overloaded): Lines {
  // A Set keeps the order of arrival and forgets one that gave up in constant time.
  const sets = new Map(lanes.map((lane) => [lane, new Set<Waiting>()]))
  return {
    length: (lane) => sets.get(lane)!.size,
    wait: (lane) =>
      new Promise((start, giveUp) => {
        const timer = setTimeout(() => {
          sets.get(lane)!.delete(place)
          giveUp(refuse(lane))
        }, waitMilliseconds)
        const place: Waiting = { start, timer }
        sets.get(lane)!.add(place)
      }),
    startFirst(lane) {
      const [first] = sets.get(lane)!
      sets.get(lane)!.delete(first!)
      clearTimeout(first!.timer)
      first!.start()
    },
  }
}

/**
 * Makes the gate of a process. Within a lane the first to come is the first to start.
 *
 * @param connections  size of the database pool, of which the lanes get their shares
 * @param log          hears when a lane begins to be turned away, once per episode
 */
export function createAdmission(connections: number, log: Pick<Log, 'warn'>): Admission {
  const division = divideConnections(connections)
  const lines = createLines((lane) => refusal(lane, 'late'))
  const turningAway = new Set<Lane>()
  let running = 0

  const load = () => ({
    running,
    waiting: Object.fromEntries(lanes.map((lane) => [lane, lines.length(lane)])) as Record<Lane, number>,
  })

  function refusal(lane: Lane, why: WhyOverloaded): Overloaded {
    if (!turningAway.has(lane)) log.warn({ lane, why, ...load() }, 'overloaded: turning requests away')
    turningAway.add(lane)
    return overloaded[lane][why]
  }

  function enter(lane: Lane): Promise<void> | undefined {
    const decision = decideEntry(running, lines.length(lane), division[lane])
    if (decision === 'wait') return lines.wait(lane)
    if (decision === 'refuse') return Promise.reject(refusal(lane, 'full'))
    running += 1
    if (turningAway.size > 0) turningAway.delete(lane)
    return undefined
  }

  function leave(): void {
    running -= 1
    for (;;) {
      const lane = nextLane(running, lines.length, division)
      if (lane === null) return
      running += 1
      lines.startFirst(lane)
    }
  }

  return { visit: (entry) => (entry.lane === null ? freeVisit : createVisit(entry, enter, leave)), load }
}

function createVisit(
  entry: OperationEntry,
  enter: (lane: Lane) => Promise<void> | undefined,
  leave: () => void,
): Visit {
  let isIn = false
  let lane = laneOf(entry, undefined)
  return {
    enter(body) {
      if (isIn) return undefined
      lane = laneOf(entry, body)
      const turn = enter(lane)
      if (turn === undefined) return void (isIn = true)
      return turn.then(() => void (isIn = true))
    },
    leave() {
      if (isIn) leave()
      isIn = false
    },
    async outside(work) {
      if (!isIn) return work()
      isIn = false
      leave()
      const done = await work()
      await enter(lane)
      isIn = true
      return done
    },
  }
}

/** The lane of a request; where a member of the body decides, the first lane stands for a value that names none. */
function laneOf({ lane }: OperationEntry, body: unknown): Lane {
  if (typeof lane === 'string') return lane
  for (const [member, byValue] of Object.entries(lane ?? {})) {
    const value: unknown = (body as Record<string, unknown> | null | undefined)?.[member]
    if (typeof value === 'string' && Object.hasOwn(byValue, value)) return byValue[value]!
  }
  return lanes[0]
}
