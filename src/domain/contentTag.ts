import { createHash } from 'node:crypto'

/**
 * Names bytes by what they are: the SHA-256 in base64url, cut to 22 characters (132 bits). In quotes it is their strong
 * `ETag` (RFC 9110 §8.8.3); in a URL it changes when they do.
 */
export function contentTag(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
}
