import type { Account } from '../../domain/account/account.ts'
import type { Profile } from '../../domain/account/profile.ts'
import type { User } from '../../domain/account/user.ts'
import type { Accounts, LeavingAccount } from '../accounts.ts'
import { StoreUnavailable } from '../store.ts'
import { activitySlots } from './activities.store.ts'
import { readRow, selection } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { jobSlots } from './jobs.store.ts'
import { userColumns } from './rows.ts'
import { isUuid } from './shape.ts'

type Row = Readonly<Record<string, unknown>>

const passwordNotice = jobSlots(7)
const passwordActivity = activitySlots(passwordNotice.next)
const deletionNotice = jobSlots(3)
const deletionActivity = activitySlots(deletionNotice.next)
const farewell = jobSlots(5)

const account = `${selection(userColumns, 'u')}, u.profile`

/** Strictly later than whatever was read of the account: who signs in by what was read before comes too late. */
const later = `greatest($2::timestamptz, u.updated_at + interval '1 millisecond')`

/** What no change of an account's secrets leaves alive. `$2` is the moment. */
const endings = (exceptSession: string) => `ended as (
        update sessions s set ended_at = $2::timestamptz from changed c
        where s.user_id = c.id and s.ended_at is null ${exceptSession}
      ), revoked as (
        update grants g set revoked_at = $2::timestamptz from changed c
        where g.user_id = c.id and g.revoked_at is null
      ), useless as (
        update links l set ended_at = $2::timestamptz from changed c
        where l.account_id = c.id and l.ended_at is null
      )`

/** The statements, by port method. */
export const accountStatements = {
  find: { name: 'accounts.find', text: `select ${account} from users u where u.id = $1` },
  // Any change of an account ends sign-ins that wait for a code. One of the profile is none of its secrets: who may write it, a
  // program with an app password say, would otherwise keep the owner out for ever.
  updateProfile: {
    name: 'accounts.updateProfile',
    text: `with former as (
        select f.id, f.updated_at from users f where f.id = $1 for no key update of f
      ), changed as (
        update users u set profile = jsonb_strip_nulls(u.profile || $3::jsonb), updated_at = ${later}
        from former f where u.id = f.id and u.suspended_at is null
        returning u.*
      ), carried as (
        update mfa_challenges c set user_as_of = u.updated_at
        from changed u, former f where c.user_id = u.id and c.user_as_of = f.updated_at
      )
      select ${account} from changed u`,
  },
  // Whoever writes a session or a grant holds a lock on the account's row: the next statement sees what they wrote.
  lock: { name: 'accounts.lock', text: 'select u.id from users u where u.id = $1 for update' },
  changePassword: {
    name: 'accounts.changePassword',
    text: `with changed as (
        update users u set password_hash = $3, updated_at = ${later}
        where u.id = $1 and u.updated_at = $4::timestamptz and u.suspended_at is null
          and u.deletion_requested_at is null
        returning u.id
      ), ${endings('and s.id <> $5::uuid')}, apps as (
        delete from app_passwords a using changed c where a.user_id = c.id and $6::boolean
      ), told as (
        insert into jobs (${passwordNotice.names}, attempts) select ${passwordNotice.parameters}, 0 from changed
      ), noted as (
        insert into activities (${passwordActivity.names}) select ${passwordActivity.parameters} from changed
      )
      select 1 from changed`,
  },
  requestDeletion: {
    name: 'accounts.requestDeletion',
    text: `with changed as (
        update users u set deletion_requested_at = $2::timestamptz, updated_at = ${later}
        where u.id = $1 and u.suspended_at is null and u.deletion_requested_at is null
        returning u.id
      ), ${endings('')}, told as (
        insert into jobs (${deletionNotice.names}, attempts) select ${deletionNotice.parameters}, 0 from changed
        where ${deletionNotice.at('id')} is not null
      ), noted as (
        insert into activities (${deletionActivity.names}) select ${deletionActivity.parameters} from changed
      )
      select 1 from changed`,
  },
  // A suspended account lets nobody in: what is being deleted in pieces is not brought back half.
  claimDeletions: {
    name: 'accounts.claimDeletions',
    text: `with due as (
        select u.id from users u where u.deletion_requested_at <= $1::timestamptz
        order by u.deletion_requested_at limit $3 for update skip locked
      )
      update users u set suspended_at = coalesce(u.suspended_at, $2::timestamptz), updated_at = ${later}
      from due where u.id = due.id
      returning u.id, u.email`,
  },
  clearGrants: {
    name: 'accounts.clearGrants',
    text: `with part as (
        select g.id from grants g where g.user_id = $1
        union
        select g.id from clients c join grants g on g.client_id = c.id where c.owner_id = $1
        limit $2
      )
      delete from grants g using part where g.id = part.id returning 1`,
  },
  clearTokens: {
    name: 'accounts.clearTokens',
    text: `with part as (
        select t.hash from clients c join access_tokens t on t.client_id = c.id where c.owner_id = $1 limit $2
      )
      delete from access_tokens t using part where t.hash = part.hash returning 1`,
  },
  remove: {
    name: 'accounts.remove',
    text: `with gone as (
        delete from users u where u.id = $1 and u.deletion_requested_at is not null returning u.id
      ), own_links as (
        delete from links l using gone where l.account_id = gone.id
      ), mailbox_links as (
        delete from links l using gone where l.address_digest = any($2::bytea[]) and l.account_id <> gone.id
      ), mails as (
        delete from jobs j using gone where j.subject = any($3::bytea[])
      ), attempts as (
        delete from sign_in_attempts a using gone where a.key = any($4::bytea[])
      ), told as (
        insert into jobs (${farewell.names}, attempts) select ${farewell.parameters}, 0 from gone
      )
      select 1 from gone`,
  },
} satisfies Record<string, Statement>

