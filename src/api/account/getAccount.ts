import type { Operation } from '../../http/operation.ts'
import { noSuchAccount } from '../../domain/account/account.ts'
import { tellAccount } from '../../steps/tellAccount.ts'

/** Shows the account of who is signed in. */
export const getAccount: Operation<'getAccount'> = async (call, context) => {
  const account = await context.store.accounts.find(call.principal.user.id)
  if (account === null) return call.refuse(noSuchAccount)
  return call.reply(200, await tellAccount(account, context))
}
