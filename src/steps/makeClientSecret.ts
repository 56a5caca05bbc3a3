import type { Context } from '../context.ts'
import type { ClientSecret } from '../domain/oauth/client.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'

/** Makes the first secret of a client: its text for the one answer that shows it, and what is stored. */
export function makeClientSecret(
  now: Date,
  { random }: Pick<Context, 'random'>,
): { readonly text: string; readonly secret: ClientSecret } {
  const text = formatSecret('appSecret', random.bytes(32))
  const secret: ClientSecret = {
    id: random.uuid(now),
    name: 'default',
    hash: hashSecret(text),
    createdAt: now,
    expiresAt: null,
    lastUsedAt: null,
  }
  return { text, secret }
}
