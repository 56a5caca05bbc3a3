import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { readAccount } from '../../steps/readAccount.ts'

/** Shows the account of who is signed in. */
export const getAccount: Operation<'getAccount'> = async (call, context) => {
  const account = await readAccount(call.principal.user.id, context)
  return isRefusal(account) ? call.refuse(account) : call.reply(200, account)
}
