import { decodeCursor } from '../../domain/cursor.ts'
import { shownConnection } from '../../domain/oauth/connectedApp.ts'
import { pageOf } from '../../domain/page.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** Lists the apps that the signed-in user has let in. */
export const listConsents: Operation<'listConsents'> = async (call, context) => {
  const { count = 100, cursor } = call.query
  const after = decodeCursor(cursor)
  if (isRefusal(after)) return call.refuse(after)
  const found = await context.store.consents.list(call.principal.user.id, count + 1, after, call.now)
  const { items, link } = pageOf(found, count, `${context.config.issuer}/api/v1/me/consents`)
  return call.reply(200, items.map(shownConnection), { 'x-count': items.length, link })
}
