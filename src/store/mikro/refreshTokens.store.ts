import type { RefreshTokens } from '../grants.ts'
import { opaqueSlots, opaqueValues } from './accessTokens.store.ts'
import { readJoined, readRow, selection, slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { falseWhenGone, liveGrant } from './redemption.ts'
import { grantColumns, refreshTokenColumns, sessionColumns, userColumns } from './rows.ts'

const successor = slots(refreshTokenColumns, 4)
const opaque = opaqueSlots(successor.next)

/** The statements, by port method. */
export const refreshTokenStatements = {
  find: {
    name: 'refreshTokens.find',
    text: `select ${selection(refreshTokenColumns, 't')}, ${selection(grantColumns, 'g')}, ${selection(userColumns, 'u')},
        ${selection(sessionColumns, 's')},
        exists (
          select 1 from refresh_tokens n
          where n.grant_id = t.grant_id and n.generation = t.generation + 1 and n.consumed_at is not null
        ) as successor_consumed
      from refresh_tokens t
      join grants g on g.id = t.grant_id
      join users u on u.id = g.user_id
      left join sessions s on s.id = g.session_id
      where t.hash = $1`,
  },
  // A session that someone else is writing to is not waited for: its use is being noted, or it is ending.
  rotate: {
    name: 'refreshTokens.rotate',
    text: `with ${liveGrant('refresh_tokens', opaque)}, consumed as (
        update refresh_tokens t set consumed_at = $2::timestamptz, salt = $3::bytea from live
        where t.hash = $1 and t.grant_id = live.id and t.consumed_at is null and t.expires_at > $2::timestamptz
        returning t.grant_id, live.session_id
      ), successor as (
        insert into refresh_tokens (${successor.names}, grant_id)
        select ${successor.parameters}, grant_id from consumed
      ), opaque as (
        insert into access_tokens (${opaque.names})
        select ${opaque.parameters} from consumed where ${opaque.at('hash')} is not null
      ), idle as (
        select s.id from sessions s join consumed on s.id = consumed.session_id
        where s.last_used_at < $2::timestamptz - interval '1 minute'
        for no key update of s skip locked
      ), touched as (
        update sessions s set last_used_at = $2::timestamptz from idle where s.id = idle.id
      )
      select 1 from consumed`,
  },
} satisfies Record<string, Statement>

/** Refresh tokens on the given database. */
export function refreshTokensOn(database: Database): RefreshTokens {
  return {
    async find(hash) {
      const [found] = await database.read(refreshTokenStatements.find, [hash])
      if (!found) return null
      return {
        token: readRow(refreshTokenColumns, 't', found),
        grant: readRow(grantColumns, 'g', found),
        user: readRow(userColumns, 'u', found),
        session: readJoined(sessionColumns, 's', found, 'id'),
        successorConsumed: found.successor_consumed === true,
      }
    },
    async rotate(hash, salt, next, opaqueToken, now) {
      const values = [hash, now, salt, ...successor.values(next), ...opaqueValues(opaque, opaqueToken)]
      return falseWhenGone(
        async () => (await database.write(refreshTokenStatements.rotate, values)).length === 1,
      )
    },
  }
}
