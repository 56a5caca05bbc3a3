import type { Context } from '../context.ts'
import type { AuthorizationTransaction } from '../domain/oauth/transaction.ts'
import { withWayBack } from '../domain/oauth/wayBack.ts'
import type { Refusal } from '../domain/refusal.ts'

/**
 * Adds to the refusal of an authorization the way back to the app as it is now. Where the authorization is another browser's, or
 * none (`transaction_unknown`), nothing of it may be told.
 *
 * @param transaction  null when none was found
 */
export async function leadBack(
  refusal: Refusal,
  transaction: AuthorizationTransaction | null,
  now: Date,
  { store }: Pick<Context, 'store'>,
): Promise<Refusal> {
  if (transaction === null || refusal.page?.message === 'transaction_unknown') return refusal
  const { client_id: clientId = '', redirect_uri: redirectUri } = transaction.parameters
  const found = await store.clients.findByClientId(clientId, now)
  return withWayBack(refusal, found?.client ?? null, redirectUri)
}
