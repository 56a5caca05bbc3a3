import type { Context } from '../context.ts'
import type { Device } from '../domain/account/session.ts'
import { returnUri } from '../domain/browser/returnPath.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { advanceAuthorization, type Advance } from './advanceAuthorization.ts'
import type { BrowserRequest } from './findSignedIn.ts'
import type { OpenGoal } from './openGoal.ts'
import type { Proven } from './signIn.ts'
import { startBrowserSession } from './startBrowserSession.ts'

/** How the browser goes on, with the cookie of its new session. */
export type Arrival = Advance & { readonly setCookie: string }

/** Opens a session in the browser for somebody who has proven who they are, and goes on to what they came for. */
export async function arrive(
  { goal, waiting }: OpenGoal,
  { user, amr }: Proven,
  call: BrowserRequest & Device & { readonly errorUri: (refusal: Refusal) => string },
  context: Pick<Context, 'store' | 'config' | 'keys' | 'random' | 'subjectKey' | 'jobs' | 'sealing'>,
): Promise<Arrival | Refusal> {
  const { signedIn, setCookie } = await startBrowserSession(user, amr, call, context)
  if (waiting === null) {
    const { issuer } = context.config
    const page = returnUri(goal.returnTo, issuer) ?? `${issuer}/account`
    return { next: { page }, refusal: null, setCookie }
  }
  const step = await advanceAuthorization(waiting, { signedIn }, call.now, context, call.errorUri)
  return isRefusal(step) ? step : { ...step, setCookie }
}
