import type { User } from '../../domain/account/user.ts'
import type { Belongings, Operator } from '../operator.ts'
import { readRow, selection } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { userColumns } from './rows.ts'
import { isText, isUuid } from './shape.ts'

const selected = selection(userColumns, 'u')
const later = `greatest($2::timestamptz, u.updated_at + interval '1 millisecond')`

const statements = {
  list: {
    name: 'operator.listUsers',
    text: `select ${selected} from users u
      where u.id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by u.id desc limit $1`,
  },
  find: { name: 'operator.findUser', text: `select ${selected} from users u where u.id = $1` },
  findByKey: {
    name: 'operator.findUserByKey',
    text: `select ${selected} from users u where u.email_key = $1`,
  },
  count: {
    name: 'operator.countBelongings',
    text: `select
      (select count(*)::int from sessions where user_id = $1 and ended_at is null and expires_at > $2) as sessions,
      (select count(*)::int from clients where owner_id = $1) as apps,
      (select count(*)::int from app_passwords where user_id = $1 and (expires_at is null or expires_at > $2))
        as "appPasswords",
      (select count(distinct client_id)::int from grants where user_id = $1 and revoked_at is null)
        as "connectedApps"`,
  },
  suspend: {
    name: 'operator.suspendUser',
    text: `update users u set suspended_at = coalesce(u.suspended_at, $2), updated_at = ${later}
      where u.id = $1 returning ${selected}`,
  },
  endSessions: {
    name: 'operator.endSessions',
    text: 'update sessions set ended_at = $2 where user_id = $1 and ended_at is null',
  },
  unsuspend: {
    name: 'operator.unsuspendUser',
    text: `update users u set suspended_at = null, updated_at = ${later} where u.id = $1 returning ${selected}`,
  },
  lock: { name: 'operator.lockUser', text: 'select u.id from users u where u.id = $1 for update' },
  // Links have no foreign key, because those of registrations have no account yet.
  removeLinks: { name: 'operator.deleteLinks', text: 'delete from links where account_id = $1' },
  remove: { name: 'operator.deleteUser', text: 'delete from users where id = $1 returning 1' },
} satisfies Record<string, Statement>

type OfUsers = 'listUsers' | 'findUser' | 'countBelongings' | 'suspendUser' | 'unsuspendUser' | 'deleteUser'

/** The operator's view of accounts: by statements, as everything that knows addresses. */
export function operatorUsersOn(database: Database): Pick<Operator, OfUsers> {
  return {
    async listUsers(count, after) {
      if (after !== null && !isUuid(after)) return []
      return (await database.read(statements.list, [count, after])).map(userOf)
    },
    async findUser(reference) {
      const byId = 'id' in reference
      if (byId ? !isUuid(reference.id) : !isText(reference.emailKey)) return null
      const [found] = byId
        ? await database.read(statements.find, [reference.id])
        : await database.read(statements.findByKey, [reference.emailKey])
      return found ? userOf(found) : null
    },
    async countBelongings(userId, now) {
      const [row] = await database.read<Belongings>(statements.count, [userId, now])
      if (row === undefined) throw new Error('the database counted nothing')
      return row
    },
    suspendUser: (userId, now) =>
      database.transaction(async (run) => {
        if (!isUuid(userId)) return null
        // The account first: a sign-in that is being written holds its row, and the second statement then sees its session.
        const [changed] = await run(statements.suspend, [userId, now])
        await run(statements.endSessions, [userId, now])
        return changed ? userOf(changed) : null
      }),
    async unsuspendUser(userId, now) {
      if (!isUuid(userId)) return null
      const [changed] = await database.write(statements.unsuspend, [userId, now])
      return changed ? userOf(changed) : null
    },
    deleteUser: (userId) =>
      database.transaction(async (run) => {
        if (!isUuid(userId)) return false
        // In the order in which a reset locks them.
        await run(statements.lock, [userId])
        await run(statements.removeLinks, [userId])
        return (await run(statements.remove, [userId])).length === 1
      }),
  }
}

function userOf(row: Readonly<Record<string, unknown>>): User {
  return readRow(userColumns, 'u', row)
}
