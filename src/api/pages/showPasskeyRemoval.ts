import { noSuchPasskey } from '../../domain/account/passkey.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'

/** Asks whether a passkey is to be deleted. */
export const showPasskeyRemoval: Operation<'showPasskeyRemoval'> = async (call, context) => {
  const passkeys = await context.store.passkeys.list(call.principal.user.id)
  const passkey = passkeys.find(({ id }) => id === call.path.passkeyId)
  if (passkey === undefined) return call.refuse(noSuchPasskey)
  const page = { passkey: { id: passkey.id, name: passkey.name } }
  const frame = frameAccount(call, context)
  return call.reply(200, renderAccountPage('accountPasskeyRemoval', page, frame, call.view), frame.headers)
}
