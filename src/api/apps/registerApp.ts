import { applicationOf, decideRegistration } from '../../domain/oauth/application.ts'
import type { Client, ClientSecret } from '../../domain/oauth/client.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { formatSecret, hashSecret } from '../../domain/token/secret.ts'
import type { Operation } from '../../http/operation.ts'

/** Registers an app of the signed-in user. A confidential app's first secret is shown in this answer only. */
export const registerApp: Operation<'registerApp'> = async (call, context) => {
  const settings = decideRegistration(call.body, { profile: context.config.profile })
  if (isRefusal(settings)) return call.refuse(settings)
  const { random, store } = context
  const client: Client = {
    ...settings,
    id: random.uuid(call.now),
    clientId: formatSecret('appId', random.bytes(16)),
    ownerId: call.principal.user.id,
    rateLimitHour: null,
    rateLimitDay: null,
    firstParty: false,
    resources: [],
    createdAt: call.now,
    updatedAt: call.now,
  }
  const application = applicationOf(client, context.config.rateLimits)
  if (client.tokenEndpointAuthMethod === 'none') {
    await store.clients.create(client, null)
    return call.reply(201, { app_id: client.clientId, application })
  }
  const text = formatSecret('appSecret', random.bytes(32))
  const secret: ClientSecret = {
    id: random.uuid(call.now),
    name: 'default',
    hash: hashSecret(text),
    createdAt: call.now,
    expiresAt: null,
    lastUsedAt: null,
  }
  await store.clients.create(client, secret)
  return call.reply(201, { app_id: client.clientId, app_secret: text, application })
}
