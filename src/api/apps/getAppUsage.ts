import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { formatTimestampOrNull } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { tellUsage } from '../../steps/tellUsage.ts'

/** Shows how much of its limits one of the signed-in user's apps has used, and who uses it. */
export const getAppUsage: Operation<'getAppUsage'> = async (call, context) => {
  const client = await context.store.clients.findOwned(call.principal.user.id, call.path.appId)
  if (client === null) return call.refuse(noSuchApp)
  const { hour, day, users, lastUsedAt } = await tellUsage(client, call.now, context)
  return call.reply(200, { hour, day, users, last_used_at: formatTimestampOrNull(lastUsedAt) })
}
