import { deletionAt } from '../../domain/account/deletion.ts'
import { keptLanguages, type MailOrder } from '../../domain/account/mailOrder.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { activityOf } from '../../steps/noteActivity.ts'
import { deliverMailKind } from '../../steps/orderMail.ts'
import { removeAccount } from '../../steps/removeAccount.ts'
import { tellLogouts } from '../../steps/tellLogout.ts'

/** Puts down that the account of who is signed in is to be deleted, or deletes it where there is no grace period. */
export const deleteAccount: Operation<'deleteAccount'> = async (call, context) => {
  const { user, session } = call.principal
  const { now } = call
  const graceSeconds = context.config.lifetimes.deletionGraceSeconds
  const at = formatTimestamp(deletionAt(now, graceSeconds)!)
  const order: MailOrder = {
    mail: 'deletionRequested',
    email: user.email,
    acceptLanguage: keptLanguages(call.acceptLanguage),
    values: { date: at.slice(0, 10) },
  }
  const notice = graceSeconds === 0 ? null : context.jobs.make(deliverMailKind, order, now)
  const happened = { kind: 'account_deletion_requested', userId: user.id, sessionId: session.id } as const
  const activity = activityOf(happened, call, context)
  await context.store.accounts.requestDeletion(user.id, notice, activity, now)
  context.jobs.wake()
  await tellLogouts(user.id, now, context)
  if (graceSeconds === 0) await removeAccount({ id: user.id, email: user.email }, now, context)
  return call.reply(200, { deletion_at: at })
}
