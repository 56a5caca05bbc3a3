import type { Codes } from '../grants.ts'
import { opaqueSlots, opaqueValues } from './accessTokens.store.ts'
import { readJoined, readRow, selection, slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { givenGrant, unlessEnded } from './givenGrant.ts'
import { falseWhenGone, liveGrant } from './redemption.ts'
import { codeColumns, grantColumns, refreshTokenColumns, sessionColumns, userColumns } from './rows.ts'

const grant = givenGrant(1)
const code = slots(codeColumns, grant.next)

const refresh = slots(refreshTokenColumns, 3)
const opaque = opaqueSlots(refresh.next)

/** The statements, by port method. */
export const codeStatements = {
  issue: {
    name: 'codes.issue',
    text: `with ${grant.insertion}
      insert into authorization_codes (${code.names}, grant_id) select ${code.parameters}, id from given returning 1`,
  },
  find: {
    name: 'codes.find',
    text: `select ${selection(codeColumns, 'c')}, ${selection(grantColumns, 'g')}, ${selection(userColumns, 'u')},
        ${selection(sessionColumns, 's')}
      from authorization_codes c
      join grants g on g.id = c.grant_id
      join users u on u.id = g.user_id
      left join sessions s on s.id = g.session_id
      where c.hash = $1`,
  },
  redeem: {
    name: 'codes.redeem',
    text: `with ${liveGrant('authorization_codes', opaque)}, consumed as (
        update authorization_codes c set consumed_at = $2::timestamptz from live
        where c.hash = $1 and c.grant_id = live.id and c.consumed_at is null and c.expires_at > $2::timestamptz
        returning c.grant_id
      ), refreshable as (
        insert into refresh_tokens (${refresh.names}, grant_id)
        select ${refresh.parameters}, grant_id from consumed where ${refresh.at('hash')} is not null
      ), opaque as (
        insert into access_tokens (${opaque.names})
        select ${opaque.parameters} from consumed where ${opaque.at('hash')} is not null
      )
      select 1 from consumed`,
  },
} satisfies Record<string, Statement>

/** Authorization codes on the given database. */
export function codesOn(database: Database): Codes {
  return {
    async issue(given, issued) {
      const values = [...grant.values(given), ...code.values(issued)]
      unlessEnded(await database.write(codeStatements.issue, values))
    },
    async find(hash) {
      const [found] = await database.read(codeStatements.find, [hash])
      if (!found) return null
      return {
        code: readRow(codeColumns, 'c', found),
        grant: readRow(grantColumns, 'g', found),
        user: readRow(userColumns, 'u', found),
        session: readJoined(sessionColumns, 's', found, 'id'),
      }
    },
    async redeem(hash, refreshToken, opaqueToken, now) {
      const values = [hash, now, ...refresh.values(refreshToken), ...opaqueValues(opaque, opaqueToken)]
      return falseWhenGone(async () => (await database.write(codeStatements.redeem, values)).length === 1)
    },
  }
}
