import { clearCookie, readCookie, writeCookie } from './cookie.ts'
import type { SignInPage } from '../oauth/interaction.ts'
import { pageUri } from '../oauth/transaction.ts'

/** What somebody signs in for, as pages and forms carry it. Neither: the account area. */
export type Goal = {
  /** the authorization that an app waits for; empty: none */
  readonly transaction: string
  /** path and query of the page of ours to come back to; empty: none, or an app waits */
  readonly returnTo: string
}

/** The goal that a request names. An app that waits comes before a page. */
export function goalOf(given: {
  readonly transaction?: string | undefined
  readonly return_to?: string | undefined
}): Goal {
  const { transaction = '', return_to: returnTo = '' } = given
  return { transaction, returnTo: transaction === '' ? returnTo : '' }
}

/** The members of a form that carry a goal on. */
export function goalFields({ transaction, returnTo }: Goal): Readonly<Record<string, string>> {
  return { ...(transaction !== '' && { transaction }), ...(returnTo !== '' && { return_to: returnTo }) }
}

/** A path of ours that carries a goal on. @param more  other parameters */
export function withGoal(path: string, goal: Goal, more: Readonly<Record<string, string>> = {}): string {
  const query = String(new URLSearchParams({ ...more, ...goalFields(goal) }))
  return query === '' ? path : `${path}?${query}`
}

/**
 * The page that begins anew with what somebody came for. A page to come back to is forgotten: it is text of the request, which
 * an error never repeats.
 *
 * @param page  the one that asked
 */
export function restartUri(page: SignInPage | 'signin/code', { transaction }: Goal, issuer: string): string {
  return transaction === '' ? `${issuer}/${page}` : pageUri(page, transaction, issuer)
}

/** Characters of a goal as a cookie: a page of ours with a longer query is not remembered. */
const longestKept = 1000

/**
 * The `Set-Cookie` that remembers where somebody was going while they look into their mailbox: the link there knows nothing of
 * it, and may be opened in another browser. Whoever was going nowhere forgets what was remembered before.
 */
export function rememberGoal(goal: Goal, issuer: string): string {
  const value = Buffer.from(String(new URLSearchParams(goalFields(goal)))).toString('base64url')
  const isKept = value !== '' && value.length <= longestKept
  return isKept ? writeCookie('goal', value, issuer) : clearCookie('goal', issuer)
}

/** Where somebody was going, as the browser remembers it. It is text of the browser: nothing says that one may go there. */
export function recallGoal(cookies: Readonly<Record<string, string>>, issuer: string): Goal {
  const value = readCookie('goal', cookies, issuer) ?? ''
  const fields = new URLSearchParams(Buffer.from(value, 'base64url').toString())
  return goalOf(Object.fromEntries(fields))
}
