import { setTimeout as delay } from 'node:timers/promises'
import type { Context } from '../context.ts'

type Needs = Pick<Context, 'store' | 'config' | 'clock' | 'log' | 'metrics' | 'isStopping'>

/** Where each rule goes on that was not finished, from one turn to the next. */
export type ExpiryProgress = Map<string, string>

/** Batches of one rule in one turn. What is left waits for the next turn: nothing is urgent here. */
const mostBatches = 40
/** Between two batches, so that whoever else is at work never waits for more than one. */
const pauseMs = 25

/**
 * Removes what has expired and been kept for long enough: one turn through the rules of the store, in batches that take some
 * milliseconds each, by one node at a time.
 *
 * @returns rows removed (or ended), by rule; rules that removed nothing are left out
 */
export async function expireSecrets(
  progress: ExpiryProgress,
  context: Needs,
): Promise<Readonly<Record<string, number>>> {
  const removed: Record<string, number> = {}
  for (const rule of context.store.expiry.rules) {
    const rows = await follow(rule, progress, context)
    if (rows === 'busy') break
    if (rows > 0) removed[rule] = rows
  }
  if (Object.keys(removed).length > 0) context.log.info({ removed }, 'expired rows were removed')
  return removed
}

/** Follows one rule as far as this turn goes. A rule that fails keeps its place, and no other one from its turn. */
async function follow(rule: string, progress: ExpiryProgress, context: Needs): Promise<number | 'busy'> {
  const { store, config, clock, log, metrics, isStopping } = context
  const { sessionIdleSeconds } = config.lifetimes
  let rows = 0
  for (let batch = 0; batch < mostBatches && !isStopping(); batch++) {
    if (batch > 0) await delay(pauseMs)
    try {
      const from = progress.get(rule) ?? null
      const removal = await store.expiry.remove(rule, from, sessionIdleSeconds, clock.now())
      if (removal === 'busy') return 'busy'
      rows += removal.rows
      if (removal.rows > 0) metrics.expired(rule, removal.rows)
      if (removal.next === null) {
        progress.delete(rule)
        break
      }
      progress.set(rule, removal.next)
    } catch (error) {
      log.warn({ err: error, rule }, 'expired rows could not be removed this time')
      break
    }
  }
  return rows
}
