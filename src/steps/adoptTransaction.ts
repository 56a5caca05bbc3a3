import type { Context } from '../context.ts'
import { checkTransaction } from '../domain/oauth/transaction.ts'
import type { Refusal } from '../domain/refusal.ts'
import { hashSecret } from '../domain/token/secret.ts'
import type { Browser } from './knowBrowser.ts'
import { leadBack } from './leadBack.ts'
import type { OpenTransaction } from './openTransaction.ts'

/** Goes on with an authorization that came by form: from now on it belongs to this browser. */
export async function adoptTransaction(
  id: string,
  browser: Browser,
  now: Date,
  { store, config }: Pick<Context, 'store' | 'config'>,
): Promise<OpenTransaction | Refusal> {
  const [hash, browserHash] = [hashSecret(id), hashSecret(browser.secret)]
  await store.transactions.bind(hash, browserHash)
  const transaction = await store.transactions.find(hash)
  const refusal = checkTransaction(transaction, browserHash, config.issuer, now)
  if (refusal !== null) return leadBack(refusal, transaction, now, { store })
  return { id, transaction: transaction!, browserSecret: browser.secret }
}
