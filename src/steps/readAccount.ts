import type { Context } from '../context.ts'
import { noSuchAccount, type ShownAccount } from '../domain/account/account.ts'
import type { Refusal } from '../domain/refusal.ts'
import { tellAccount } from './tellAccount.ts'

/** Reads an account as its owner sees it; `invalid_token` when it went away just now. */
export async function readAccount(
  userId: string,
  context: Pick<Context, 'store' | 'config'>,
): Promise<ShownAccount | Refusal> {
  const account = await context.store.accounts.find(userId)
  return account === null ? noSuchAccount : tellAccount(account, context)
}
