import type { Context } from '../context.ts'
import { after } from '../domain/moment.ts'
import {
  rememberedSeconds,
  type AuthorizationTransaction,
  type StoredParameters,
} from '../domain/oauth/transaction.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'

/**
 * Stores an authorization request for the time that the person needs.
 *
 * @param browserSecret  the browser it belongs to; null: it came by form, and the browser that goes on first will be it
 * @returns the id for URLs and forms
 */
export async function startTransaction(
  parameters: StoredParameters,
  browserSecret: string | null,
  now: Date,
  { store, random, config }: Pick<Context, 'store' | 'random' | 'config'>,
): Promise<string> {
  const id = formatSecret('transaction', random.bytes(32))
  const transaction: AuthorizationTransaction = {
    hash: hashSecret(id),
    browserHash: browserSecret === null ? null : hashSecret(browserSecret),
    parameters,
    createdAt: now,
    expiresAt: after(now, config.lifetimes.authorizationTransactionSeconds),
    consumedAt: null,
  }
  await store.transactions.create(transaction, after(now, -rememberedSeconds))
  return id
}
