import { presentPasskey } from '../../domain/account/passkey.ts'
import type { Operation } from '../../http/operation.ts'

/** Lists the account's passkeys, newest first. There are few: they are one page. */
export const listPasskeys: Operation<'listPasskeys'> = async (call, context) => {
  const passkeys = await context.store.passkeys.list(call.principal.user.id)
  return call.reply(200, passkeys.map(presentPasskey), { 'x-count': passkeys.length })
}
