import type { OperatorToken } from '../../domain/oauth/operatorToken.ts'
import type { Operator } from '../operator.ts'
import { readRow, selection, slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { operatorTokenColumns } from './rows.ts'
import { isUuid } from './shape.ts'

type StoredToken = { readonly hash: Buffer } & OperatorToken

const row = slots<StoredToken>({ hash: 'bytea', ...operatorTokenColumns }, 1)
const selected = selection(operatorTokenColumns, 't')

const statements = {
  list: {
    name: 'operator.listTokens',
    text: `select ${selected} from operator_tokens t order by t.created_at desc, t.id desc`,
  },
  find: { name: 'operator.findToken', text: `select ${selected} from operator_tokens t where t.id = $1` },
  add: {
    name: 'operator.addToken',
    text: `insert into operator_tokens (${row.names}) values (${row.parameters})`,
  },
  replace: {
    name: 'operator.replaceTokenSecret',
    text: `update operator_tokens set (${row.names}) = (${row.parameters}) where id = ${row.at('id')} returning 1`,
  },
  remove: { name: 'operator.deleteToken', text: 'delete from operator_tokens where id = $1 returning 1' },
} satisfies Record<string, Statement>

type OfTokens = 'listTokens' | 'findToken' | 'addToken' | 'replaceTokenSecret' | 'deleteToken'

/** The operator's tokens: what carries a hash goes by statements, whose parameters no log sees. */
export function operatorSecretsOn(database: Database): Pick<Operator, OfTokens> {
  return {
    async listTokens() {
      const rows = await database.read(statements.list, [])
      return rows.map((found) => readRow(operatorTokenColumns, 't', found))
    },
    async findToken(tokenId) {
      if (!isUuid(tokenId)) return null
      const [found] = await database.read(statements.find, [tokenId])
      return found ? readRow(operatorTokenColumns, 't', found) : null
    },
    async addToken({ token, hash }) {
      await database.write(statements.add, row.values({ hash, ...token }))
    },
    async replaceTokenSecret({ token, hash }) {
      return (await database.write(statements.replace, row.values({ hash, ...token }))).length === 1
    },
    async deleteToken(tokenId) {
      return isUuid(tokenId) && (await database.write(statements.remove, [tokenId])).length === 1
    },
  }
}
