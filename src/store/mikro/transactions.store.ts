import type { AuthorizationTransaction } from '../../domain/oauth/transaction.ts'
import type { Transactions } from '../transactions.ts'
import { readRow, selection, slots, type Columns } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'

/** `authorization_transactions` */
const columns: Columns<AuthorizationTransaction> = {
  hash: 'bytea',
  browserHash: 'bytea',
  parameters: 'jsonb',
  createdAt: 'timestamptz',
  expiresAt: 'timestamptz',
  consumedAt: 'timestamptz',
}

const row = slots(columns, 1)

/** The statements, by port method. */
export const transactionStatements = {
  // Two go for each that comes, so the table shrinks; whoever else is removing the same ones is not waited for.
  create: {
    name: 'transactions.create',
    text: `with forgotten as (
        delete from authorization_transactions where hash in (
          select hash from authorization_transactions where expires_at < $${row.next}::timestamptz
          order by expires_at limit 2 for update skip locked)
      )
      insert into authorization_transactions (${row.names}) values (${row.parameters})`,
  },
  find: {
    name: 'transactions.find',
    text: `select ${selection(columns, 't')} from authorization_transactions t where t.hash = $1`,
  },
  bind: {
    name: 'transactions.bind',
    text: 'update authorization_transactions set browser_hash = $2 where hash = $1 and browser_hash is null',
  },
  consume: {
    name: 'transactions.consume',
    text: `update authorization_transactions set consumed_at = $2::timestamptz
      where hash = $1 and consumed_at is null and expires_at > $2::timestamptz returning 1`,
  },
} satisfies Record<string, Statement>

/** Authorizations under way on the given database. */
export function transactionsOn(database: Database): Transactions {
  return {
    async create(transaction, forgetBefore) {
      await database.write(transactionStatements.create, [...row.values(transaction), forgetBefore])
    },
    async find(hash) {
      const [found] = await database.read(transactionStatements.find, [hash])
      return found ? readRow(columns, 't', found) : null
    },
    async bind(hash, browserHash) {
      await database.write(transactionStatements.bind, [hash, browserHash])
    },
    async consume(hash, now) {
      return (await database.write(transactionStatements.consume, [hash, now])).length === 1
    },
  }
}
