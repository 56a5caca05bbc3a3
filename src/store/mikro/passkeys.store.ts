import type { Activity } from '../../domain/account/activity.ts'
import type { NamedCredential, Passkey } from '../../domain/account/passkey.ts'
import type { PasskeyChallenge } from '../../domain/account/passkeyChallenge.ts'
import type { User } from '../../domain/account/user.ts'
import type { Job } from '../../domain/job.ts'
import type { Passkeys } from '../passkeys.ts'
import { StoreUnavailable } from '../store.ts'
import { activitySlots } from './activities.store.ts'
import { readRow, selection, slots, type Columns } from './columns.ts'
import type { Database, Run } from './database.ts'
import type { Statement } from './statement.ts'
import { jobSlots } from './jobs.store.ts'
import type { MappedPasskeys } from './passkeys.mapped.ts'
import { passkeyChallengeColumns, passkeyColumns, userColumns } from './rows.ts'
import { isText, isUuid } from './shape.ts'

const namedColumns: Columns<NamedCredential> = { credentialId: 'bytea', transports: 'text[]' }

const challenge = slots(passkeyChallengeColumns, 1)
const passkey = slots(passkeyColumns, 1)
const notice = jobSlots(passkey.next)
const activity = activitySlots(notice.next)
const removalNotice = jobSlots(3)
const removalActivity = activitySlots(removalNotice.next)

/** The statements, by port method. */
export const passkeyStatements = {
  // Two go for each that comes, so the table shrinks; whoever else is removing the same ones is not waited for.
  addChallenge: {
    name: 'passkeys.addChallenge',
    text: `with forgotten as (
        delete from passkey_challenges where id in (
          select id from passkey_challenges where expires_at < ${challenge.at('createdAt')}
          order by expires_at limit 2 for update skip locked)
      )
      insert into passkey_challenges (${challenge.names}) values (${challenge.parameters})`,
  },
  consumeChallenge: {
    name: 'passkeys.consumeChallenge',
    text: `delete from passkey_challenges c
      where c.id = $1 and c.purpose = $2 and c.session_id is not distinct from $3::uuid and c.expires_at > $4
      returning ${selection(passkeyChallengeColumns, 'c')}`,
  },
  // Whoever holds the account's row counts alone; the count is a statement of its own because it must see what the holder
  // before committed. A password that is being replaced is waited for, too.
  lockAccount: {
    name: 'passkeys.lockAccount',
    text: 'select 1 from users u where u.id = $1 and u.updated_at = $2::timestamptz for no key update',
  },
  count: {
    name: 'passkeys.count',
    text: 'select count(*)::int as count from passkeys where user_id = $1',
  },
  add: {
    name: 'passkeys.add',
    text: `with kept as (
        insert into passkeys (${passkey.names}) values (${passkey.parameters})
        on conflict on constraint passkeys_user_id_credential_id_unique do nothing
        returning id
      ), told as (
        insert into jobs (${notice.names}, attempts) select ${notice.parameters}, 0 from kept
      ), noted as (
        insert into activities (${activity.names}) select ${activity.parameters} from kept
      )
      select 1 from kept`,
  },
  delete: {
    name: 'passkeys.delete',
    text: `with gone as (
        delete from passkeys where user_id = $1 and id = $2 returning id
      ), told as (
        insert into jobs (${removalNotice.names}, attempts) select ${removalNotice.parameters}, 0 from gone
      ), noted as (
        insert into activities (${removalActivity.names}) select ${removalActivity.parameters} from gone
      )
      select 1 from gone`,
  },
  findForLogin: {
    name: 'passkeys.findForLogin',
    text: `select ${selection(passkeyColumns, 'p')}, ${selection(userColumns, 'u')}
      from passkeys p join users u on u.id = p.user_id where p.user_id = $1 and p.credential_id = $2`,
  },
  noteUse: {
    name: 'passkeys.noteUse',
    text: `update passkeys set counter = $2, backed_up = $3, last_used_at = $4
      where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1`,
  },
  findCredentials: {
    name: 'passkeys.findCredentials',
    text: `select ${selection(namedColumns, 'p')}
      from users u join passkeys p on p.user_id = u.id where u.email_key = $1 order by p.id`,
  },
} satisfies Record<string, Statement>

/**
 * Passkeys on the given database.
 *
 * @param mapped  the half that goes through MikroORM, opened on first use
 */
export function passkeysOn(database: Database, mapped: () => Promise<MappedPasskeys>): Passkeys {
  return {
    async addChallenge(added) {
      await database.write(passkeyStatements.addChallenge, challenge.values(added))
    },
    async consumeChallenge(id, purpose, sessionId, now) {
      if (!isUuid(id)) return null
      const [consumed] = await database.write(passkeyStatements.consumeChallenge, [
        id,
        purpose,
        sessionId,
        now,
      ])
      return consumed ? readRow<PasskeyChallenge>(passkeyChallengeColumns, 'c', consumed) : null
    },
    add: (added, most, userAsOf, told, noted) =>
      database.transaction((run) => addOn(run, added, most, userAsOf, told, noted)),
    async findForLogin(userId, credentialId) {
      if (!isUuid(userId)) return null
      const [found] = await database.read(passkeyStatements.findForLogin, [userId, credentialId])
      if (!found) return null
      return {
        passkey: readRow<Passkey>(passkeyColumns, 'p', found),
        user: readRow<User>(userColumns, 'u', found),
      }
    },
    async noteUse(id, { counter, backedUp }, now) {
      const noted = await database.write(passkeyStatements.noteUse, [id, counter, backedUp, now])
      return noted.length === 1
    },
    async findCredentials(emailKey) {
      if (!isText(emailKey)) return []
      const found = await database.read(passkeyStatements.findCredentials, [emailKey])
      return found.map((row) => readRow<NamedCredential>(namedColumns, 'p', row))
    },
    async count(userId) {
      if (!isUuid(userId)) return 0
      const [row] = await database.read<{ count: number }>(passkeyStatements.count, [userId])
      return row?.count ?? 0
    },
    list: async (...from) => (await mapped()).list(...from),
    rename: async (...from) => (await mapped()).rename(...from),
    async delete(userId, id, record) {
      if (!isUuid(userId) || !isUuid(id)) return false
      const values = [...removalNotice.values(record.notice), ...removalActivity.values(record.activity)]
      return (await database.write(passkeyStatements.delete, [userId, id, ...values])).length === 1
    },
  }
}

async function addOn(
  run: Run,
  added: Passkey,
  most: number,
  userAsOf: Date,
  told: Job,
  noted: Activity,
): Promise<'added' | 'full' | 'known'> {
  const locked = await run(passkeyStatements.lockAccount, [added.userId, userAsOf])
  if (locked.length === 0) throw new StoreUnavailable('the account was changed or deleted meanwhile')
  const [row] = await run<{ count: number }>(passkeyStatements.count, [added.userId])
  if ((row?.count ?? 0) >= most) return 'full'
  const values = [...passkey.values(added), ...notice.values(told), ...activity.values(noted)]
  return (await run(passkeyStatements.add, values)).length === 1 ? 'added' : 'known'
}
