import { decideUpload } from '../../domain/image/image.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { imageWords } from '../../pages/imageWords.ts'
import { profilePage } from '../../pages/profilePage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { keepAvatar } from '../../steps/keepAvatar.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { readAccount } from '../../steps/readAccount.ts'

/** Makes an image that was chosen in a form the avatar of who is signed in. */
export const submitAvatar: Operation<'submitAvatar'> = async (call, context) => {
  const { user } = call.principal
  const file = decideUpload(call.body.image)
  const kept = isRefusal(file) ? file : await keepAvatar(user.id, file, call.now, context)
  if (!isRefusal(kept)) {
    return call.reply(303, undefined, leaveNotice(call, 'avatar_saved', '/account/profile', context))
  }
  const account = await readAccount(user.id, context)
  if (isRefusal(account)) return call.refuse(account)
  const page = profilePage(account, null, imageWords(kept))
  const body = renderAccountPage('accountProfile', page, frameAccount(call, context), call.view)
  return call.refuse(kept, { body })
}
