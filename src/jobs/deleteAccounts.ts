import type { Context } from '../context.ts'
import { after } from '../domain/moment.ts'
import { removeAccount } from '../steps/removeAccount.ts'

type Needs = Pick<Context, 'store' | 'config' | 'clock' | 'log' | 'jobs' | 'sealing' | 'isStopping'>

/** Accounts in one turn. What is left waits for the next: nobody stands at the counter. */
const mostAccounts = 50

/**
 * Deletes accounts whose owners asked for it and did not come back within the grace period. What many rows hang on is cleared
 * away piece by piece, so that no request waits for long; a turn that is broken off is taken up by the next one.
 *
 * @returns accounts that are gone
 */
export async function deleteAccounts(context: Needs): Promise<number> {
  const { store, config, clock, log, isStopping } = context
  const now = clock.now()
  const due = after(now, -config.lifetimes.deletionGraceSeconds)
  const leaving = await store.accounts.claimDeletions(due, mostAccounts, now)
  let deleted = 0
  for (const account of leaving) {
    if (isStopping()) break
    try {
      if (await removeAccount(account, now, context)) deleted += 1
    } catch (error) {
      log.warn({ err: error, userId: account.id }, 'an account could not be deleted this time')
    }
  }
  if (deleted > 0) log.info({ deleted }, 'accounts were deleted')
  return deleted
}
