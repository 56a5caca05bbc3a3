import type { FastifyRequest } from 'fastify'
import { operations } from '../../generated/operations.gen.ts'
import type { Context } from '../context.ts'
import { readCookie } from '../domain/browser/cookie.ts'
import { checkForm } from '../domain/browser/formToken.ts'
import { signInUri } from '../domain/browser/signInUri.ts'
import { noTokenReason, refuse, type Refusal } from '../domain/refusal.ts'
import { findSignedIn } from '../steps/findSignedIn.ts'
import { cookiesOf } from './cookies.ts'
import type { Answer, BrowserPrincipal, OperationEntry } from './operation.ts'

/** Whether an operation is a page of somebody who is signed in in a browser. */
export function isForSignedIn({ security }: Pick<OperationEntry, 'security'>): boolean {
  return security.some((requirement) => 'browserSession' in requirement)
}

/** Resolves who sits at a browser, by its session cookie; whatever is wrong with it, nobody does. */
export async function resolveBrowser(
  { headers }: Pick<FastifyRequest, 'headers'>,
  now: Date,
  context: Context,
): Promise<BrowserPrincipal | Refusal> {
  const cookies = cookiesOf(headers.cookie)
  const cookie = readCookie('session', cookies, context.config.issuer)
  const signedIn = cookie === null ? null : await findSignedIn({ cookies, now }, context)
  if (cookie === null || signedIn === null)
    return refuse('invalid_token', 'Nobody is signed in in this browser', noTokenReason)
  return { kind: 'browser', ...signedIn, cookie }
}

/**
 * Leads whoever is not signed in, or has to prove it anew, to the page for that, which leads back: to the page that was asked
 * for, or the one that the form was on. A form that was sent is not kept: what it asks for is asked again.
 */
export function leadToSignIn(
  refusal: Refusal,
  { method, url }: Pick<FastifyRequest, 'method' | 'url'>,
  issuer: string,
): Answer {
  const page = refusal.code === 'insufficient_user_authentication' ? 'signin/again' : 'signin'
  const path = method === 'GET' ? url : pageAround(url)
  return { status: 303, body: undefined, headers: { location: signInUri(page, path, issuer) }, refusal }
}

/**
 * Decides whether a form comes from our own page, as shown in this very session: its token fits the session's cookie and the
 * path that it is sent to, so that a form can be sent nowhere else, and by nobody who signed in later in the same browser.
 */
export function checkAccountForm(
  { method, url, headers, body }: Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'body'>,
  { cookie }: BrowserPrincipal,
  issuer: string,
): Refusal | null {
  if (method !== 'POST') return null
  const path = pathOf(url)
  const { form_token: formToken } = body as { readonly form_token: string }
  const origin = { origin: headers.origin, fetchSite: headers['sec-fetch-site'] }
  const subject = { purpose: 'account', subject: path } as const
  const foreign = checkForm({ ...origin, formToken, browserSecret: cookie }, subject, issuer)
  if (foreign === null) return null
  return { ...foreign, page: { message: 'form_outdated', startAgainUri: `${issuer}${pageAround(path)}` } }
}

/** What stands for a parameter: an identifier as we make them, because nothing else of a request goes into an error. */
const identifier = String.raw`(?:[\da-f-]{36}|app_[\w-]+)`

/** The paths of pages. */
const pages = Object.values(operations)
  .filter((entry) => entry.method === 'GET' && isForSignedIn(entry))
  .map(({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, identifier)}$`))

/** The page that a form with this path is on: the nearest one above it. */
export function pageAround(url: string): string {
  let path = pathOf(url)
  while (path !== '' && !pages.some((page) => page.test(path))) path = path.slice(0, path.lastIndexOf('/'))
  return path === '' ? '/account' : path
}

function pathOf(url: string): string {
  return url.split('?')[0]!
}
