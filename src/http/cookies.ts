/** What operations that are not for browsers see. */
export const noCookies: Readonly<Record<string, string>> = Object.freeze({})

/**
 * Reads a `Cookie` header (RFC 6265 §4.2.1). Of a repeated name the first counts: browsers send the one with the longest
 * path first. The object has no prototype: `__proto__` is a name like any other.
 */
export function cookiesOf(header: string | undefined): Readonly<Record<string, string>> {
  if (header === undefined) return noCookies
  const cookies = Object.create(null) as Record<string, string>
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at > 0 && !(name in cookies)) cookies[name] = pair.slice(at + 1).trim()
  }
  return cookies
}
