import { after } from '../../domain/moment.ts'
import { formatTimestamp, formatTimestampOrNull } from '../../domain/timestamp.ts'
import { mostSecrets } from '../../domain/oauth/application.ts'
import { usesSecret } from '../../domain/oauth/clientMetadata.ts'
import type { ClientSecret } from '../../domain/oauth/client.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { refuse } from '../../domain/refusal.ts'
import { formatSecret, hashSecret } from '../../domain/token/secret.ts'
import type { Operation } from '../../http/operation.ts'

/** Adds a secret to a confidential app, beside the ones it has: both work until one is deleted. */
export const createAppSecret: Operation<'createAppSecret'> = async (call, context) => {
  const { store, random } = context
  const client = await store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  if (!usesSecret(client))
    return call.refuse(refuse('conflict', 'This application does not prove itself by a secret'))
  const text = formatSecret('appSecret', random.bytes(32))
  const { name, expires_in: expiresIn } = call.body
  const secret: ClientSecret = {
    id: random.uuid(call.now),
    name,
    hash: hashSecret(text),
    createdAt: call.now,
    expiresAt: expiresIn === undefined ? null : after(call.now, expiresIn),
    lastUsedAt: null,
  }
  if ((await store.clients.addSecret(client.id, secret, mostSecrets, call.now)) === 'full')
    return call.refuse(refuse('conflict', `An application may have ${mostSecrets} secrets; delete one first`))
  return call.reply(201, {
    id: secret.id,
    name,
    app_secret: text,
    created_at: formatTimestamp(secret.createdAt),
    expires_at: formatTimestampOrNull(secret.expiresAt),
  })
}
