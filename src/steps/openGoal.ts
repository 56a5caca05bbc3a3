import type { Context } from '../context.ts'
import { goalOf, type Goal } from '../domain/browser/goal.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import type { BrowserRequest } from './findSignedIn.ts'
import { knowBrowser, type Browser } from './knowBrowser.ts'
import { openSignIn, type OpenSignIn } from './openSignIn.ts'

/** What somebody signs in for, with all that the pages on the way there need. */
export type OpenGoal = {
  readonly goal: Goal
  /** the app that waits; null: a page of ours */
  readonly waiting: OpenSignIn | null
  readonly browser: Browser
  /** languages that the app asks for */
  readonly uiLocales: string | undefined
}

/**
 * Finds what a page or a form on the way to a sign-in is for: an authorization that this browser has started, or a page of ours,
 * for which any browser will do.
 */
export async function openGoal(
  given: Parameters<typeof goalOf>[0],
  request: BrowserRequest,
  context: Pick<Context, 'store' | 'config' | 'keys' | 'subjectKey' | 'random'>,
): Promise<OpenGoal | Refusal> {
  const goal = goalOf(given)
  if (given.transaction === undefined)
    return { goal, waiting: null, browser: knowBrowser(request, context), uiLocales: undefined }
  const waiting = await openSignIn(given.transaction, request, context)
  if (isRefusal(waiting)) return waiting
  const browser = { secret: waiting.browserSecret, setCookie: null }
  return { goal, waiting, browser, uiLocales: waiting.transaction.parameters.ui_locales }
}
