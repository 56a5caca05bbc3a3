import { noSuchPasskey } from '../../domain/account/passkey.ts'
import type { Operation } from '../../http/operation.ts'
import { noteActivity } from '../../steps/noteActivity.ts'

/** Deletes a passkey: it signs nobody in any more. The last one may go, too, since there is a password. */
export const deletePasskey: Operation<'deletePasskey'> = async (call, context) => {
  const { user, session } = call.principal
  if (!(await context.store.passkeys.delete(user.id, call.path.passkeyId))) return call.refuse(noSuchPasskey)
  const removed = { kind: 'passkey_removed', userId: user.id, sessionId: session.id } as const
  await noteActivity(removed, call, context)
  return call.reply(204)
}
