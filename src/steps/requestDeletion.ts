import type { Context } from '../context.ts'
import { deletionAt } from '../domain/account/deletion.ts'
import { keptLanguages, type MailOrder } from '../domain/account/mailOrder.ts'
import type { Device, Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { formatTimestamp } from '../domain/timestamp.ts'
import { activityOf } from './noteActivity.ts'
import { deliverMailKind } from './orderMail.ts'
import { removeAccount } from './removeAccount.ts'
import { tellLogouts } from './tellLogout.ts'

/**
 * Puts down that an account is to be deleted, or deletes it where there is no grace period. Every session of it ends.
 *
 * @returns when it is deleted
 */
export async function requestDeletion(
  { user, session }: { readonly user: User; readonly session: Session },
  request: Device & { readonly now: Date; readonly acceptLanguage: string | undefined },
  context: Pick<Context, 'store' | 'jobs' | 'random' | 'config' | 'sealing'>,
): Promise<Date> {
  const { now, acceptLanguage } = request
  const graceSeconds = context.config.lifetimes.deletionGraceSeconds
  const at = deletionAt(now, graceSeconds)!
  const order: MailOrder = {
    mail: 'deletionRequested',
    email: user.email,
    acceptLanguage: keptLanguages(acceptLanguage),
    values: { date: formatTimestamp(at).slice(0, 10) },
  }
  const notice = graceSeconds === 0 ? null : context.jobs.make(deliverMailKind, order, now)
  const happened = { kind: 'account_deletion_requested', userId: user.id, sessionId: session.id } as const
  const activity = activityOf(happened, request, context)
  await context.store.accounts.requestDeletion(user.id, notice, activity, now)
  context.jobs.wake()
  await tellLogouts(user.id, now, context)
  if (graceSeconds === 0) await removeAccount({ id: user.id, email: user.email }, now, context)
  return at
}
