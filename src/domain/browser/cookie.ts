/** The cookies of ours, by what they carry: a secret of the browser, a session, what the next page has to say, or where somebody was going. */
export type CookieKind = 'browser' | 'session' | 'notice' | 'goal'

/** The forms in which we write their values: random bytes, what was sealed, and text as base64url. */
const forms: Readonly<Record<CookieKind, RegExp>> = {
  browser: /^[A-Za-z0-9_-]{43}$/,
  session: /^[A-Za-z0-9_-]{43}$/,
  notice: /^[A-Za-z0-9_-]{50,420}$/,
  goal: /^[A-Za-z0-9_-]{1,1000}$/,
}

/**
 * The name of a cookie. With an https issuer it has the prefix `__Host-` (RFC 6265bis §4.1.3.2): no other host, no
 * subdomain and nothing on plain http can have set it. On loopback http, where browsers refuse that prefix, it is bare.
 */
export function cookieName(kind: CookieKind, issuer: string): string {
  return `${prefix(issuer)}latchkey-${kind}`
}

/**
 * A cookie as `Set-Cookie` carries it (RFC 6265 §4.1). It ends with the browser; scripts do not see it; other sites only
 * send it along when they lead the whole window here by GET.
 */
export function writeCookie(kind: CookieKind, value: string, issuer: string): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax${isSecure(issuer) ? '; Secure' : ''}`
  return `${cookieName(kind, issuer)}=${value}; ${flags}`
}

/** The `Set-Cookie` that makes a browser forget one of our cookies. */
export function clearCookie(kind: CookieKind, issuer: string): string {
  return `${writeCookie(kind, '', issuer)}; Max-Age=0`
}

/**
 * Reads one of our cookies. A value that does not have the form in which we write them is none of ours.
 *
 * @returns null when there is none
 */
export function readCookie(
  kind: CookieKind,
  cookies: Readonly<Record<string, string>>,
  issuer: string,
): string | null {
  const value = cookies[cookieName(kind, issuer)]
  return value !== undefined && forms[kind].test(value) ? value : null
}

const languageSeconds = 365 * 86_400

/** The cookie that remembers which language somebody chose, for a year. It is no secret, and nobody is known by it. */
export function writeLanguage(tag: string, issuer: string): string {
  const flags = `Path=/; HttpOnly; SameSite=Lax${isSecure(issuer) ? '; Secure' : ''}`
  return `${prefix(issuer)}latchkey-language=${tag}; ${flags}; Max-Age=${languageSeconds}`
}

/** The language that somebody chose (RFC 5646); null: none. */
export function readLanguage(cookies: Readonly<Record<string, string>>, issuer: string): string | null {
  const tag = cookies[`${prefix(issuer)}latchkey-language`]
  return tag !== undefined && /^[a-z]{2}$/.test(tag) ? tag : null
}

/** The value of a cookie: random bytes as base64url. @param bytes  32 of them */
export function formatCookieValue(bytes: Buffer): string {
  return bytes.toString('base64url')
}

function prefix(issuer: string): string {
  return isSecure(issuer) ? '__Host-' : ''
}

function isSecure(issuer: string): boolean {
  return issuer.startsWith('https:')
}
