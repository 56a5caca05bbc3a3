import type { Clock } from '../clock.ts'
import type { Limiter } from '../limiter.ts'
import type { Log } from '../log.ts'
import { createMemoryLimiter } from './memory.ts'

type Standing = Awaited<ReturnType<Limiter['peek']>>

/** What a worker asks: a number to tell the answer by, and counters to count in or to look at. */
type Asked = {
  readonly limiter: number
  readonly calls: readonly (readonly ['increment' | 'peek', key: string, windowMs: number])[]
}

/** What it is told: in the same order. */
type Told = { readonly limiter: number; readonly standings: readonly Standing[] }

/** One end of the channel between a process and its worker. */
export type Channel = {
  send(message: unknown): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
}

/**
 * Counts for the workers of a process, in its memory: they count together, and each limit holds for all of them.
 *
 * @returns answers what comes from a worker; called once for each
 */
export function createLimiterHost(clock: Clock): (worker: Channel) => void {
  const limiter = createMemoryLimiter(clock)
  const answer = ({ limiter: id, calls }: Asked): Promise<Told> =>
    Promise.all(calls.map(([what, key, windowMs]) => limiter[what](key, windowMs))).then((standings) => ({
      limiter: id,
      standings,
    }))
  return (worker) =>
    worker.on('message', (message) => {
      // A worker that is gone by now wants no answer.
      if (isOfLimiter(message)) void answer(message as Asked).then((told) => worker.send(told))
    })
}

/** A call waits for the process that counts at most this long, in milliseconds: as long as for a Redis. */
const patienceMs = 200

/**
 * Counts in the process that this one is a worker of. What is asked in one turn travels together: the hour and the day of a call,
 * and those of other calls. When that process is gone, so is this one. While it only stands still, calls are counted here, each as
 * many times as there are workers, so that nobody gets more of them than usual; its next answer ends that.
 *
 * @param workers  how many count together
 */
export function createSharedLimiter(
  channel: Channel,
  { workers, clock, log }: { readonly workers: number; readonly clock: Clock; readonly log: Log },
): Limiter {
  type Waiting = { readonly call: Asked['calls'][number]; readonly resolve: (standing: Standing) => void }
  type Turn = { readonly waiting: readonly Waiting[]; readonly timer: NodeJS.Timeout }
  const alone = createMemoryLimiter(clock, workers)
  const underWay = new Map<number, Turn>()
  const state = { turn: 0, isAlone: false }
  let gathered: Waiting[] = []

  channel.on('message', (message) => {
    if (!isOfLimiter(message)) return
    const { limiter: id, standings } = message as Told
    if (state.isAlone) log.info('calls are counted together with the other workers again')
    state.isAlone = false
    const turn = underWay.get(id)
    if (turn === undefined) return
    underWay.delete(id)
    clearTimeout(turn.timer)
    for (const [index, { resolve }] of turn.waiting.entries()) resolve(standings[index] ?? null)
  })

  function giveUp(id: number): void {
    const { waiting = [] } = underWay.get(id) ?? {}
    underWay.delete(id)
    if (!state.isAlone)
      log.warn('the process before the workers does not answer: calls are counted here, more strictly')
    state.isAlone = true
    for (const { call, resolve } of waiting) void askAlone(call).then(resolve)
  }

  function sendGathered(): void {
    const id = (state.turn += 1)
    underWay.set(id, { waiting: gathered, timer: setTimeout(() => giveUp(id), patienceMs) })
    channel.send({ limiter: id, calls: gathered.map(({ call }) => call) } satisfies Asked)
    gathered = []
  }

  const askAlone = ([what, key, windowMs]: Asked['calls'][number]): Promise<Standing> =>
    alone[what](key, windowMs)

  function ask(...call: Asked['calls'][number]): Promise<Standing> {
    if (state.isAlone) return askAlone(call)
    if (gathered.length === 0) queueMicrotask(sendGathered)
    return new Promise((resolve) => gathered.push({ call, resolve }))
  }

  return {
    increment: async (key, windowMs) => (await ask('increment', key, windowMs))!,
    peek: (key, windowMs) => ask('peek', key, windowMs),
    isAlone: () => state.isAlone,
    close: () => underWay.forEach(({ timer }) => clearTimeout(timer)),
  }
}

const isOfLimiter = (message: unknown) =>
  typeof message === 'object' && message !== null && 'limiter' in message
