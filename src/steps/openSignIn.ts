import type { Context } from '../context.ts'
import type { AuthorizationRequest } from '../domain/oauth/authorizationRequest.ts'
import type { Client } from '../domain/oauth/client.ts'
import { refuseOutdated } from '../domain/oauth/transaction.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { assessAuthorization } from './assessAuthorization.ts'
import type { BrowserRequest } from './findSignedIn.ts'
import { leadBack } from './leadBack.ts'
import { openTransaction, type OpenTransaction } from './openTransaction.ts'

/** An authorization for which somebody signs in, with the app that waits for it. */
export type OpenSignIn = OpenTransaction & {
  readonly client: Client
  readonly request: AuthorizationRequest
}

/** Finds the authorization that a sign-in page belongs to. Who is signed in already does not matter: perhaps as the wrong one. */
export async function openSignIn(
  id: string | undefined,
  browser: BrowserRequest,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'subjectKey'>,
): Promise<OpenSignIn | Refusal> {
  const open = await openTransaction(id, browser, context)
  if (isRefusal(open)) return open
  const { parameters, createdAt } = open.transaction
  const stand = { parameters, signedIn: null, startedAt: createdAt }
  const assessment = await assessAuthorization(stand, browser.now, context)
  if (isRefusal(assessment)) return assessment
  if (assessment.outcome !== 'sign_in') {
    const outdated = refuseOutdated(open.transaction, context.config.issuer)
    return leadBack(outdated, open.transaction, browser.now, context)
  }
  const { client, request } = assessment
  return { ...open, client, request }
}
