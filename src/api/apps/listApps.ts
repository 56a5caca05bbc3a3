import { decodeCursor } from '../../domain/cursor.ts'
import { applicationOf } from '../../domain/oauth/application.ts'
import { pageOf } from '../../domain/page.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** Lists the signed-in user's own apps, newest first. */
export const listApps: Operation<'listApps'> = async (call, context) => {
  const { count = 100, cursor } = call.query
  const after = decodeCursor(cursor)
  if (isRefusal(after)) return call.refuse(after)
  const found = await context.store.clients.listOwned(call.principal.user.id, count + 1, after)
  const { items, link } = pageOf(found, count, `${context.config.issuer}/api/v1/apps`)
  const shown = items.map((client) => applicationOf(client, context.config))
  return call.reply(200, shown, { 'x-count': shown.length, link })
}
