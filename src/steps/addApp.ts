import type { Context } from '../context.ts'
import { decideRegistration, mostApps, type ApplicationBody } from '../domain/oauth/application.ts'
import { unregisteredMembers, type Client } from '../domain/oauth/client.ts'
import { metadataSettings, usesSecret } from '../domain/oauth/clientMetadata.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { formatSecret } from '../domain/token/secret.ts'
import { makeClientSecret } from './makeClientSecret.ts'

const tooManyApps = refuse('conflict', `An account may have ${mostApps} applications; delete one first`)

/**
 * Registers an app of a user.
 *
 * @returns the app with the only copy of its first secret, null for a public app; or a refusal as of `decideRegistration`,
 *   `conflict` when there are too many
 */
export async function addApp(
  body: ApplicationBody & { readonly name: string },
  ownerId: string,
  now: Date,
  context: Pick<Context, 'store' | 'random' | 'config'>,
): Promise<{ readonly client: Client; readonly secret: string | null } | Refusal> {
  const { random, store, config } = context
  const settings = decideRegistration(body, metadataSettings(config))
  if (isRefusal(settings)) return settings
  const client: Client = {
    ...unregisteredMembers,
    ...settings,
    id: random.uuid(now),
    clientId: formatSecret('appId', random.bytes(16)),
    ownerId,
    rateLimitHour: null,
    rateLimitDay: null,
    firstParty: false,
    resources: [],
    logoTag: null,
    createdAt: now,
    updatedAt: now,
  }
  const made = usesSecret(client) ? makeClientSecret(now, context) : null
  if ((await store.clients.create(client, made?.secret ?? null, mostApps)) === 'full') return tooManyApps
  return { client, secret: made?.text ?? null }
}
