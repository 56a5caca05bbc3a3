import type { AppPassword, AppPasswordFacts } from '../../domain/account/appPassword.ts'
import type { AppPasswords } from '../appPasswords.ts'
import { StoreUnavailable } from '../store.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { appPasswordColumns, userColumns } from './rows.ts'
import { isUuid } from './shape.ts'

type StoredAppPassword = { readonly hash: Buffer } & AppPassword

const row = slots<StoredAppPassword>({ hash: 'bytea', ...appPasswordColumns }, 1)
const given = {
  most: `$${row.next}::integer`,
  now: `$${row.next + 1}::timestamptz`,
  sessionId: `$${row.next + 2}::uuid`,
}
const own = selection(appPasswordColumns, 'p')
const found = `select ${own}, ${selection(userColumns, 'u')}
      from app_passwords p join users u on u.id = p.user_id`

/** The statements, by port method. */
export const appPasswordStatements = {
  // Whoever holds the account's row counts alone. A reset of its password holds it too: what that ended adds nothing, which
  // only a statement of its own, begun after the wait, can see.
  lockOwner: {
    name: 'appPasswords.lockOwner',
    text: 'select u.id from users u where u.id = $1 for no key update',
  },
  add: {
    name: 'appPasswords.add',
    text: `with expired as (
        delete from app_passwords p where p.user_id = ${row.at('userId')} and p.expires_at <= ${given.now}
      ), held as (
        select count(*) as live from app_passwords p
        where p.user_id = ${row.at('userId')} and (p.expires_at is null or p.expires_at > ${given.now})
      ), asked as (
        select ${given.sessionId} is null or exists (
          select 1 from sessions s where s.id = ${given.sessionId} and s.ended_at is null
        ) as goes_on
      ), added as (
        insert into app_passwords (${row.names}) select ${row.parameters} from held, asked
        where held.live < ${given.most} and asked.goes_on
        returning 1
      )
      select asked.goes_on as "goesOn", exists (select 1 from added) as added from asked`,
  },
  find: { name: 'appPasswords.find', text: `${found} where p.hash = $1` },
  findById: { name: 'appPasswords.findById', text: `${found} where p.id = $1` },
  list: {
    name: 'appPasswords.list',
    text: `select ${own} from app_passwords p where p.user_id = $1 order by p.created_at desc, p.id desc`,
  },
  listAll: {
    name: 'appPasswords.listAll',
    text: `${found} where p.id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by p.id desc limit $1`,
  },
  touch: {
    name: 'appPasswords.touch',
    text: `update app_passwords set last_used_at = $2::timestamptz
      where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
  },
  replaceSecret: {
    name: 'appPasswords.replaceSecret',
    text: `with replaced as (
        update app_passwords p set (${row.names}) = (${row.parameters})
        where p.id = ${row.at('id')} and p.user_id = ${row.at('userId')} returning p.id
      ), over as (
        delete from sessions s using replaced r where s.app_password_id = r.id
      )
      select 1 from replaced`,
  },
  delete: {
    name: 'appPasswords.delete',
    text: `delete from app_passwords where id = $1 and ($2::uuid is null or user_id = $2::uuid) returning 1`,
  },
} satisfies Record<string, Statement>

/** App passwords on the given database: what carries a hash goes by statements, whose parameters no log sees. */
export function appPasswordsOn(database: Database): AppPasswords {
  return {
    add: ({ appPassword, hash }, most, sessionId, now) =>
      database.transaction(async (run) => {
        const locked = await run(appPasswordStatements.lockOwner, [appPassword.userId])
        const values = [...row.values({ hash, ...appPassword }), most, now, sessionId]
        const [done] = await run<{ goesOn: boolean; added: boolean }>(appPasswordStatements.add, values)
        if (locked.length === 0 || !done?.goesOn)
          throw new StoreUnavailable('the account or its session has ended meanwhile')
        return done.added ? 'added' : 'full'
      }),
    async find(hash) {
      const [one] = await database.read(appPasswordStatements.find, [hash])
      return one ? factsOf(one) : null
    },
    async findById(appPasswordId) {
      if (!isUuid(appPasswordId)) return null
      const [one] = await database.read(appPasswordStatements.findById, [appPasswordId])
      return one ? factsOf(one) : null
    },
    async list(userId) {
      if (!isUuid(userId)) return []
      const rows = await database.read(appPasswordStatements.list, [userId])
      return rows.map((one) => readRow(appPasswordColumns, 'p', one))
    },
    async listAll(count, after) {
      if (after !== null && !isUuid(after)) return []
      return (await database.read(appPasswordStatements.listAll, [count, after])).map(factsOf)
    },
    async touch(appPasswordId, now) {
      if (isUuid(appPasswordId)) await database.write(appPasswordStatements.touch, [appPasswordId, now])
    },
    async replaceSecret({ appPassword, hash }) {
      const values = row.values({ hash, ...appPassword })
      return (await database.write(appPasswordStatements.replaceSecret, values)).length === 1
    },
    async delete(appPasswordId, userId) {
      if (!isUuid(appPasswordId) || (userId !== null && !isUuid(userId))) return false
      return (await database.write(appPasswordStatements.delete, [appPasswordId, userId])).length === 1
    },
  }
}

function factsOf(one: Readonly<Record<string, unknown>>): AppPasswordFacts {
  return { appPassword: readRow(appPasswordColumns, 'p', one), user: readRow(userColumns, 'u', one) }
}
