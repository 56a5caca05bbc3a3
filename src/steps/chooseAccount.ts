import type { Context } from '../context.ts'
import { refuseFinished, withoutChoice } from '../domain/oauth/transaction.ts'
import type { Refusal } from '../domain/refusal.ts'
import { hashSecret } from '../domain/token/secret.ts'
import { leadBack } from './leadBack.ts'
import type { OpenTransaction } from './openTransaction.ts'
import { startTransaction } from './startTransaction.ts'

/**
 * Notes that the account was chosen: the authorization goes on as one that does not ask for a choice. The one before is over, so
 * that it is answered once.
 */
export async function chooseAccount(
  { transaction, browserSecret }: OpenTransaction,
  now: Date,
  context: Pick<Context, 'store' | 'random' | 'config'>,
): Promise<OpenTransaction | Refusal> {
  const isMine = await context.store.transactions.consume(transaction.hash, now)
  if (!isMine) return leadBack(refuseFinished(transaction, context.config.issuer), transaction, now, context)
  const parameters = withoutChoice(transaction.parameters)
  const id = await startTransaction(parameters, browserSecret, now, context)
  const hash = hashSecret(id)
  const stored = await context.store.transactions.find(hash)
  return { id, transaction: stored!, browserSecret }
}
