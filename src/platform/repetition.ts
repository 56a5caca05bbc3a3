import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from './log.ts'
import type { Random } from './random.ts'

/** Work that is done again and again while the process lives. */
export type Repetition = {
  /** Begins no further turn, and waits a few seconds at most for the one under way. */
  stop(): Promise<void>
}

const stopMilliseconds = 2_000

/**
 * Does `work` every so many seconds, give or take a fifth, so that nodes which started together do not stay together. A turn
 * that fails is logged, and the next one comes.
 *
 * @param name  of the work, for the log
 */
export function startRepetition(
  work: () => Promise<unknown>,
  options: {
    readonly name: string
    readonly seconds: number
    readonly random: Random
    readonly log: Pick<Log, 'warn'>
  },
): Repetition {
  const { name, seconds, random, log } = options
  const pause = () => seconds * 1000 * (0.8 + (0.4 * random.bytes(1).readUInt8()) / 255)
  let turn: Promise<unknown> = Promise.resolve()
  let timer = setTimeout(run, pause()).unref()
  let isStopped = false

  function run(): void {
    turn = work()
      .catch((error: unknown) => log.warn({ err: error, name }, 'work that repeats failed this time'))
      .finally(() => {
        if (!isStopped) timer = setTimeout(run, pause()).unref()
      })
  }

  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await Promise.race([turn, delay(stopMilliseconds, undefined, { ref: false })])
    },
  }
}
