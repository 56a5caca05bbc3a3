import type { Context } from '../context.ts'
import { mailQuota, type MailOrder } from '../domain/account/mailOrder.ts'
import type { User } from '../domain/account/user.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { addressDigests } from './addressDigests.ts'
import { deliverMailKind, orderMail } from './orderMail.ts'

/**
 * Has a link mailed to the address that an account is to have, and the present address told. Nothing is looked up about the
 * new one: whether somebody has it shows in the mail only.
 *
 * The notice comes first, and has its own quota: an account sends so many mails to addresses of its choice and no more, and
 * none of which its owner does not hear.
 *
 * @returns null, or `rate_limit_exceeded`, which depends on the account alone
 */
export async function orderEmailChange(
  user: User,
  email: string,
  acceptLanguage: string | null,
  now: Date,
  context: Pick<Context, 'store' | 'jobs' | 'sealing'>,
): Promise<Refusal | null> {
  const notice: MailOrder = { mail: 'emailChangeRequested', email: user.email, acceptLanguage }
  const [subject = null] = addressDigests(`email change of ${user.id}`, context)
  const job = context.jobs.make(deliverMailKind, notice, now, subject)
  if ((await context.store.jobs.add(job, mailQuota)) === 'full') return tooManyChanges
  await orderMail({ mail: 'changeEmail', email, acceptLanguage, accountId: user.id }, now, context)
  return null
}

const tooManyChanges = refuse(
  'rate_limit_exceeded',
  'The address was changed too often; try again later',
  'too many changes of address',
  { retryAfterSeconds: mailQuota.seconds },
)
