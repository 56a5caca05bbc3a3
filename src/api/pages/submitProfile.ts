import { decideProfile } from '../../domain/account/profile.ts'
import { noSuchAccount } from '../../domain/account/account.ts'
import { profileChanges } from '../../domain/account/profileForm.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { profilePage } from '../../pages/profilePage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { readAccount } from '../../steps/readAccount.ts'

/** Changes the profile of who is signed in, by form. */
export const submitProfile: Operation<'submitProfile'> = async (call, context) => {
  const { user } = call.principal
  const account = await readAccount(user.id, context)
  if (isRefusal(account)) return call.refuse(account)
  const { form_token: _token, ...fields } = call.body
  const changes = decideProfile(profileChanges(fields, account.address), call.now)
  if (isRefusal(changes)) {
    const page = profilePage(account, { fields, errors: changes.errors ?? [] })
    const body = renderAccountPage('accountProfile', page, frameAccount(call, context), call.view)
    return call.refuse(changes, { body })
  }
  const changed = await context.store.accounts.updateProfile(user.id, changes, call.now)
  if (changed === null) return call.refuse(noSuchAccount)
  return call.reply(303, undefined, leaveNotice(call, 'profile_saved', '/account/profile', context))
}
