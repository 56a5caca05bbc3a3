import { guessCounting } from '../../domain/account/guessing.ts'
import type { Attempts } from '../attempts.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'

const { pairSeconds, hourSeconds, pairShare } = guessCounting

/** Adds to the counter of an hour, or begins another hour. `$4` is the moment. */
const countInHour = `on conflict (key) do update set
          failures = case when a.lapses_at <= $4::timestamptz then 0 else a.failures end + excluded.failures,
          last_at = greatest(a.last_at, excluded.last_at),
          lapses_at = case when a.lapses_at <= $4::timestamptz then excluded.lapses_at else a.lapses_at end,
          expires_at = case when a.lapses_at <= $4::timestamptz then excluded.expires_at else a.expires_at end`

const hour = `$4::timestamptz + interval '${hourSeconds} seconds'`

/**
 * The statements, by port method. Rows are locked in the order pair, account, network, which the subqueries enforce by
 * reading each other: two attempts wait for one another and never deadlock. The sweep comes last and waits for nobody.
 */
export const attemptStatements = {
  begin: {
    name: 'attempts.begin',
    text: `with pair as (
        insert into sign_in_attempts as a (key, failures, last_at, lapses_at, expires_at)
        values ($1, 1, $4, $4::timestamptz + interval '${pairSeconds} seconds', $4::timestamptz + interval '${pairSeconds} seconds')
        on conflict (key) do update set
          failures = case when a.lapses_at <= $4::timestamptz then 0 else a.failures end + 1,
          previous_at = case when a.lapses_at <= $4::timestamptz then null else a.last_at end,
          last_at = greatest(a.last_at, excluded.last_at),
          lapses_at = excluded.lapses_at,
          expires_at = greatest(a.known_until, excluded.expires_at)
        returning a.failures, a.previous_at, a.known_until
      ), account as (
        insert into sign_in_attempts as a (key, failures, last_at, lapses_at, expires_at)
        select $2, (pair.failures <= ${pairShare})::int, $4, ${hour}, ${hour} from pair
        ${countInHour}
        returning a.failures
      ), network as (
        insert into sign_in_attempts as a (key, failures, last_at, lapses_at, expires_at)
        select $3, 1, $4, ${hour}, ${hour} from account
        ${countInHour}
        returning a.failures, a.lapses_at
      ), swept as (
        delete from sign_in_attempts o using (
          select key from sign_in_attempts
          where expires_at < $4::timestamptz and key not in ($1, $2, $3) and exists (select 1 from network)
          limit 20 for update skip locked
        ) old where o.key = old.key
      )
      select pair.failures as pair, pair.previous_at, pair.known_until, account.failures as account,
        network.failures as network, network.lapses_at
      from pair, account, network`,
  },
  succeed: {
    name: 'attempts.succeed',
    text: `with before as (
        select failures from sign_in_attempts where key = $1 for update
      ), pair as (
        update sign_in_attempts a set failures = 0, previous_at = null, known_until = $4::timestamptz,
          expires_at = greatest(a.expires_at, $4::timestamptz)
        from before where a.key = $1
        returning before.failures
      ), account as (
        update sign_in_attempts a set failures = greatest(a.failures - least(pair.failures, ${pairShare}), 0)
        from pair where a.key = $2
        returning a.key
      )
      update sign_in_attempts a set failures = greatest(a.failures - 1, 0) from account where a.key = $3`,
  },
  withdraw: {
    name: 'attempts.withdraw',
    text: `with pair as (
        update sign_in_attempts a set failures = greatest(a.failures - 1, 0) where a.key = $1
        returning (a.failures < ${pairShare})::int as share
      ), account as (
        update sign_in_attempts a set failures = greatest(a.failures - pair.share, 0) from pair where a.key = $2
        returning a.key
      )
      update sign_in_attempts a set failures = greatest(a.failures - 1, 0) from account where a.key = $3`,
  },
} satisfies Record<string, Statement>

type Row = {
  readonly pair: number
  readonly previous_at: Date | null
  readonly known_until: Date | null
  readonly account: number
  readonly network: number
  readonly lapses_at: Date
}

/** Counters of attempts on the given database. */
export function attemptsOn(database: Database): Attempts {
  return {
    async begin({ pair, account, network }, now) {
      const [row] = await database.write<Row>(attemptStatements.begin, [pair, account, network, now])
      if (row === undefined) throw new Error('an attempt was not counted')
      return {
        pair: row.pair,
        previousAt: row.previous_at,
        account: row.account,
        network: row.network,
        networkLapsesAt: row.lapses_at,
        knownUntil: row.known_until,
      }
    },
    async succeed({ pair, account, network }, knownUntil) {
      await database.write(attemptStatements.succeed, [pair, account, network, knownUntil])
    },
    async withdraw({ pair, account, network }) {
      await database.write(attemptStatements.withdraw, [pair, account, network])
    },
  }
}
