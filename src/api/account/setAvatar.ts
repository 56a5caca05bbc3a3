import { describeImage } from '../../domain/image/image.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { keepAvatar } from '../../steps/keepAvatar.ts'

/** Makes an image the avatar of who is signed in. */
export const setAvatar: Operation<'setAvatar'> = async (call, context) => {
  const kept = await keepAvatar(call.principal.user.id, call.body, call.now, context)
  return isRefusal(kept) ? call.refuse(kept) : call.reply(200, describeImage(kept.image, kept.uri))
}
