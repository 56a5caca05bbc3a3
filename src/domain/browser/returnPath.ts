/**
 * The page of ours that a path and query lead to. Whatever leads elsewhere (another origin, `//host`, backslashes, a scheme) is
 * none, so that no form of ours becomes an open redirector (RFC 9700 §4.11).
 *
 * @param text  as it came; undefined: nothing came
 * @param issuer  our own origin
 * @returns an absolute URL of ours, or null
 */
export function returnUri(text: string | undefined, issuer: string): string | null {
  if (text === undefined || !text.startsWith('/')) return null
  if (!URL.canParse(text, issuer)) return null
  const url = new URL(text, issuer)
  return url.origin === new URL(issuer).origin ? url.href : null
}
