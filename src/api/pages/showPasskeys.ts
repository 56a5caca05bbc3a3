import { presentPasskey } from '../../domain/account/passkey.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Shows somebody's passkeys. */
export const showPasskeys: Operation<'showPasskeys'> = async (call, context) => {
  const found = await context.store.passkeys.list(call.principal.user.id)
  const page = { passkeys: found.map(presentPasskey), wrong: null }
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('accountPasskeys', page, frame, call.view), frame.headers)
}
