import { decideRegistration } from '../../domain/oauth/application.ts'
import { unregisteredMembers, type Client, type ClientSecret } from '../../domain/oauth/client.ts'
import { metadataSettings, usesSecret } from '../../domain/oauth/clientMetadata.ts'
import { formatSecret, hashSecret } from '../../domain/token/secret.ts'
import type { Random } from '../../platform/random.ts'
import { atDesk } from '../desk.ts'
import { answer, details, onceOnly } from '../print.ts'
import { mayAnswer, orAsk } from '../terminal.ts'
import { findUser } from '../users/user.ts'
import { accepted, bodyOf, describeClient, operatorChangesOf, type ClientOptions } from './client.ts'

/** `clients add` */
export async function addClient(options: ClientOptions & { owner?: string }): Promise<void> {
  const name = await orAsk(options.name, 'name of the app', 'give the app a name with -n')
  const redirectUri = options.redirectUri ?? (await redirectUriOf(options))
  const operatorOnly = operatorChangesOf(options)
  await atDesk(async ({ config, store, operator, random, now }) => {
    const owner = options.owner === undefined ? null : await findUser(operator, options.owner)
    const settings = accepted(
      decideRegistration({ ...bodyOf({ ...options, redirectUri }), name }, metadataSettings(config)),
    )
    const client: Client = {
      ...unregisteredMembers,
      ...settings,
      id: random.uuid(now),
      clientId: formatSecret('appId', random.bytes(16)),
      ownerId: owner?.id ?? null,
      rateLimitHour: null,
      rateLimitDay: null,
      firstParty: false,
      resources: [],
      logoTag: null,
      ...operatorOnly,
      createdAt: now,
      updatedAt: now,
    }
    const made = usesSecret(client) ? makeSecret(random, now) : null
    await store.clients.create(client, made?.secret ?? null)
    const shown = describeClient(client, config)
    answer(options.json, { ...shown, ...(made !== null && { app_secret: made.text }) }, () => {
      const text = `Made the app ${client.clientId}.\n\n${details(Object.entries(shown))}`
      return made === null ? text : `${text}\n\n${onceOnly('app_secret', made.text)}`
    })
  })
}

/** Whoever is asked for the name is asked for this too: without one an app signs nobody in. */
async function redirectUriOf({ name }: ClientOptions): Promise<string[] | undefined> {
  if (name !== undefined) return undefined
  const uri = await mayAnswer('redirect URI (nothing: an app that signs nobody in)')
  return uri === undefined ? undefined : [uri]
}

/** A first secret, like the one of `registerApp`. */
function makeSecret(random: Random, now: Date): { readonly text: string; readonly secret: ClientSecret } {
  const text = formatSecret('appSecret', random.bytes(32))
  const id = random.uuid(now)
  const hash = hashSecret(text)
  return { text, secret: { id, name: 'default', hash, createdAt: now, expiresAt: null, lastUsedAt: null } }
}
