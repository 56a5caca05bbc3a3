import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'

/**
 * Reads the `resource` parameter (RFC 8707 §2): one absolute URI without fragment, which becomes the audience.
 *
 * @param parameter  as it came; a list when it was repeated or came as a JSON array
 * @returns null when it was not sent: the issuer is the audience; `invalid_target` when it is no such URI or more than one
 */
export function requestedResource(
  parameter: string | readonly string[] | undefined,
): string | null | Refusal {
  const [resource, ...more] = typeof parameter === 'string' ? [parameter] : (parameter ?? [])
  if (more.length > 0) return refuse('invalid_target', 'Only one resource can be asked for at a time')
  if (resource === undefined || resource === '') return null
  return isAbsoluteUri(resource)
    ? resource
    : refuse('invalid_target', 'resource must be an absolute URI without fragment')
}

/**
 * Decides whether a token request may name this `resource`: only the one the user's grant was given for (RFC 8707 §2.2).
 *
 * @param granted  null when the grant named none
 */
export function checkGrantedResource(
  parameter: string | readonly string[] | undefined,
  granted: string | null,
): Refusal | null {
  const requested = requestedResource(parameter)
  if (requested === null || requested === granted) return null
  if (typeof requested !== 'string') return requested
  return refuse('invalid_target', 'resource differs from the one that was granted')
}

/** `absolute-URI` of RFC 3986 §4.3, in the spelling a URL parser would give it back, or close to it: it must parse at all. */
function isAbsoluteUri(text: string): boolean {
  if (text.length > 2048) return false
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~:/?[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+$/.test(text))
    return false
  return URL.canParse(text)
}
