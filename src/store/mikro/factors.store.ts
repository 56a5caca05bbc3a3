import type { TotpFactor } from '../../domain/account/totp.ts'
import type { Factors } from '../factors.ts'
import { activitySlots } from './activities.store.ts'
import { readRow, selection, slots, type Columns } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { emailCodeStatements, emailCodesOn } from './emailCodes.store.ts'
import { jobSlots } from './jobs.store.ts'
import { isUuid } from './shape.ts'

/** `totp_factors` */
const totpColumns: Columns<TotpFactor> = {
  userId: 'uuid',
  sealedSecret: 'bytea',
  createdAt: 'timestamptz',
  confirmedAt: 'timestamptz',
  lastStep: 'integer',
}

const factor = slots(totpColumns, 1)

/** What is written with a change, after `first` other parameters; `changed` is one row when there was a change. */
function recordAt(first: number) {
  const notice = jobSlots(first)
  const activity = activitySlots(notice.next)
  const text = `told as (
        insert into jobs (${notice.names}, attempts) select ${notice.parameters}, 0 from changed
      ), noted as (
        insert into activities (${activity.names}) select ${activity.parameters} from changed
      )`
  return { text, notice, activity }
}

/** Changes the list of an account's factors, in which each stands once; `$1` is the account, `$2` the moment. */
function relist(list: string, from: string): string {
  return `changed as (
        update users u set second_factors = ${list},
          updated_at = greatest($2::timestamptz, u.updated_at + interval '1 millisecond')
        ${from}
        returning u.id, u.second_factors
      ), forgotten as (
        delete from recovery_codes r using changed c where r.user_id = c.id and cardinality(c.second_factors) = 0
      ), useless as (
        delete from email_codes e using changed c where e.user_id = c.id and not 'email' = any(c.second_factors)
      )`
}

const without = (name: string) => `array_remove(u.second_factors, '${name}')`
const confirmRecord = recordAt(8)
const removeRecord = recordAt(3)
const emailRecord = recordAt(4)

/** The statements, by port method. */
export const factorStatements = {
  summary: {
    name: 'factors.summary',
    text: 'select count(*)::int as count from recovery_codes where user_id = $1',
  },
  // Whatever changes an account's factors comes after whatever does already, and sees what that left: codes are replaced, not added.
  lockAccount: {
    name: 'factors.lockAccount',
    text: 'select u.id from users u where u.id = $1 for update',
  },
  enrolTotp: {
    name: 'factors.enrolTotp',
    text: `insert into totp_factors as f (${factor.names}) values (${factor.parameters})
      on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at,
        last_step = null
      where f.confirmed_at is null
      returning 1`,
  },
  findTotp: {
    name: 'factors.findTotp',
    text: `select ${selection(totpColumns, 'f')} from totp_factors f where f.user_id = $1`,
  },
  confirmTotp: {
    name: 'factors.confirmTotp',
    text: `with confirmed as (
        update totp_factors f set confirmed_at = $2::timestamptz, last_step = $4::integer
        where f.user_id = $1 and f.confirmed_at is null and f.sealed_secret = $3
        returning f.user_id
      ), changed as (
        update users u set second_factors = array_append(${without('totp')}, 'totp'),
          updated_at = greatest($2::timestamptz, u.updated_at + interval '1 millisecond')
        from confirmed c where u.id = c.user_id
        returning u.id
      ), forgotten as (
        delete from recovery_codes r using confirmed c where r.user_id = c.user_id
      ), given as (
        insert into recovery_codes (user_id, hash, created_at)
        select c.user_id, given.hash, $2::timestamptz from confirmed c, unnest($5::bytea[]) as given (hash)
      ), raised as (
        update sessions s set amr = $7::text[] from confirmed c
        where s.id = $6::uuid and s.user_id = c.user_id and s.ended_at is null
      ), ${confirmRecord.text}
      select 1 from changed`,
  },
  removeTotp: {
    name: 'factors.removeTotp',
    text: `with removed as (
        delete from totp_factors f where f.user_id = $1 and f.confirmed_at is not null returning f.user_id
      ), ${relist(without('totp'), 'from removed r where u.id = r.user_id')}, ${removeRecord.text}
      select 1 from changed`,
  },
  acceptStep: {
    name: 'factors.acceptStep',
    text: `update totp_factors set last_step = $3::integer
      where user_id = $1 and sealed_secret = $2 and confirmed_at is not null
        and (last_step is null or last_step < $3::integer)
      returning 1`,
  },
  setEmail: {
    name: 'factors.setEmail',
    text: `with ${relist(
      `case when $3::boolean then array_append(${without('email')}, 'email') else ${without('email')} end`,
      `where u.id = $1 and $3::boolean <> ('email' = any(u.second_factors)) and (u.email_verified or not $3::boolean)`,
    )}, ${emailRecord.text}
      select 1 from users u where u.id = $1 and (u.email_verified or not $3::boolean)`,
  },
  replaceRecoveryCodes: {
    name: 'factors.replaceRecoveryCodes',
    text: `with account as (
        select u.id from users u where u.id = $1 and cardinality(u.second_factors) > 0
      ), forgotten as (
        delete from recovery_codes r using account a where r.user_id = a.id
      )
      insert into recovery_codes (user_id, hash, created_at)
      select a.id, given.hash, $2::timestamptz from account a, unnest($3::bytea[]) as given (hash)
      returning 1`,
  },
  useRecoveryCode: {
    name: 'factors.useRecoveryCode',
    text: 'delete from recovery_codes where user_id = $1 and hash = $2 returning 1',
  },
  ...emailCodeStatements,
} satisfies Record<string, Statement>

