import { decodeCursor } from '../../domain/cursor.ts'
import { shownConnection } from '../../domain/oauth/connectedApp.ts'
import { sheetOf } from '../../domain/page.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Apps on one page. */
const count = 50

/** Shows the apps that somebody has let in. */
export const showConnectedApps: Operation<'showConnectedApps'> = async (call, context) => {
  const after = decodeCursor(call.query.cursor)
  if (isRefusal(after)) return call.refuse(after)
  const found = await context.store.consents.list(call.principal.user.id, count + 1, after, call.now)
  const { items, next } = sheetOf(found, count, '/account/connected-apps')
  const frame = frameAccount(call, context)
  const page = { apps: items.map(shownConnection), next }
  return call.reply(200, renderAccountPage('accountConnectedApps', page, frame, call.view), frame.headers)
}
