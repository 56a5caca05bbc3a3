import { noSuchPasskey, presentPasskey } from '../../domain/account/passkey.ts'
import { isDisplayName } from '../../domain/displayName.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Gives a passkey another name, by form. */
export const submitPasskeyName: Operation<'submitPasskeyName'> = async (call, context) => {
  const { user } = call.principal
  const { passkeyId: id } = call.path
  const { name = '' } = call.body
  if (isDisplayName(name)) {
    const renamed = await context.store.passkeys.rename(user.id, id, name)
    if (renamed === null) return call.refuse(noSuchPasskey)
    return call.reply(303, undefined, leaveNotice(call, 'passkey_renamed', '/account/passkeys', context))
  }
  const passkeys = (await context.store.passkeys.list(user.id)).map(presentPasskey)
  if (!passkeys.some((passkey) => passkey.id === id)) return call.refuse(noSuchPasskey)
  const page = { passkeys, wrong: { id, name } }
  return call.refuse(refuse('invalid_request', 'name cannot be taken like this'), {
    body: renderAccountPage('accountPasskeys', page, frameAccount(call, context), call.view),
  })
}
