import type { Context } from '../context.ts'
import { formatCookieValue, readCookie, writeCookie } from '../domain/browser/cookie.ts'

/** The browser's secret, with the cookie to set when it brought none. */
export type Browser = { readonly secret: string; readonly setCookie: string | null }

/** Knows the browser again by its secret cookie, or gives it one. */
export function knowBrowser(
  { cookies }: { readonly cookies: Readonly<Record<string, string>> },
  { random, config }: Pick<Context, 'random' | 'config'>,
): Browser {
  const known = readCookie('browser', cookies, config.issuer)
  if (known !== null) return { secret: known, setCookie: null }
  const secret = formatCookieValue(random.bytes(32))
  return { secret, setCookie: writeCookie('browser', secret, config.issuer) }
}
