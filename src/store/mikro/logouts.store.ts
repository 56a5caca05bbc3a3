import type { LoggedInClient, Logouts } from '../logouts.ts'
import { readRow, selection, type Columns } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { isUuid } from './shape.ts'

const clientColumns: Columns<LoggedInClient> = {
  id: 'uuid',
  clientId: 'text',
  name: 'text',
  idTokenSignedResponseAlg: 'text',
  backchannelLogoutUri: 'text',
  frontchannelLogoutUri: 'text',
  frontchannelLogoutSessionRequired: 'boolean',
}

/** The statements, by port method. */
export const logoutStatements = {
  clientsIn: {
    name: 'logouts.clientsIn',
    text: `select ${selection(clientColumns, 'c')} from clients c
      where (c.backchannel_logout_uri is not null or c.frontchannel_logout_uri is not null)
        and c.id in (select g.client_id from grants g where g.session_id = $1 and g.revoked_at is null)
      order by c.id`,
  },
  // The change has revoked the grants with the sessions; one that was revoked before had ended before.
  endedAt: {
    name: 'logouts.endedAt',
    text: `with ended as materialized (
        select s.id, s.ended_at from sessions s where s.user_id = $1 and s.ended_at = $2
      ), given as materialized (
        select distinct g.session_id, g.client_id
        from ended e join grants g on g.session_id = e.id and (g.revoked_at is null or g.revoked_at = e.ended_at)
      )
      select i.session_id as "sessionId", ${selection(clientColumns, 'c')}
      from given i join clients c on c.id = i.client_id and c.backchannel_logout_uri is not null
      order by i.session_id, c.id`,
  },
  end: {
    name: 'logouts.end',
    text: `with ended as (
        update sessions set ended_at = $2::timestamptz where id = $1 and ended_at is null returning id
      ), told as (
        insert into jobs (id, kind, payload, run_at, created_at, attempts)
        select job.id, job.kind, job.payload, $2::timestamptz, $2::timestamptz, 0
        from unnest($3::uuid[], $4::text[], $5::bytea[]) as job (id, kind, payload), ended
      )
      select 1 from ended`,
  },
} satisfies Record<string, Statement>

/** Ends of sessions on the given database. */
export function logoutsOn(database: Database): Logouts {
  return {
    async clientsIn(sessionId) {
      if (!isUuid(sessionId)) return []
      const found = await database.read(logoutStatements.clientsIn, [sessionId])
      return found.map((row) => readRow(clientColumns, 'c', row))
    },
    async endedAt(userId, moment) {
      if (!isUuid(userId)) return []
      const found = await database.read(logoutStatements.endedAt, [userId, moment])
      return found.map((row) => ({
        sessionId: String(row['sessionId']),
        client: readRow(clientColumns, 'c', row),
      }))
    },
    async end(sessionId, jobs, now) {
      if (!isUuid(sessionId)) return false
      const columns = [
        jobs.map(({ id }) => id),
        jobs.map(({ kind }) => kind),
        jobs.map(({ payload }) => payload),
      ]
      return (await database.write(logoutStatements.end, [sessionId, now, ...columns])).length === 1
    },
  }
}
