import type { OperatorTokens } from '../operatorTokens.ts'
import { readRow, selection } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { operatorTokenColumns } from './rows.ts'
import { isUuid } from './shape.ts'

/** The statements, by port method. */
export const operatorTokenStatements = {
  find: {
    name: 'operatorTokens.find',
    text: `select ${selection(operatorTokenColumns, 't')} from operator_tokens t where t.hash = $1`,
  },
  touch: {
    name: 'operatorTokens.touch',
    text: `update operator_tokens set last_used_at = $2::timestamptz
      where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
  },
} satisfies Record<string, Statement>

/** The operator's tokens on the given database. */
export function operatorTokensOn(database: Database): OperatorTokens {
  return {
    async find(hash) {
      const [found] = await database.read(operatorTokenStatements.find, [hash])
      return found ? readRow(operatorTokenColumns, 't', found) : null
    },
    async touch(tokenId, now) {
      if (isUuid(tokenId)) await database.write(operatorTokenStatements.touch, [tokenId, now])
    },
  }
}
