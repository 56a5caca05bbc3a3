import { contentTag } from '../domain/contentTag.ts'

/** The strong validator of an answer: it names its bytes (RFC 9110 §8.8.3). */
export function etagOf(bytes: Uint8Array): string {
  return `"${contentTag(bytes)}"`
}

/** True when `If-None-Match` names these bytes: the client has them already (RFC 9110 §13.1.2). */
export function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
}
