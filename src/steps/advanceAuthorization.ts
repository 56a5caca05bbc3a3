import type { Context } from '../context.ts'
import type { AuthorizationAnswer } from '../domain/oauth/authorizationResponse.ts'
import { pageUri, refuseFinished } from '../domain/oauth/transaction.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { answerAuthorization } from './answerAuthorization.ts'
import { assessAuthorization, type AuthorizationStand } from './assessAuthorization.ts'
import { leadBack } from './leadBack.ts'
import type { OpenTransaction } from './openTransaction.ts'

/** How the browser goes on: to a page of ours, or to the app. `refusal` is the error that the app is told there, null when none. */
export type Advance = {
  readonly next: { readonly page: string } | AuthorizationAnswer
  readonly refusal: Refusal | null
}

/**
 * Takes an authorization one step further.
 *
 * It is consumed before anything comes of it: of two clicks one gets the code, and whoever is interrupted in between gets none
 * and begins again.
 *
 * @param errorUri  the page that explains an error to a developer
 * @returns how the browser goes on; or a refusal for a page
 */
export async function advanceAuthorization(
  { id, transaction }: OpenTransaction,
  given: Pick<AuthorizationStand, 'signedIn' | 'consent'>,
  now: Date,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'random' | 'subjectKey'>,
  errorUri: (refusal: Refusal) => string,
): Promise<Advance | Refusal> {
  const { parameters, createdAt } = transaction
  const { issuer } = context.config
  const assessment = await assessAuthorization({ parameters, startedAt: createdAt, ...given }, now, context)
  if (isRefusal(assessment)) return assessment
  if (assessment.outcome === 'sign_in')
    return { next: { page: pageUri(assessment.by, id, issuer) }, refusal: null }
  if (assessment.outcome === 'consent')
    return { next: { page: pageUri('consent', id, issuer) }, refusal: null }
  const isMine = await context.store.transactions.consume(transaction.hash, now)
  if (!isMine) return leadBack(refuseFinished(transaction, issuer), transaction, now, context)
  const refusal = assessment.outcome === 'fail' ? assessment.refusal : null
  const uri = refusal === null ? undefined : errorUri(refusal)
  return { next: await answerAuthorization(assessment, parameters, now, context, uri), refusal }
}
