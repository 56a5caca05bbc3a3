import type { MfaChallenge, MfaChallengeFacts } from '../../domain/account/mfa.ts'
import type { MfaChallenges } from '../mfaChallenges.ts'
import { readRow, selection, slots, type Columns } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { userColumns } from './rows.ts'

/** `mfa_challenges` */
const columns: Columns<MfaChallenge> = {
  hash: 'bytea',
  userId: 'uuid',
  userAsOf: 'timestamptz',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  tries: 'integer',
  consumedAt: 'timestamptz',
}

const row = slots(columns, 1)
const facts = `${selection(columns, 'c')}, ${selection(userColumns, 'u')}`

/** The statements, by port method. */
export const mfaChallengeStatements = {
  // In a browser the same sign-in may begin again: its challenge is found by what the browser holds, and begins anew.
  open: {
    name: 'mfaChallenges.open',
    text: `with swept as (
        delete from mfa_challenges o using (
          select hash from mfa_challenges
          where expires_at < ${row.at('createdAt')} - interval '1 hour' and hash <> ${row.at('hash')}
          limit 20 for update skip locked
        ) old where o.hash = old.hash
      )
      insert into mfa_challenges (${row.names})
      select ${row.parameters} where exists (select 1 from users u where u.id = ${row.at('userId')})
      on conflict (hash) do update set user_id = excluded.user_id, user_as_of = excluded.user_as_of,
        created_at = excluded.created_at, expires_at = excluded.expires_at, tries = 0, consumed_at = null`,
  },
  find: {
    name: 'mfaChallenges.find',
    text: `select ${facts} from mfa_challenges c join users u on u.id = c.user_id where c.hash = $1`,
  },
  countTry: {
    name: 'mfaChallenges.countTry',
    text: `update mfa_challenges c set tries = c.tries + 1 from users u
      where c.hash = $1 and u.id = c.user_id returning ${facts}`,
  },
  consume: {
    name: 'mfaChallenges.consume',
    text: `update mfa_challenges set consumed_at = $2::timestamptz
      where hash = $1 and consumed_at is null and expires_at > $2::timestamptz returning 1`,
  },
} satisfies Record<string, Statement>

/** Sign-ins between password and second factor on the given database. */
export function mfaChallengesOn(database: Database): MfaChallenges {
  return {
    async open(challenge) {
      await database.write(mfaChallengeStatements.open, row.values(challenge))
    },
    async find(hash) {
      return factsOf(await database.read(mfaChallengeStatements.find, [hash]))
    },
    async countTry(hash) {
      return factsOf(await database.write(mfaChallengeStatements.countTry, [hash]))
    },
    async consume(hash, now) {
      return (await database.write(mfaChallengeStatements.consume, [hash, now])).length === 1
    },
  }
}

function factsOf([found]: readonly Readonly<Record<string, unknown>>[]): MfaChallengeFacts | null {
  if (!found) return null
  return { challenge: readRow(columns, 'c', found), user: readRow(userColumns, 'u', found) }
}
