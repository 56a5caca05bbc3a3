import type { Statement } from './statement.ts'

/*
 * Each statement removes one batch and answers one row: how many `rows` it changed, and where the `next` batch goes on, null at
 * the end. Rows that somebody holds are skipped, never waited for.
 */

/**
 * Removes what a column says is over: rows whose `column` lies before `$1`, the oldest first, `$2` at most. An index that
 * begins with the column has to exist.
 */
export function removeBefore(name: string, table: string, column: string): Statement {
  return {
    name: `expiry.${name}`,
    text: `with removed as (
        delete from ${table} where ctid = any (array(
          select ctid from ${table} where ${column} < $1::timestamptz
          order by ${column} limit $2::integer for update skip locked))
        returning 1
      )
      select count(*)::integer as rows, case when count(*) = $2::integer then '' end as next from removed`,
  }
}

/** A table that is walked through in the order of its ids, and the one that hangs on it and may hold many rows of each. */
type Walk = {
  readonly name: string
  readonly table: string
  /** the columns that `also` needs, of the row `w` */
  readonly more?: string
  /** tells whether the row `w` is over */
  readonly isOver: string
  readonly child: { readonly table: string; readonly column: string }
  /** another part of the statement, from `examined` */
  readonly also?: string
}

/**
 * Walks through a table whose rows do not say themselves when they are over, `$2` rows a batch from behind the id `$3`: without
 * an index of its own, which every use of a session would have to keep up.
 *
 * What hangs on a row goes with it, by cascade. A batch takes only as many as come to `$2` rows with all that; of one that
 * alone has more, children are removed until it fits.
 */
function walk({ name, table, isOver, child, more = '', also = '' }: Walk): Statement {
  const first = `(select o.id from over o where not o.fits order by o.id limit 1)`
  return {
    name: `expiry.${name}`,
    text: `with examined as materialized (
        select w.id, coalesce(${isOver}, false) as is_over${more} from ${table} w
        where w.id > $3::uuid order by w.id limit $2::integer
      ), counted as materialized (
        select e.id, 1 + (
          select count(*) from (select 1 from ${child.table} c where c.${child.column} = e.id limit $2::integer) few
        ) as rows
        from examined e where e.is_over
      ), over as materialized (
        select c.id, sum(c.rows) over (order by c.id) <= $2::integer as fits from counted c
      ), removed as (
        delete from ${table} where ctid = any (array(
          select w.ctid from ${table} w where w.id = any (array(select o.id from over o where o.fits))
          order by w.id for update skip locked))
        returning 1
      ), thinned as (
        delete from ${child.table} where ctid = any (array(
          select c.ctid from ${child.table} c where c.${child.column} = ${first}
          limit $2::integer for update skip locked))
        returning 1
      )${also}
      select ((select count(*) from removed) + (select count(*) from thinned))::integer as rows,
        case
          when exists (select 1 from over o where not o.fits)
            then coalesce((select o.id from over o where o.fits order by o.id desc limit 1), $3::uuid)
          when (select count(*) from examined) = $2::integer
            then (select e.id from examined e order by e.id desc limit 1)
        end::text as next`,
  }
}

/** Tells whether a session was still going on at `$1`; `$4` is `$1` less the time after which an unused one ends. */
const wentOn = (s: string) => `(${s}.ended_at is null or ${s}.ended_at >= $1::timestamptz)
  and ${s}.expires_at >= $1::timestamptz and ${s}.last_used_at >= $4::timestamptz`

// Not `exists`, which the planner may answer by reading the whole table.
const hasNoSession = `(select true from sessions s where s.id = w.session_id and ${wentOn('s')}) is null`

/** The newest refresh token tells: of each grant only that one can be unused, and it expires last. */
const isUseless = `w.created_at < $1::timestamptz and coalesce((
  select r.expires_at < $1::timestamptz from refresh_tokens r where r.grant_id = w.id
  order by r.generation desc limit 1), true)`

/**
 * Removes grants of which nothing can come any more, with all that was issued from them, and lets go of the sessions that
 * offline grants have outlived.
 */
export const removeGrants: Statement = walk({
  name: 'grants',
  table: 'grants',
  isOver: `w.revoked_at < $1::timestamptz or (not w.offline and ${hasNoSession}) or (${isUseless})`,
  more: `, w.offline and w.session_id is not null and ${hasNoSession} as is_outlived`,
  child: { table: 'refresh_tokens', column: 'grant_id' },
  also: `, detached as (
        update grants set session_id = null where ctid = any (array(
          select w.ctid from grants w
          where w.id = any (array(select e.id from examined e where e.is_outlived and not e.is_over))
          order by w.id for no key update skip locked))
      )`,
})

/** Removes sessions that are over, with their tokens. The grants that were given in one are gone by then, or it stays. */
export const removeSessions: Statement = walk({
  name: 'sessions',
  table: 'sessions',
  isOver: `not (${wentOn('w')}) and (select true from grants g where g.session_id = w.id limit 1) is null`,
  child: { table: 'session_tokens', column: 'session_id' },
})

/** Ends the sessions that a user has beyond `most`, those first that were not used for longest. `$1` is the moment. */
export function endSurplusSessions(most: number): Statement {
  return {
    name: 'expiry.surplusSessions',
    text: `with examined as materialized (
        select w.id, w.user_id, w.last_used_at, w.ended_at is null and w.expires_at > $1::timestamptz as is_alive
        from sessions w where w.id > $3::uuid order by w.id limit $2::integer
      ), edges as materialized (
        select u.user_id, edge.id, edge.last_used_at
        from (select distinct e.user_id from examined e) u
        cross join lateral (
          select s.id, s.last_used_at from sessions s
          where s.user_id = u.user_id and s.ended_at is null and s.expires_at > $1::timestamptz
          order by s.last_used_at desc, s.id desc offset ${most - 1} limit 1
        ) edge
      ), ended as (
        update sessions set ended_at = $1::timestamptz where ctid = any (array(
          select w.ctid from sessions w where w.ended_at is null and w.id = any (array(
            select e.id from examined e join edges on edges.user_id = e.user_id
            where e.is_alive and (e.last_used_at, e.id) < (edges.last_used_at, edges.id)))
          order by w.id for no key update skip locked))
        returning 1
      )
      select (select count(*) from ended)::integer as rows,
        case when (select count(*) from examined) = $2::integer
          then (select e.id from examined e order by e.id desc limit 1) end::text as next`,
  }
}
