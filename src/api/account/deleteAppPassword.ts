import { refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { noteActivity } from '../../steps/noteActivity.ts'

/** Deletes an app password of the signed-in user: it and the sessions made from it open nothing any more. */
export const deleteAppPassword: Operation<'deleteAppPassword'> = async (call, context) => {
  const { user, session } = call.principal
  const deleted = await context.store.appPasswords.delete(call.path.appPasswordId, user.id)
  if (!deleted) return call.refuse(refuse('not_found', 'No such app password'))
  await noteActivity({ kind: 'app_password_removed', userId: user.id, sessionId: session.id }, call, context)
  return call.reply(204)
}
