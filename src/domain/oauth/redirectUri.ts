import type { InvalidMember } from '../refusal.ts'

const maxLength = 2048

/** Parameters an answer adds. A registered URI that brings one of them would make the answer ambiguous. */
const responseParameters: readonly string[] = [
  'code',
  'state',
  'iss',
  'error',
  'error_description',
  'error_uri',
  'access_token',
  'token_type',
  'expires_in',
  'scope',
  'id_token',
  'response',
]

/**
 * Decides whether a redirect URI may be registered: https anywhere; http only on this very machine (RFC 8252 §7.3); a
 * private-use scheme only when it is built from a domain name (RFC 8252 §7.1). Since a request has to repeat it exactly,
 * every spelling that a browser would rewrite is refused here.
 *
 * @returns what it must be, or null when it may
 */
export function checkRedirectUri(uri: string): InvalidMember['message'] | null {
  if (uri.length > maxLength) return `must be at most ${maxLength} characters`
  if (!/^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/.test(uri))
    return 'must be a URI (RFC 3986)'
  if (uri.includes('#')) return 'must not have a fragment (RFC 6749 section 3.1.2)'
  if (uri.includes('*')) return 'must not have a wildcard: redirect URIs are compared exactly'
  if (/%(?:[01][0-9a-f]|7f)/i.test(uri)) return 'must not have control characters'
  return checkParsed(uri)
}

function checkParsed(uri: string): InvalidMember['message'] | null {
  const url = URL.parse(uri)
  if (url === null) return 'must be an absolute URI'
  const scheme = checkScheme(url, uri)
  if (scheme !== null) return scheme
  if (/^[^:]*:\/\/[^/?]*@/.test(uri)) return 'must not have user information'
  // `https://example.com` is the one shortening that a browser spells out without changing what it means.
  if (url.href !== uri && url.href !== `${uri}/`) return `must be written in its normal form`
  if (url.hostname.endsWith('.')) return 'must not have a host that ends with a dot'
  if (/%(?:2e|2f|5c)/i.test(url.pathname)) return 'must not have encoded dots or slashes in its path'
  if (responseParameters.some((name) => url.searchParams.has(name)))
    return 'must not have a query parameter that belongs to the answer'
  return null
}

function checkScheme(url: URL, uri: string): InvalidMember['message'] | null {
  if (url.protocol === 'https:') return null
  if (url.protocol === 'http:')
    return ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
      ? null
      : 'must use https unless the host is 127.0.0.1, [::1] or localhost'
  // The dot keeps out javascript:, data:, file: and every other scheme that means something to a browser.
  return /^[a-z][a-z0-9+-]*(?:\.[a-z0-9+-]+)+:\//.test(uri)
    ? null
    : 'must use https or a private-use scheme with a dot such as com.example.app:/callback'
}

/**
 * Decides whether a request's redirect URI is a registered one: the exact same string (RFC 9700 §4.1.3). Only the port of
 * the loopback addresses 127.0.0.1 and [::1] is free (RFC 8252 §7.3), not that of `localhost`, which may resolve elsewhere.
 */
export function matchesRedirectUri(registered: readonly string[], presented: string): boolean {
  if (registered.includes(presented)) return true
  const portless = withoutLoopbackPort(presented)
  return portless !== null && registered.some((uri) => withoutLoopbackPort(uri) === portless)
}

/** A loopback URI with its port cut out, null for any other URI. */
function withoutLoopbackPort(uri: string): string | null {
  const match = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::([1-9][0-9]{0,4}))?((?:[/?].*)?)$/.exec(uri)
  if (match === null || Number(match[2] ?? 80) > 65535) return null
  return `${match[1]}${match[3]}`
}

/**
 * Adds an answer's parameters to a redirect URI, form-encoded (RFC 6749 §4.1.2, §4.2.2, Appendix B). A query the URI
 * already has is kept (RFC 6749 §3.1.2).
 *
 * @param params  in the order they shall stand; undefined ones are left out
 * @param mode    `query`, or `fragment` which the browser keeps from the server
 */
export function appendToRedirectUri(
  uri: string,
  params: Readonly<Record<string, string | undefined>>,
  mode: 'query' | 'fragment',
): string {
  const added = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) if (value !== undefined) added.append(name, value)
  if (mode === 'fragment') return `${uri}#${added}`
  if (!uri.includes('?')) return `${uri}?${added}`
  return /[?&]$/.test(uri) ? `${uri}${added}` : `${uri}&${added}`
}
