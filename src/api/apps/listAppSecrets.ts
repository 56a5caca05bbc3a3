import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { formatTimestamp, formatTimestampOrNull } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'

/** Lists an app's secrets, newest first, never their text. An app has a handful: they are one page. */
export const listAppSecrets: Operation<'listAppSecrets'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const secrets = await context.store.clients.listSecrets(client.id)
  const shown = secrets.map(({ id, name, createdAt, expiresAt, lastUsedAt }) => ({
    id,
    name,
    created_at: formatTimestamp(createdAt),
    expires_at: formatTimestampOrNull(expiresAt),
    last_used_at: formatTimestampOrNull(lastUsedAt),
  }))
  return call.reply(200, shown, { 'x-count': shown.length })
}
