import type { Link } from '../../domain/account/link.ts'
import type { User } from '../../domain/account/user.ts'
import type { Links } from '../links.ts'
import { activitySlots } from './activities.store.ts'
import { readJoined, readRow, selection, slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { jobSlots } from './jobs.store.ts'
import { linkColumns, userColumns } from './rows.ts'

type StoredUser = User & { readonly emailKey: string; readonly passwordHash: string }

const link = slots(linkColumns, 1)
const notice = jobSlots(4)
const account = slots<StoredUser>({ ...userColumns, emailKey: 'text', passwordHash: 'text' }, 3)

const former = jobSlots(5)
const present = jobSlots(former.next)
const changed = activitySlots(present.next)

/** Uses up the link with hash `$1` at the moment `$2`: whoever comes second finds it ended. */
function consume(purpose: Link['purpose'], condition: string): string {
  return `consumed as (
        update links l set ended_at = $2::timestamptz
        where l.hash = $1 and l.purpose = '${purpose}' and l.ended_at is null and l.expires_at > $2::timestamptz
          and ${condition}
        returning l.account_id, l.address_digest
      )`
}

/** Whatever else was mailed about the account, or to the mailbox, is useless from now on. */
const others = (same: string) => `others as (
        update links o set ended_at = $2::timestamptz from consumed c
        where o.${same} = c.${same} and o.hash <> $1 and o.ended_at is null
      )`

/** The statements, by port method. */
export const linkStatements = {
  add: {
    name: 'links.add',
    text: `with swept as (
        delete from links o using (
          select hash from links
          where expires_at < ${link.at('createdAt')} - interval '1 hour' limit 20 for update skip locked
        ) old where o.hash = old.hash
      )
      insert into links (${link.names}) values (${link.parameters})`,
  },
  // Of two that were made in the same millisecond one has to be the older one: the hash decides.
  replaceOlder: {
    name: 'links.replaceOlder',
    text: `update links o set ended_at = $2::timestamptz from links l
      where l.hash = $1 and o.account_id = l.account_id and o.purpose = l.purpose and o.ended_at is null
        and (o.created_at, o.hash) < (l.created_at, l.hash)`,
  },
  find: {
    name: 'links.find',
    text: `select ${selection(linkColumns, 'l')}, ${selection(userColumns, 'u')}, u.password_hash
      from links l left join users u on u.id = l.account_id where l.hash = $1`,
  },
  findRegistration: {
    name: 'links.findRegistration',
    text: `select ${selection(linkColumns, 'l')} from links l
      where l.address_digest = any($1::bytea[]) and l.purpose = 'verify_email' and l.registration is not null
        and l.ended_at is null and l.expires_at > $2
      order by l.created_at desc, l.hash desc limit 1`,
  },
  lockAccount: {
    name: 'links.lockAccount',
    text: `select u.id from users u where u.id = (select l.account_id from links l where l.hash = $1) for update`,
  },
  // Until now nobody had proven the mailbox: whoever registered the address may be a stranger who waits for its owner to come.
  // Nothing that opens the account, or lets an app in, outlives that; an authenticator app does, since it opens nothing.
  resetPassword: {
    name: 'links.resetPassword',
    text: `with ${consume(
      'reset_password',
      'exists (select 1 from users u where u.id = l.account_id and u.suspended_at is null)',
    )}, changed as (
        update users u set password_hash = $3, email_verified = true,
          updated_at = greatest($2::timestamptz, u.updated_at + interval '1 millisecond')
        from consumed c where u.id = c.account_id
      ), ${others('account_id')}, ended as (
        update sessions s set ended_at = $2::timestamptz from consumed c
        where s.user_id = c.account_id and s.ended_at is null
      ), revoked as (
        update grants g set revoked_at = $2::timestamptz from consumed c
        where g.user_id = c.account_id and g.revoked_at is null
      ), apps as (
        delete from app_passwords a using consumed c where a.user_id = c.account_id
      ), unproven as (
        select u.id from users u join consumed c on c.account_id = u.id where not u.email_verified
      ), keys as (
        delete from passkeys k using unproven n where k.user_id = n.id
      ), agreed as (
        delete from consents k using unproven n where k.user_id = n.id
      ), told as (
        insert into jobs (${notice.names}, attempts) select ${notice.parameters}, 0 from consumed
      )
      select 1 from consumed`,
  },
  // Two registrations of one mailbox may be confirmed at once, and each ends the other: both lock all of them, in one order.
  createAccount: {
    name: 'links.createAccount',
    text: `with waiting as (
        select l.hash from links l
        where l.address_digest = (select own.address_digest from links own where own.hash = $1)
        order by l.hash for update of l
      ), ${consume('verify_email', 'l.registration is not null and l.hash in (select hash from waiting)')}, created as (
        insert into users (${account.names}) select ${account.parameters} from consumed
        on conflict do nothing
        returning id
      ), ${others('address_digest')}
      select exists (select 1 from created) as created from consumed`,
  },
  confirmAddress: {
    name: 'links.confirmAddress',
    text: `with ${consume('verify_email', 'l.registration is null')}, changed as (
        update users u set email_verified = true,
          updated_at = greatest($2::timestamptz, u.updated_at + interval '1 millisecond')
        from consumed c where u.id = c.account_id
        returning u.id
      )
      select 1 from changed`,
  },
  lockHolder: {
    name: 'links.lockHolder',
    text: `select u.email_key = $2 as same from users u
      where u.id = (select l.account_id from links l where l.hash = $1) for update`,
  },
  // A unique violation would print the address into PostgreSQL's log. Whoever holds the place of the address in the index,
  // for the moment between these two statements, can take it without meeting one: everybody else waits for this transaction.
  holdAddress: {
    name: 'links.holdAddress',
    text: `insert into users (id, email, email_key, email_verified, password_hash, created_at, updated_at)
      values (gen_random_uuid(), '', $1, false, '', $2, $2)
      on conflict on constraint users_email_key_unique do nothing returning id`,
  },
  letAddressGo: { name: 'links.letAddressGo', text: 'delete from users where id = $1' },
  changeEmail: {
    name: 'links.changeEmail',
    text: `with ${consume(
      'change_email',
      `exists (
            select 1 from users u
            where u.id = l.account_id and u.suspended_at is null and u.deletion_requested_at is null
          )`,
    )}, changed as (
        update users u set email = $3, email_key = $4, email_verified = true,
          updated_at = greatest($2::timestamptz, u.updated_at + interval '1 millisecond')
        from consumed c where u.id = c.account_id
        returning u.id
      ), ${others('account_id')}, told_former as (
        insert into jobs (${former.names}, attempts) select ${former.parameters}, 0 from changed
      ), told_present as (
        insert into jobs (${present.names}, attempts) select ${present.parameters}, 0 from changed
      ), noted as (
        insert into activities (${changed.names}) select ${changed.parameters} from changed
      )
      select 1 from changed`,
  },
} satisfies Record<string, Statement>

/** Mailed links on the given database. */
export function linksOn(database: Database): Links {
  return {
    async add(added) {
      await database.write(linkStatements.add, link.values(added))
    },
    async replaceOlder(hash, now) {
      await database.write(linkStatements.replaceOlder, [hash, now])
    },
    async find(hash) {
      const [found] = await database.read(linkStatements.find, [hash])
      if (!found) return null
      const user = readJoined<User>(userColumns, 'u', found, 'id')
      return {
        link: readRow(linkColumns, 'l', found),
        account: user === null ? null : { user, passwordHash: String(found.password_hash) },
      }
    },
    async findRegistration(addressDigests, now) {
      const [found] = await database.read(linkStatements.findRegistration, [addressDigests, now])
      return found ? readRow(linkColumns, 'l', found) : null
    },
    // A session or grant that is being written holds a lock on its account's row. Waiting for these first, in a statement of
    // its own, lets the next one see them all; what comes later waits for this transaction to end.
    resetPassword: (hash, passwordHash, job, now) =>
      database.transaction(async (run) => {
        const locked = await run(linkStatements.lockAccount, [hash])
        if (locked.length === 0) return false
        const values = [hash, now, passwordHash, ...notice.values(job)]
        return (await run(linkStatements.resetPassword, values)).length === 1
      }),
    async createAccount(hash, user, emailKey, passwordHash, now) {
      const values = [hash, now, ...account.values({ ...user, emailKey, passwordHash })]
      const [consumed] = await database.write<{ created: boolean }>(linkStatements.createAccount, values)
      if (!consumed) return 'useless'
      return consumed.created ? 'created' : 'exists'
    },
    async confirmAddress(hash, now) {
      return (await database.write(linkStatements.confirmAddress, [hash, now])).length === 1
    },
    changeEmail: (hash, { email, emailKey }, told, activity, now) =>
      database.transaction(async (run) => {
        const [holder] = await run<{ same: boolean }>(linkStatements.lockHolder, [hash, emailKey])
        if (holder === undefined) return 'useless'
        if (!holder.same) {
          const [held] = await run<{ id: string }>(linkStatements.holdAddress, [emailKey, now])
          if (held === undefined) return 'exists'
          await run(linkStatements.letAddressGo, [held.id])
        }
        const stored = [...former.values(told[0]), ...present.values(told[1]), ...changed.values(activity)]
        const done = await run(linkStatements.changeEmail, [hash, now, email, emailKey, ...stored])
        return done.length === 1 ? 'changed' : 'useless'
      }),
  }
}
