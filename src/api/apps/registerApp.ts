import { metadataSettings, usesSecret } from '../../domain/oauth/clientMetadata.ts'
import { applicationOf, decideRegistration, mostApps } from '../../domain/oauth/application.ts'
import { unregisteredMembers, type Client } from '../../domain/oauth/client.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { formatSecret } from '../../domain/token/secret.ts'
import { makeClientSecret } from '../../steps/makeClientSecret.ts'
import type { Operation } from '../../http/operation.ts'

const tooManyApps = refuse('conflict', `An account may have ${mostApps} applications; delete one first`)

/** Registers an app of the signed-in user. A confidential app's first secret is shown in this answer only. */
export const registerApp: Operation<'registerApp'> = async (call, context) => {
  const settings = decideRegistration(call.body, metadataSettings(context.config))
  if (isRefusal(settings)) return call.refuse(settings)
  const { random, store } = context
  const client: Client = {
    ...unregisteredMembers,
    ...settings,
    id: random.uuid(call.now),
    clientId: formatSecret('appId', random.bytes(16)),
    ownerId: call.principal.user.id,
    rateLimitHour: null,
    rateLimitDay: null,
    firstParty: false,
    resources: [],
    logoTag: null,
    createdAt: call.now,
    updatedAt: call.now,
  }
  const application = applicationOf(client, context.config)
  if (!usesSecret(client)) {
    if ((await store.clients.create(client, null, mostApps)) === 'full') return call.refuse(tooManyApps)
    return call.reply(201, { app_id: client.clientId, application })
  }
  const { text, secret } = makeClientSecret(call.now, context)
  if ((await store.clients.create(client, secret, mostApps)) === 'full') return call.refuse(tooManyApps)
  return call.reply(201, { app_id: client.clientId, app_secret: text, application })
}
