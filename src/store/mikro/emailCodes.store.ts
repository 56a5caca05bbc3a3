import { emailCodeTries, type EmailCode } from '../../domain/account/emailCode.ts'
import { after } from '../../domain/moment.ts'
import type { Factors } from '../factors.ts'
import { slots, type Columns } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { addInTurn, jobSlots } from './jobs.store.ts'

/** `email_codes`, without the count of tries. */
const columns: Columns<EmailCode> = {
  userId: 'uuid',
  hash: 'bytea',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
}

const code = slots(columns, 1)
const mail = jobSlots(code.next)
const most = `$${mail.next}::integer`
const since = `$${mail.next + 1}::timestamptz`

/** The statements, by port method. */
export const emailCodeStatements = {
  // Beyond its quota an address gets no mail, and then the code that it got before has to go on working.
  addEmailCode: {
    name: 'factors.addEmailCode',
    text: `with mailed as (
        insert into jobs (${mail.names}, attempts)
        select ${mail.parameters}, 0
        where ${most} > (
          select count(*) from jobs j
          where j.subject = ${mail.at('subject')} and j.kind = ${mail.at('kind')} and j.created_at > ${since}
        )
        returning 1
      )
      insert into email_codes (${code.names}) select ${code.parameters} from mailed
      on conflict (user_id) do update set hash = excluded.hash, created_at = excluded.created_at,
        expires_at = excluded.expires_at, tries = 0
      returning 1`,
  },
  // A code that was right is as dead as one that was tried too often.
  useEmailCode: {
    name: 'factors.useEmailCode',
    text: `with tried as (
        update email_codes set tries = case when hash = any($2::bytea[]) then ${emailCodeTries} else tries + 1 end
        where user_id = $1 and tries < ${emailCodeTries} and expires_at > $3::timestamptz
        returning hash = any($2::bytea[]) as is_right
      )
      select 1 from tried where is_right`,
  },
} satisfies Record<string, Statement>

/** Mailed codes on the given database. */
export function emailCodesOn(database: Database): Pick<Factors, 'addEmailCode' | 'useEmailCode'> {
  return {
    async addEmailCode(added, job, quota) {
      const from = after(job.createdAt, -quota.seconds)
      const values = [...code.values(added), ...mail.values(job), quota.most, from]
      return addInTurn(job, (run) => run(emailCodeStatements.addEmailCode, values), database)
    },
    async useEmailCode(userId, hashes, now) {
      const values = [userId, hashes, now]
      return (await database.write(emailCodeStatements.useEmailCode, values)).length === 1
    },
  }
}
