import type { Context } from '../context.ts'
import { pageUri, refuseFinished } from '../domain/oauth/transaction.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { answerAuthorization } from './answerAuthorization.ts'
import { assessAuthorization, type AuthorizationStand } from './assessAuthorization.ts'
import type { OpenTransaction } from './openTransaction.ts'

/**
 * Takes an authorization one step further.
 *
 * It is consumed before anything comes of it: of two clicks one gets the code, and whoever is interrupted in between gets none
 * and begins again.
 *
 * @returns where the browser goes on, a page of ours or the app; or a refusal for a page
 */
export async function advanceAuthorization(
  { id, transaction }: OpenTransaction,
  given: Pick<AuthorizationStand, 'signedIn' | 'consent'>,
  now: Date,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'random'>,
): Promise<string | Refusal> {
  const { parameters, createdAt } = transaction
  const { issuer } = context.config
  const assessment = await assessAuthorization({ parameters, startedAt: createdAt, ...given }, now, context)
  if (isRefusal(assessment)) return assessment
  if (assessment.outcome === 'sign_in') return pageUri('signin', id, issuer)
  if (assessment.outcome === 'consent') return pageUri('consent', id, issuer)
  const isMine = await context.store.transactions.consume(transaction.hash, now)
  return isMine
    ? answerAuthorization(assessment, parameters, now, context)
    : refuseFinished(transaction, issuer)
}
