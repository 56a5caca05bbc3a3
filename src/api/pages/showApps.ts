import { decodeCursor } from '../../domain/cursor.ts'
import { applicationOf } from '../../domain/oauth/application.ts'
import { sheetOf } from '../../domain/page.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Apps on one page. */
const count = 50

/** Shows the apps that somebody has registered. */
export const showApps: Operation<'showApps'> = async (call, context) => {
  const after = decodeCursor(call.query.cursor)
  if (isRefusal(after)) return call.refuse(after)
  const found = await context.store.clients.listOwned(call.principal.user.id, count + 1, after)
  const { items, next } = sheetOf(found, count, '/account/apps')
  const page = { apps: items.map((client) => applicationOf(client, context.config)), next }
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('developerApps', page, frame, call.view), frame.headers)
}
