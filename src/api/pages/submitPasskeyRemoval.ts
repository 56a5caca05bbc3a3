import type { Operation } from '../../http/operation.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { removePasskey } from '../../steps/removePasskey.ts'

/** Deletes a passkey by form. */
export const submitPasskeyRemoval: Operation<'submitPasskeyRemoval'> = async (call, context) => {
  const refusal = await removePasskey(call.path.passkeyId, call.principal, call, context)
  if (refusal !== null) return call.refuse(refusal)
  return call.reply(303, undefined, leaveNotice(call, 'passkey_removed', '/account/passkeys', context))
}
