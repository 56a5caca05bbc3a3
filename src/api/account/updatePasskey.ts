import { noSuchPasskey, presentPasskey } from '../../domain/account/passkey.ts'
import type { Operation } from '../../http/operation.ts'

/** Gives a passkey another name. */
export const updatePasskey: Operation<'updatePasskey'> = async (call, context) => {
  const { body, path, principal } = call
  const passkey = await context.store.passkeys.rename(principal.user.id, path.passkeyId, body.name)
  return passkey === null ? call.refuse(noSuchPasskey) : call.reply(200, presentPasskey(passkey))
}
