import type { User } from '../../domain/account/user.ts'
import type { Users } from '../users.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { userColumns } from './rows.ts'
import { isText, isUuid } from './shape.ts'

type StoredUser = User & { readonly emailKey: string; readonly passwordHash: string }

const row = slots<StoredUser>({ ...userColumns, emailKey: 'text', passwordHash: 'text' }, 1)

/** The statements, by port method. */
export const userStatements = {
  // A taken address is no error for PostgreSQL: a unique violation would print the address into its log.
  create: {
    name: 'users.create',
    text: `insert into users (${row.names}) values (${row.parameters})
      on conflict on constraint users_email_key_unique do nothing returning id`,
  },
  findByEmail: {
    name: 'users.findByEmail',
    text: `select ${selection(userColumns, 'u')}, u.password_hash from users u where u.email_key = $1`,
  },
  rehash: {
    name: 'users.rehash',
    text: 'update users set password_hash = $3 where id = $1 and password_hash = $2',
  },
} satisfies Record<string, Statement>

/** Accounts on the given database. */
export function usersOn(database: Database): Users {
  return {
    async create(user, emailKey, passwordHash) {
      const created = await database.write(
        userStatements.create,
        row.values({ ...user, emailKey, passwordHash }),
      )
      return created.length === 1 ? 'created' : 'exists'
    },
    async findByEmail(emailKey) {
      if (!isText(emailKey)) return null
      const [found] = await database.read(userStatements.findByEmail, [emailKey])
      if (!found) return null
      return { user: readRow(userColumns, 'u', found), passwordHash: String(found.password_hash) }
    },
    async rehash(userId, oldHash, newHash) {
      if (!isUuid(userId)) return
      await database.write(userStatements.rehash, [userId, oldHash, newHash])
    },
  }
}
