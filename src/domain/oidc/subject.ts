import { createHmac } from 'node:crypto'
import type { Client } from '../oauth/client.ts'

/**
 * The `sub` under which an app knows a user (OpenID Connect Core §8). A public subject is the user's id. A pairwise one is the
 * same for all apps of a sector and says nothing to any other: only whoever has the key can tell which user it is (§8.1).
 *
 * @param key  keeps subjects from being guessed; it must never change, or every user becomes a stranger to these apps
 */
export function subjectOf(
  { subjectType, sectorIdentifier }: Pick<Client, 'subjectType' | 'sectorIdentifier'>,
  userId: string,
  key: Buffer,
): string {
  if (subjectType === 'public') return userId
  // A NUL stands in neither, so no two pairs read the same.
  return createHmac('sha256', key)
    .update(`${sectorIdentifier ?? ''}\0${userId}`)
    .digest('base64url')
}
