import type { Context } from '../context.ts'
import { mailQuota, type MailOrder } from '../domain/account/mailOrder.ts'
import { parseEmail } from '../domain/account/email.ts'
import { addressDigests } from './addressDigests.ts'

/** The job that delivers mails: the file of that name in `jobs/`. */
export const deliverMailKind = 'deliverMail'

/**
 * Puts a mail down for delivery. The work is the same for an address that has an account and for one that has none:
 * nothing is looked up before the request is answered. Beyond its quota an address gets nothing, and nobody is told.
 */
export async function orderMail(
  order: MailOrder,
  now: Date,
  context: Pick<Context, 'store' | 'jobs' | 'sealing'>,
): Promise<void> {
  // Each kind of mail has a quota of its own, so that asking for one cannot use up another.
  const subject = `${order.mail} ${parseEmail(order.email)?.emailKey}`
  const [digest = null] = addressDigests(subject, context)
  await context.store.jobs.add(context.jobs.make(deliverMailKind, order, now, digest), mailQuota)
  context.jobs.wake()
}
