/**
 * The page of ours that a path and query lead to. Whatever leads elsewhere (another origin, `//host`, backslashes, a scheme) is
 * none, so that no form of ours becomes an open redirector (RFC 9700 §4.11).
 *
 * @param text  as it came, below the issuer; undefined: nothing came
 * @returns an absolute URL of ours, or null
 */
export function returnUri(text: string | undefined, issuer: string): string | null {
  if (text === undefined || !text.startsWith('/')) return null
  const { origin } = new URL(issuer)
  if (!URL.canParse(text, origin)) return null
  const url = new URL(text, origin)
  // The path is resolved before it goes under the issuer's, so that no `..` leads out of that.
  return url.origin === origin ? `${issuer}${url.pathname}${url.search}${url.hash}` : null
}
