import type { ConnectedApp } from '../../domain/oauth/connectedApp.ts'
import type { Consents } from '../consents.ts'
import { readRow, type Columns } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { isText, isUuid } from './shape.ts'

const columns: Columns<ConnectedApp> = {
  id: 'uuid',
  clientId: 'text',
  name: 'text',
  scope: 'text[]',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
  lastUsedAt: 'timestamptz',
}

/**
 * Tells whether something can still come of the grant `g`, unless it is revoked: as `findGrantEnd` has it, but for a session
 * that was merely unused for too long, which counts until it is removed. What is shown too long can still be shut out.
 */
const goesOn = (now: string) => `(g.offline or (
          select s.ended_at is null and s.expires_at > ${now} from sessions s where s.id = g.session_id
        ))`

/** The statements, by port method. */
export const consentStatements = {
  list: {
    name: 'consents.list',
    text: `with held as materialized (
        select g.client_id, min(g.created_at) as first_at, max(g.created_at) as latest_at,
          array_agg(distinct e.scope order by e.scope) filter (where e.scope is not null) as scope
        from grants g left join lateral unnest(g.scope) as e (scope) on true
        where g.user_id = $1 and ($3::uuid is null or g.client_id < $3::uuid)
          and g.revoked_at is null and ${goesOn('$4::timestamptz')}
        group by g.client_id
      ), page as materialized (
        select k.client_id from consents k
        where k.user_id = $1 and ($3::uuid is null or k.client_id < $3::uuid)
        union
        select h.client_id from held h
        order by client_id desc limit $2
      )
      select c.id as "k.id", c.client_id as "k.clientId", c.name as "k.name",
        coalesce(k.scope, h.scope, '{}') as "k.scope",
        coalesce(k.created_at, h.first_at) as "k.createdAt",
        coalesce(k.updated_at, h.latest_at) as "k.updatedAt", (
          select max(t.created_at) from grants g join refresh_tokens t on t.grant_id = g.id
          where g.user_id = $1 and g.client_id = p.client_id and g.revoked_at is null
        ) as "k.lastUsedAt"
      from page p
      join clients c on c.id = p.client_id
      left join consents k on k.user_id = $1 and k.client_id = p.client_id
      left join held h on h.client_id = p.client_id
      order by p.client_id desc`,
  },
  lock: { name: 'consents.lock', text: 'select u.id from users u where u.id = $1 for update' },
  // The client before its grants, which is the order in which deleting an app reaches them.
  revoke: {
    name: 'consents.revoke',
    text: `with app as materialized (
        select c.id from clients c where c.id = $2::uuid or c.client_id = $3 for key share of c
      ), removed as (
        delete from consents k using app where k.user_id = $1 and k.client_id = app.id returning k.client_id
      ), revoked as (
        update grants g set revoked_at = $4::timestamptz from app
        where g.user_id = $1 and g.client_id = app.id and g.revoked_at is null
        returning g.client_id, ${goesOn('$4::timestamptz')} as was_live
      )
      select client_id from removed union all select client_id from revoked where was_live`,
  },
} satisfies Record<string, Statement>

/** What users see of their consents, on the given database. */
export function consentsOn(database: Database): Pick<Consents, 'list' | 'revoke'> {
  return {
    async list(userId, count, after, now) {
      if (!isUuid(userId) || (after !== null && !isUuid(after))) return []
      const found = await database.read(consentStatements.list, [userId, count, after, now])
      return found.map((each) => readRow<ConnectedApp>(columns, 'k', each))
    },
    async revoke(userId, reference, now) {
      if (!isUuid(userId) || !isText(reference)) return null
      const app = isUuid(reference) ? [reference, null] : [null, reference]
      return database.transaction(async (run) => {
        // A grant that is being written holds the account's row: the next statement sees it, and ends it too.
        await run(consentStatements.lock, [userId])
        const [ended] = await run<{ client_id: string }>(consentStatements.revoke, [userId, ...app, now])
        return ended?.client_id ?? null
      })
    },
  }
}
