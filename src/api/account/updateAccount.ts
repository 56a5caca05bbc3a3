import type { Context } from '../../context.ts'
import { noSuchAccount } from '../../domain/account/account.ts'
import { decideProfile } from '../../domain/account/profile.ts'
import { checkStepUp } from '../../domain/account/session.ts'
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts'
import type { Call, Operation } from '../../http/operation.ts'
import { switchEmailFactor } from '../../steps/switchEmailFactor.ts'
import { tellAccount } from '../../steps/tellAccount.ts'

/** Changes the account of who is signed in; members that are not sent stay as they are. */
export const updateAccount: Operation<'updateAccount'> = async (call, context) => {
  const { second_factor_email: mailsCodes, ...asked } = call.body
  const changes = decideProfile(asked, call.now)
  if (isRefusal(changes)) return call.refuse(changes)
  const refusal = mailsCodes === undefined ? null : await switchFactor(mailsCodes, call, context)
  if (refusal !== null) return call.refuse(refusal)
  const { accounts } = context.store
  const { id } = call.principal.user
  const account =
    Object.keys(changes).length === 0
      ? await accounts.find(id)
      : await accounts.updateProfile(id, changes, call.now)
  return account === null ? call.refuse(noSuchAccount) : call.reply(200, await tellAccount(account, context))
}

/** A factor guards the account: it takes the owner, who has just proven themselves, and no program with a password of its own. */
async function switchFactor(
  on: boolean,
  call: Call<'updateAccount'>,
  context: Context,
): Promise<Refusal | null> {
  const { principal } = call
  if (principal.kind !== 'session')
    return refuse('insufficient_scope', 'An app password cannot change second factors')
  const stale = checkStepUp(principal.session, principal.user, call.now)
  return stale ?? switchEmailFactor(on, principal, call, context)
}
