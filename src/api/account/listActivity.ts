import { shownActivity } from '../../domain/account/activity.ts'
import { decodeCursor } from '../../domain/cursor.ts'
import { pageOf } from '../../domain/page.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** Lists what happened to the account of who is signed in, newest first. */
export const listActivity: Operation<'listActivity'> = async (call, context) => {
  const { count = 100, cursor } = call.query
  const before = decodeCursor(cursor)
  if (isRefusal(before)) return call.refuse(before)
  const found = await context.store.activities.list(call.principal.user.id, count + 1, before)
  const { items, link } = pageOf(found, count, `${context.config.issuer}/api/v1/me/activity`)
  return call.reply(200, items.map(shownActivity), { 'x-count': items.length, link })
}
