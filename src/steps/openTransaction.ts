import type { Context } from '../context.ts'
import { readCookie } from '../domain/browser/cookie.ts'
import { checkTransaction, type AuthorizationTransaction } from '../domain/oauth/transaction.ts'
import type { Refusal } from '../domain/refusal.ts'
import { hashSecret, kindOfSecret } from '../domain/token/secret.ts'
import type { BrowserRequest } from './findSignedIn.ts'
import { leadBack } from './leadBack.ts'

/** An authorization that goes on in this browser. */
export type OpenTransaction = {
  /** what pages and forms carry; only its hash is stored */
  readonly id: string
  readonly transaction: AuthorizationTransaction
  /** the value of the browser's secret cookie */
  readonly browserSecret: string
}

/** Finds an authorization by the id that a page or a form carries, if it may go on in this browser. */
export async function openTransaction(
  id: string | undefined,
  { cookies, now }: BrowserRequest,
  { store, config }: Pick<Context, 'store' | 'config'>,
): Promise<OpenTransaction | Refusal> {
  const browserSecret = readCookie('browser', cookies, config.issuer)
  const isOurs = id !== undefined && kindOfSecret(id) === 'transaction'
  const transaction = isOurs ? await store.transactions.find(hashSecret(id)) : null
  const browserHash = browserSecret === null ? null : hashSecret(browserSecret)
  const refusal = checkTransaction(transaction, browserHash, config.issuer, now)
  if (refusal === null) return { id: id!, transaction: transaction!, browserSecret: browserSecret! }
  return leadBack(refusal, transaction, now, { store })
}
