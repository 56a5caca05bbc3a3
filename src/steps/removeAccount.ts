import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { accountKey } from '../domain/account/guessing.ts'
import { mailNames } from '../domain/account/mailOrder.ts'
import type { AddressTraces, LeavingAccount } from '../store/accounts.ts'
import { addressDigests } from './addressDigests.ts'
import { deliverMailKind } from './orderMail.ts'

/** Rows that one statement deletes at most. */
const batch = 500

/**
 * Deletes an account for good with everything that belongs to it: sessions, apps, grants, tokens, consents, factors, history,
 * and what stands for its address in links, mails and counters. Its owner is told by one last mail.
 *
 * @returns false when somebody else was faster
 */
export async function removeAccount(
  account: LeavingAccount,
  now: Date,
  context: Pick<Context, 'store' | 'jobs' | 'sealing'>,
): Promise<boolean> {
  const { store, jobs } = context
  while (await store.accounts.clearAway(account.id, batch));
  const farewell = { mail: 'accountDeleted', email: account.email, acceptLanguage: null }
  const notice = jobs.make(deliverMailKind, farewell, now)
  const isGone = await store.accounts.remove(account.id, tracesOf(account, context), notice)
  if (isGone) jobs.wake()
  return isGone
}

function tracesOf({ id, email }: LeavingAccount, context: Pick<Context, 'sealing'>): AddressTraces {
  const { emailKey } = parseEmail(email)!
  const subjects = [...mailNames.map((name) => `${name} ${emailKey}`), `email change of ${id}`]
  return {
    addressDigests: addressDigests(emailKey, context),
    jobSubjects: subjects.flatMap((subject) => addressDigests(subject, context)),
    attemptKeys: context.sealing.deriveKeys('guesses').map((key) => accountKey(key, emailKey)),
  }
}
