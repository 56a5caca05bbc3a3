import { guessCounting, type GuessKeys } from '../../domain/account/guessing.ts'
import { after } from '../../domain/moment.ts'
import type { Attempts } from '../attempts.ts'
import { keyOf, type AttemptRow, type Tables } from './tables.ts'

const { pairSeconds, hourSeconds, pairShare } = guessCounting

/** Counters of attempts to sign in, in memory. */
export function attemptsIn({ attempts }: Tables): Attempts {
  const count = (key: Buffer, failures: number, now: Date): AttemptRow => {
    const before = attempts.get(keyOf(key))
    const isOver = before === undefined || before.lapsesAt <= now
    const row = {
      failures: (isOver ? 0 : before.failures) + failures,
      previousAt: null,
      lastAt: now,
      lapsesAt: isOver ? after(now, hourSeconds) : before.lapsesAt,
      knownUntil: null,
    }
    attempts.set(keyOf(key), row)
    return row
  }
  const countPair = (key: Buffer, now: Date): AttemptRow => {
    const before = attempts.get(keyOf(key))
    const isOver = before === undefined || before.lapsesAt <= now
    const row = {
      failures: (isOver ? 0 : before.failures) + 1,
      previousAt: isOver ? null : before.lastAt,
      lastAt: before === undefined || before.lastAt < now ? now : before.lastAt,
      lapsesAt: after(now, pairSeconds),
      knownUntil: before?.knownUntil ?? null,
    }
    attempts.set(keyOf(key), row)
    return row
  }
  const takeBack = (key: Buffer, failures: number) => {
    const row = attempts.get(keyOf(key))
    if (row !== undefined)
      attempts.set(keyOf(key), { ...row, failures: Math.max(row.failures - failures, 0) })
  }
  return {
    async begin(keys, now) {
      const pair = countPair(keys.pair, now)
      const account = count(keys.account, pair.failures <= pairShare ? 1 : 0, now)
      const network = count(keys.network, 1, now)
      return {
        pair: pair.failures,
        previousAt: pair.previousAt,
        account: account.failures,
        network: network.failures,
        networkLapsesAt: network.lapsesAt,
        knownUntil: pair.knownUntil,
      }
    },
    async succeed({ pair, account, network }: GuessKeys, knownUntil) {
      const before = attempts.get(keyOf(pair))
      if (before === undefined) return
      attempts.set(keyOf(pair), { ...before, failures: 0, previousAt: null, knownUntil })
      takeBack(account, Math.min(before.failures, pairShare))
      takeBack(network, 1)
    },
    async withdraw({ pair, account, network }) {
      takeBack(pair, 1)
      takeBack(account, (attempts.get(keyOf(pair))?.failures ?? 0) < pairShare ? 1 : 0)
      takeBack(network, 1)
    },
  }
}
