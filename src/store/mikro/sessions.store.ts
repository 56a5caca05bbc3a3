import type { SessionFacts } from '../../domain/account/session.ts'
import type { Sessions } from '../sessions.ts'
import { StoreUnavailable } from '../store.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { sessionColumns, sessionTokenColumns, userColumns } from './rows.ts'
import { isUuid } from './shape.ts'

const session = slots(sessionColumns, 1)
const token = slots(sessionTokenColumns, session.next)
const given = { hash: `$${token.next}::bytea`, most: `$${token.next + 1}::integer` }
const renewed = slots(sessionTokenColumns, 1)
/** Members of a session that a new proof of its user changes. */
const provenAnew = ['authenticated_at', 'amr', 'last_used_at', 'expires_at', 'user_agent', 'address']

/**
 * The account, if it still is what it was when its owner was proven. A password that is being replaced is waited for, so that
 * the old one opens nothing any more once the reset has answered. With the session come its entry in the history and the end of
 * a deletion that was asked for. A session that goes on is proven anew, unless it has ended meanwhile.
 */
const proven = (asOf: number, activityId: string) => `proven as (
        select u.id from users u
        where u.id = ${session.at('userId')} and u.updated_at = $${asOf}::timestamptz for share of u
      ), opened as (
        insert into sessions as s (${session.names}) select ${session.parameters} from proven
        on conflict (id) do update set ${provenAnew.map((name) => `${name} = excluded.${name}`).join(', ')}
        where s.user_id = excluded.user_id and s.ended_at is null
        returning s.*
      ), noted as (
        insert into activities (id, user_id, kind, at, address, user_agent, session_id)
        select ${activityId}, o.user_id, 'signed_in', o.authenticated_at, o.address, o.user_agent, o.id from opened o
      ), stayed as (
        update users u set deletion_requested_at = null,
          updated_at = greatest(o.authenticated_at, u.updated_at + interval '1 millisecond')
        from opened o where u.id = o.user_id and u.deletion_requested_at is not null
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
    text: `with ${proven(token.next, 'o.id')}
      insert into session_tokens (${token.names}) select ${token.parameters} from opened returning 1`,
  },
  openInBrowser: {
    name: 'sessions.openInBrowser',
    text: `with ${proven(token.next + 1, `$${token.next + 2}::uuid`)}, replaced as (
        delete from session_tokens t using opened where t.hash = $${token.next}::bytea and t.kind = 'cookie'
      )
      insert into session_tokens (${token.names}, kind) select ${token.parameters}, 'cookie' from opened returning 1`,
  },
  // The account before the app password before the session, which is the order in which a deletion cascades.
  openByAppPassword: {
    name: 'sessions.openByAppPassword',
    text: `with account as (
        select u.id from users u
        where u.id = ${session.at('userId')} and u.suspended_at is null and u.deletion_requested_at is null
        for share of u
      ), proven as (
        select p.id from app_passwords p join account a on a.id = p.user_id
        where p.id = ${session.at('appPasswordId')} and p.hash = ${given.hash} for share of p
      ), opened as (
        insert into sessions (${session.names}) select ${session.parameters} from proven returning id
      ), surplus as (
        update sessions s set ended_at = ${session.at('createdAt')}
        from (
          select o.id from sessions o join proven p on p.id = o.app_password_id
          where o.ended_at is null order by o.created_at desc, o.id desc offset ${given.most} - 1
        ) old where s.id = old.id
      )
      insert into session_tokens (${token.names}) select ${token.parameters} from opened returning 1`,
  },
  lockOpen: {
    name: 'sessions.lockOpen',
    text: 'select s.id from sessions s where s.id = $1 and s.ended_at is null for no key update',
  },
  addToken: {
    name: 'sessions.addToken',
    text: `with surplus as (
        delete from session_tokens t using (
          select o.hash from session_tokens o
          where o.session_id = ${renewed.at('sessionId')} and o.kind = 'bearer'
          order by o.created_at desc, o.hash offset $${renewed.next}::integer - 1
        ) old where t.hash = old.hash
      )
      insert into session_tokens (${renewed.names}) values (${renewed.parameters})`,
  },
  listOpen: {
    name: 'sessions.listOpen',
    text: `select ${selection(sessionColumns, 's')} from sessions s
      where s.user_id = $1 and s.ended_at is null and s.expires_at > $2
      order by s.last_used_at desc, s.id desc limit 1000`,
  },
  findByToken: { name: 'sessions.findByToken', text: findBy('bearer') },
  findByCookie: { name: 'sessions.findByCookie', text: findBy('cookie') },
  touch: {
    name: 'sessions.touch',
    text: `with noted as (
        update sessions set last_used_at = $2::timestamptz
        where id = $1 and last_used_at < $2::timestamptz - interval '1 minute' returning app_password_id
      )
      update app_passwords p set last_used_at = $2::timestamptz from noted n
      where p.id = n.app_password_id and (p.last_used_at is null or p.last_used_at < $2::timestamptz)`,
  },
  renew: {
    name: 'sessions.renew',
    text: `update sessions set authenticated_at = $3::timestamptz, amr = $2::text[]
      where id = $1 and ended_at is null and expires_at > $3::timestamptz returning 1`,
  },
  end: {
    name: 'sessions.end',
    text: 'update sessions set ended_at = $2 where id = $1 and ended_at is null',
  },
  endOwned: {
    name: 'sessions.endOwned',
    text: `update sessions set ended_at = $3::timestamptz
      where id = $2 and user_id = $1 and ended_at is null and expires_at > $3::timestamptz returning 1`,
  },
  endOthers: {
    name: 'sessions.endOthers',
    text: `update sessions set ended_at = $3
      where user_id = $1 and id <> $2 and ended_at is null returning id`,
  },
} satisfies Record<string, Statement>

/** Sessions and their tokens on the given database. */
export function sessionsOn(database: Database): Sessions {
  return {
    async open(opened, first, userAsOf) {
      const values = [...session.values(opened), ...token.values(first), userAsOf]
      unlessChanged(await database.write(sessionStatements.open, values))
    },
    async openInBrowser(opened, first, { replaced, userAsOf, activityId }) {
      const values = [...session.values(opened), ...token.values(first), replaced, userAsOf, activityId]
      unlessChanged(await database.write(sessionStatements.openInBrowser, values))
    },
    async openByAppPassword(opened, first, hash, most) {
      const values = [...session.values(opened), ...token.values(first), hash, most]
      unlessChanged(await database.write(sessionStatements.openByAppPassword, values))
    },
    // Renewals of one session take turns, so that each sees the tokens of the one before.
    addToken: (added, most) =>
      database.transaction(async (run) => {
        const locked = await run(sessionStatements.lockOpen, [added.sessionId])
        if (locked.length === 0) throw new StoreUnavailable('the session has ended meanwhile')
        await run(sessionStatements.addToken, [...renewed.values(added), most])
      }),
    async listOpen(userId, now) {
      if (!isUuid(userId)) return []
      const rows = await database.read(sessionStatements.listOpen, [userId, now])
      return rows.map((found) => readRow(sessionColumns, 's', found))
    },
    findByToken: (hash) => findOn(database, sessionStatements.findByToken, hash),
    findByCookie: (hash) => findOn(database, sessionStatements.findByCookie, hash),
    async touch(sessionId, now) {
      if (isUuid(sessionId)) await database.write(sessionStatements.touch, [sessionId, now])
    },
    async renew(sessionId, amr, now) {
      return (await database.write(sessionStatements.renew, [sessionId, amr, now])).length === 1
    },
    async end(sessionId, now) {
      if (isUuid(sessionId)) await database.write(sessionStatements.end, [sessionId, now])
    },
    async endOwned(userId, sessionId, now) {
      if (!isUuid(userId) || !isUuid(sessionId)) return false
      return (await database.write(sessionStatements.endOwned, [userId, sessionId, now])).length === 1
    },
    async endOthers(userId, sessionId, now) {
      if (!isUuid(userId) || !isUuid(sessionId)) return []
      const ended = await database.write<{ id: string }>(sessionStatements.endOthers, [
        userId,
        sessionId,
        now,
      ])
      return ended.map(({ id }) => id)
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
