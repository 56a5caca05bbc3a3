import type { Operation } from '../../http/operation.ts'

/** Leaves who is signed in without an avatar. */
export const deleteAvatar: Operation<'deleteAvatar'> = async (call, context) => {
  await context.store.images.deleteAvatar(call.principal.user.id)
  return call.reply(204)
}
