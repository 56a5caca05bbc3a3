import type { Context } from '../context.ts'
import { isLeaving } from '../domain/account/deletion.ts'
import type { Device } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { noteActivity } from './noteActivity.ts'
import { orderMail } from './orderMail.ts'

/**
 * Tells the owner of an account that was going to be deleted that it stays, because somebody has just signed in: the statement
 * that opened the session took the deletion back. Nothing for every other account.
 *
 * @param user  as it was before
 */
export async function tellStay(
  user: User,
  sessionId: string,
  request: Device & { readonly now: Date },
  context: Pick<Context, 'store' | 'random' | 'jobs' | 'sealing'>,
): Promise<void> {
  if (!isLeaving(user)) return
  const stayed = { kind: 'account_deletion_cancelled', userId: user.id, sessionId } as const
  await noteActivity(stayed, request, context)
  await orderMail(
    { mail: 'deletionCancelled', email: user.email, acceptLanguage: null },
    request.now,
    context,
  )
}
