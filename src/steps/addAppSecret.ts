import type { Context } from '../context.ts'
import { mostSecrets } from '../domain/oauth/application.ts'
import type { Client, ClientSecret } from '../domain/oauth/client.ts'
import { usesSecret } from '../domain/oauth/clientMetadata.ts'
import { after } from '../domain/moment.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'

/** What a new secret is called, and the seconds that it works; null: as long as nobody deletes it. */
export type SecretOrder = { readonly name: string; readonly ttlSeconds: number | null }

/**
 * Adds a secret to a confidential app, beside the ones it has: both work until one is deleted.
 *
 * @returns it with the only copy of its text; `conflict` for an app without secrets, or with too many
 */
export async function addAppSecret(
  client: Client,
  { name, ttlSeconds }: SecretOrder,
  now: Date,
  { store, random }: Pick<Context, 'store' | 'random'>,
): Promise<{ readonly secret: ClientSecret; readonly text: string } | Refusal> {
  if (!usesSecret(client)) return refuse('conflict', 'This application does not prove itself by a secret')
  const text = formatSecret('appSecret', random.bytes(32))
  const secret: ClientSecret = {
    id: random.uuid(now),
    name,
    hash: hashSecret(text),
    createdAt: now,
    expiresAt: ttlSeconds === null ? null : after(now, ttlSeconds),
    lastUsedAt: null,
  }
  if ((await store.clients.addSecret(client.id, secret, mostSecrets, now)) === 'full')
    return refuse('conflict', `An application may have ${mostSecrets} secrets; delete one first`)
  return { secret, text }
}
