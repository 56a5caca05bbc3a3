import type { Clock } from '../clock.ts'
import type { Limiter } from '../limiter.ts'
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

/**
 * Counts in the process that this one is a worker of. What is asked in one turn travels together: the hour and the day of a call,
 * and those of other calls. When that process is gone, so is this one: there is no time in which each counts by itself.
 */
export function createSharedLimiter(channel: Channel): Limiter {
  type Waiting = { readonly call: Asked['calls'][number]; readonly resolve: (standing: Standing) => void }
  const underWay = new Map<number, readonly Waiting[]>()
  let gathered: Waiting[] = []
  let turn = 0

  channel.on('message', (message) => {
    if (!isOfLimiter(message)) return
    const { limiter: id, standings } = message as Told
    const waiting = underWay.get(id) ?? []
    underWay.delete(id)
    for (const [index, { resolve }] of waiting.entries()) resolve(standings[index] ?? null)
  })

  function sendGathered(): void {
    turn += 1
    underWay.set(turn, gathered)
    channel.send({ limiter: turn, calls: gathered.map(({ call }) => call) } satisfies Asked)
    gathered = []
  }

  function ask(...call: Asked['calls'][number]): Promise<Standing> {
    if (gathered.length === 0) queueMicrotask(sendGathered)
    return new Promise((resolve) => gathered.push({ call, resolve }))
  }

  return {
    increment: async (key, windowMs) => (await ask('increment', key, windowMs))!,
    peek: (key, windowMs) => ask('peek', key, windowMs),
    isAlone: () => false,
    close() {},
  }
}

const isOfLimiter = (message: unknown) =>
  typeof message === 'object' && message !== null && 'limiter' in message