/** Second factors on the given database. */
export function factorsOn(database: Database): Factors {
  const write = async (statement: Statement, values: readonly unknown[]) =>
    (await database.write(statement, values)).length > 0
  /** The account is locked by a statement of its own, so that the next one sees what others have written meanwhile. */
  const change = (statement: Statement, userId: string, values: readonly unknown[]) =>
    database.transaction(async (run) => {
      await run(factorStatements.lockAccount, [userId])
      return (await run(statement, [userId, ...values])).length > 0
    })
  return {
    async summary(userId) {
      if (!isUuid(userId)) return { recoveryCodes: 0 }
      const [row] = await database.read<{ count: number }>(factorStatements.summary, [userId])
      return { recoveryCodes: row?.count ?? 0 }
    },
    enrolTotp: (enrolled) => write(factorStatements.enrolTotp, factor.values(enrolled)),
    async findTotp(userId) {
      if (!isUuid(userId)) return null
      const [found] = await database.read(factorStatements.findTotp, [userId])
      return found ? readRow(totpColumns, 'f', found) : null
    },
    confirmTotp({ userId, sealedSecret, step, recoveryHashes, session }, { notice, activity }, now) {
      const values = [now, sealedSecret, step, recoveryHashes, session.id, session.amr]
      const record = [...confirmRecord.notice.values(notice), ...confirmRecord.activity.values(activity)]
      return change(factorStatements.confirmTotp, userId, [...values, ...record])
    },
    removeTotp(userId, { notice, activity }, now) {
      const record = [...removeRecord.notice.values(notice), ...removeRecord.activity.values(activity)]
      return change(factorStatements.removeTotp, userId, [now, ...record])
    },
    acceptStep: ({ userId, sealedSecret }, step) =>
      write(factorStatements.acceptStep, [userId, sealedSecret, step]),
    setEmail(userId, on, { notice, activity }, now) {
      const record = [...emailRecord.notice.values(notice), ...emailRecord.activity.values(activity)]
      return change(factorStatements.setEmail, userId, [now, on, ...record])
    },
    replaceRecoveryCodes: (userId, hashes, now) =>
      change(factorStatements.replaceRecoveryCodes, userId, [now, hashes]),
    useRecoveryCode: (userId, hash) => write(factorStatements.useRecoveryCode, [userId, hash]),
    ...emailCodesOn(database),
  }
}