/** What owners do with their accounts, on the given database. */
export function accountsOn(database: Database): Accounts {
  const one = (found: readonly Row[]) => (found[0] === undefined ? null : readAccount(found[0]))
  /** Locks the account and changes it. */
  const change = (userId: string, statement: Statement, values: readonly unknown[]) =>
    database.transaction(async (run) => {
      await run(accountStatements.lock, [userId])
      const changed = await run(statement, values)
      // Asking again gets the true answer, whatever came between.
      if (changed.length === 0) throw new StoreUnavailable('the account was changed or deleted meanwhile')
    })
  return {
    async find(userId) {
      return isUuid(userId) ? one(await database.read(accountStatements.find, [userId])) : null
    },
    async updateProfile(userId, changes, now) {
      if (!isUuid(userId)) return null
      const values = [userId, now, JSON.stringify(changes)]
      return one(await database.write(accountStatements.updateProfile, values))
    },
    changePassword({ userId, passwordHash, userAsOf, sessionId, endsAppPasswords }, notice, activity, now) {
      const values = [userId, now, passwordHash, userAsOf, sessionId, endsAppPasswords]
      const stored = [...passwordNotice.values(notice), ...passwordActivity.values(activity)]
      return change(userId, accountStatements.changePassword, [...values, ...stored])
    },
    requestDeletion(userId, notice, activity, now) {
      const stored = [...deletionNotice.values(notice), ...deletionActivity.values(activity)]
      return change(userId, accountStatements.requestDeletion, [userId, now, ...stored])
    },
    claimDeletions: (before, most, now) =>
      database.write<LeavingAccount>(accountStatements.claimDeletions, [before, now, most]),
    async clearAway(userId, most) {
      const grants = await database.write(accountStatements.clearGrants, [userId, most])
      const tokens = await database.write(accountStatements.clearTokens, [userId, most])
      return grants.length === most || tokens.length === most
    },
    async remove(userId, { addressDigests, jobSubjects, attemptKeys }, notice) {
      const values = [userId, addressDigests, jobSubjects, attemptKeys, ...farewell.values(notice)]
      return (await database.write(accountStatements.remove, values)).length === 1
    },
  }
}

function readAccount(found: Row): Account {
  return { user: readRow<User>(userColumns, 'u', found), profile: found['profile'] as Profile }
}
