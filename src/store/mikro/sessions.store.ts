import type { Sessions } from '../sessions.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database, Statement } from './database.ts'
import { sessionColumns, sessionTokenColumns, userColumns } from './rows.ts'
import { isUuid } from './shape.ts'

const session = slots(sessionColumns, 1)
const token = slots(sessionTokenColumns, session.next)

/** The statements, by port method. */
export const sessionStatements = {
  open: {
    name: 'sessions.open',
    text: `with opened as (insert into sessions (${session.names}) values (${session.parameters}))
      insert into session_tokens (${token.names}) values (${token.parameters})`,
  },
  findByToken: {
    name: 'sessions.findByToken',
    text: `select ${selection(sessionTokenColumns, 't')}, ${selection(sessionColumns, 's')}, ${selection(userColumns, 'u')}
      from session_tokens t
      join sessions s on s.id = t.session_id
      join users u on u.id = s.user_id
      where t.hash = $1`,
  },
  touch: {
    name: 'sessions.touch',
    text: `update sessions set last_used_at = $2::timestamptz
      where id = $1 and last_used_at < $2::timestamptz - interval '1 minute'`,
  },
  end: {
    name: 'sessions.end',
    text: 'update sessions set ended_at = $2 where id = $1 and ended_at is null',
  },
} satisfies Record<string, Statement>

/** Sessions and their tokens on the given database. */
export function sessionsOn(database: Database): Sessions {
  return {
    async open(opened, first) {
      await database.write(sessionStatements.open, [...session.values(opened), ...token.values(first)])
    },
    async findByToken(hash) {
      const [found] = await database.read(sessionStatements.findByToken, [hash])
      if (!found) return null
      return {
        token: readRow(sessionTokenColumns, 't', found),
        session: readRow(sessionColumns, 's', found),
        user: readRow(userColumns, 'u', found),
      }
    },
    async touch(sessionId, now) {
      if (isUuid(sessionId)) await database.write(sessionStatements.touch, [sessionId, now])
    },
    async end(sessionId, now) {
      if (isUuid(sessionId)) await database.write(sessionStatements.end, [sessionId, now])
    },
  }
}
