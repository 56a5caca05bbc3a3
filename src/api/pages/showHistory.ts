import { shownActivity } from '../../domain/account/activity.ts'
import { deviceLabel } from '../../domain/account/device.ts'
import { decodeCursor } from '../../domain/cursor.ts'
import { sheetOf } from '../../domain/page.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Entries on one page. */
const count = 25

/** Shows what happened to somebody's account, newest first. */
export const showHistory: Operation<'showHistory'> = async (call, context) => {
  const before = decodeCursor(call.query.cursor)
  if (isRefusal(before)) return call.refuse(before)
  const found = await context.store.activities.list(call.principal.user.id, count + 1, before)
  const { items, next } = sheetOf(found, count, '/account/history')
  const activities = items.map((each) => ({ ...shownActivity(each), device: deviceLabel(each.userAgent) }))
  const frame = frameAccount(call, context)
  const body = renderAccountPage('accountHistory', { activities, next }, frame, call.view)
  return call.reply(200, body, frame.headers)
}
