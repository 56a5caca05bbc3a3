import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { scriptPolicy } from '../../pages/contentSecurityPolicy.ts'
import { beginPasskey } from '../../steps/beginPasskey.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows the page on which a browser makes a passkey. */
export const showNewPasskey: Operation<'showNewPasskey'> = async (call, context) => {
  const begun = await beginPasskey(call.principal, call.now, context)
  const page = { begun: isRefusal(begun) ? null : begun, typed: '', wrong: null }
  const frame = frameAccount(call, context)
  const body = renderAccountPage('accountNewPasskey', page, frame, call.view)
  return call.reply(200, body, { ...frame.headers, ...scriptPolicy })
}
