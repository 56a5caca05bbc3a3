import type { Context } from '../context.ts'
import { recallGoal, withGoal } from '../domain/browser/goal.ts'
import type { Onward } from '../domain/browser/onward.ts'
import { returnUri } from '../domain/browser/returnPath.ts'
import { pageUri } from '../domain/oauth/transaction.ts'
import { isRefusal } from '../domain/refusal.ts'
import { findSignedIn, type BrowserRequest } from './findSignedIn.ts'
import { openSignIn } from './openSignIn.ts'

/**
 * Finds where somebody was going before a mail led them here: to an app, while its authorization is alive in this browser, else
 * to a page of ours.
 */
export async function findOnward(
  request: BrowserRequest,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'subjectKey'>,
): Promise<Onward> {
  const { issuer } = context.config
  const { transaction, returnTo } = recallGoal(request.cookies, issuer)
  const waiting = transaction === '' ? null : await openSignIn(transaction, request, context)
  // The sign-in, also where the app asked for a registration: that has just been made.
  if (waiting !== null && !isRefusal(waiting))
    return { to: 'app', href: pageUri('signin', transaction, issuer), app: waiting.client.name }
  const page = returnUri(returnTo, issuer)
  const isSignedIn = (await findSignedIn(request, context)) !== null
  if (isSignedIn) return { to: 'account', href: page ?? `${issuer}/account`, app: null }
  const goal = { transaction: '', returnTo: page === null ? '' : returnTo }
  return { to: 'signIn', href: `${issuer}${withGoal('/signin', goal)}`, app: null }
}
