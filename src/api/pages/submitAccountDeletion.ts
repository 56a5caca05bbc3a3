import { graceDays } from '../../domain/account/deletion.ts'
import { parseEmail } from '../../domain/account/email.ts'
import { clearCookie } from '../../domain/browser/cookie.ts'
import { refuse } from '../../domain/refusal.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { renderAccountPage } from '../../pages/accountPage.ts'
import { frameAccount } from '../../steps/frameAccount.ts'
import { leaveNotice } from '../../steps/leaveNotice.ts'
import { requestDeletion } from '../../steps/requestDeletion.ts'

/** Puts down that an account is to be deleted, by form, once its address was typed. Nobody is signed in afterwards. */
export const submitAccountDeletion: Operation<'submitAccountDeletion'> = async (call, context) => {
  const { user } = call.principal
  const { confirmation: typed = '' } = call.body
  const { config } = context
  if (parseEmail(typed.trim())?.emailKey !== parseEmail(user.email)?.emailKey) {
    const page = { graceDays: graceDays(config.lifetimes), typed, wrong: true }
    return call.refuse(refuse('invalid_request', 'confirmation must be the address of the account'), {
      body: renderAccountPage('accountDeletion', page, frameAccount(call, context), call.view),
    })
  }
  const at = formatTimestamp(await requestDeletion(call.principal, call, context))
  const name = config.lifetimes.deletionGraceSeconds === 0 ? 'account_deleted' : 'deletion_requested'
  const nobody = { principal: null, now: call.now }
  const onward = leaveNotice(nobody, name, '/account/closed', context, at)
  const cookies = [clearCookie('session', config.issuer), ...onward['set-cookie']]
  return call.reply(303, undefined, { ...onward, 'set-cookie': cookies })
}
