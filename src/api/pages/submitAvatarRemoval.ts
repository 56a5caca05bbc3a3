import type { Operation } from '../../http/operation.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'

/** Leaves who is signed in without an avatar, by form. */
export const submitAvatarRemoval: Operation<'submitAvatarRemoval'> = async (call, context) => {
  const { user } = call.principal
  await context.store.images.deleteAvatar(user.id)
  return call.reply(303, undefined, leaveNotice(call, 'avatar_removed', '/account/profile', context))
}
