import type { SessionFacts } from '../../domain/account/session.ts'
import type { Sessions } from '../sessions.ts'
import { StoreUnavailable } from '../store.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database, Statement } from './database.ts'
import { sessionColumns, sessionTokenColumns, userColumns } from './rows.ts'
import { isUuid } from './shape.ts'

const session = slots(sessionColumns, 1)
const token = slots(sessionTokenColumns, session.next)

/**
 * The account, if it still is what it was when its owner was proven. A password that is being replaced is waited for, so that
 * the old one opens nothing any more once the reset has answered.
 */
const proven = (asOf: number) => `proven as (
        select u.id from users u
        where u.id = ${session.at('userId')} and u.updated_at = $${asOf}::timestamptz for share of u
      ), opened as (
        insert into sessions (${session.names}) select ${session.parameters} from proven returning id
      )`

/** The kind is part of the question: what one kind of token opens stays shut for the other. */
function findBy(kind: 'bearer' | 'cookie'): string {
  return `select ${selection(sessionTokenColumns, 't')}, ${selection(sessionColumns, 's')}, ${selection(userColumns, 'u')}
      from session_tokens t
      join sessions s on s.id = t.session_id
      join users u on u.id = s.user_id
      where t.hash = $1 and t.kind = '${kind}'`
}

/** The statements, by port method. */
export const sessionStatements = {
  open: {
    name: 'sessions.open',
    text: `with ${proven(token.next)}
      insert into session_tokens (${token.names}) select ${token.parameters} from opened returning 1`,
  },
  openInBrowser: {
    name: 'sessions.openInBrowser',
    text: `with ${proven(token.next + 1)}, replaced as (
        delete from session_tokens t using opened where t.hash = $${token.next}::bytea and t.kind = 'cookie'
      )
      insert into session_tokens (${token.names}, kind) select ${token.parameters}, 'cookie' from opened returning 1`,
  },
  findByToken: { name: 'sessions.findByToken', text: findBy('bearer') },
  findByCookie: { name: 'sessions.findByCookie', text: findBy('cookie') },
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
    async open(opened, first, userAsOf) {
      const values = [...session.values(opened), ...token.values(first), userAsOf]
      unlessChanged(await database.write(sessionStatements.open, values))
    },
    async openInBrowser(opened, first, replaced, userAsOf) {
      const values = [...session.values(opened), ...token.values(first), replaced, userAsOf]
      unlessChanged(await database.write(sessionStatements.openInBrowser, values))
    },
    findByToken: (hash) => findOn(database, sessionStatements.findByToken, hash),
    findByCookie: (hash) => findOn(database, sessionStatements.findByCookie, hash),
    async touch(sessionId, now) {
      if (isUuid(sessionId)) await database.write(sessionStatements.touch, [sessionId, now])
    },
    async end(sessionId, now) {
      if (isUuid(sessionId)) await database.write(sessionStatements.end, [sessionId, now])
    },
  }
}

/** Asking again proves the account anew, as it is now. */
function unlessChanged(opened: readonly unknown[]): void {
  if (opened.length === 0) throw new StoreUnavailable('the account was changed or deleted meanwhile')
}

async function findOn(database: Database, statement: Statement, hash: Buffer): Promise<SessionFacts | null> {
  const [found] = await database.read(statement, [hash])
  if (!found) return null
  return {
    token: readRow(sessionTokenColumns, 't', found),
    session: readRow(sessionColumns, 's', found),
    user: readRow(userColumns, 'u', found),
  }
}
