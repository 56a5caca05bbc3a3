import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { formatTimestamp, formatTimestampOrNull } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { addAppSecret } from '../../steps/addAppSecret.ts'

/** Adds a secret to a confidential app, beside the ones it has: both work until one is deleted. */
export const createAppSecret: Operation<'createAppSecret'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const { name, expires_in: seconds = null } = call.body
  const added = await addAppSecret(client, { name, ttlSeconds: seconds }, call.now, context)
  if (isRefusal(added)) return call.refuse(added)
  const { secret, text } = added
  return call.reply(201, {
    id: secret.id,
    name,
    app_secret: text,
    created_at: formatTimestamp(secret.createdAt),
    expires_at: formatTimestampOrNull(secret.expiresAt),
  })
}
