import type { Operation } from '../../http/operation.ts'
import { removePasskey } from '../../steps/removePasskey.ts'

/** Deletes a passkey: it signs nobody in any more, and its owner is told by mail. */
export const deletePasskey: Operation<'deletePasskey'> = async (call, context) => {
  const refusal = await removePasskey(call.path.passkeyId, call.principal, call, context)
  return refusal === null ? call.reply(204) : call.refuse(refusal)
}
