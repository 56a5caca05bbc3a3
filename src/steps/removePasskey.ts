import type { Context } from '../context.ts'
import { keptLanguages, type MailOrder } from '../domain/account/mailOrder.ts'
import { noSuchPasskey } from '../domain/account/passkey.ts'
import type { Device, Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import type { Refusal } from '../domain/refusal.ts'
import { activityOf } from './noteActivity.ts'
import { deliverMailKind } from './orderMail.ts'

/**
 * Deletes a passkey: it signs nobody in any more. The last one may go, too, since there is a password. The owner is told by mail.
 *
 * @returns null, or `not_found`: one answer for an unknown one and for somebody else's
 */
export async function removePasskey(
  passkeyId: string,
  { user, session }: { readonly user: User; readonly session: Session },
  request: Device & { readonly now: Date; readonly acceptLanguage: string | undefined },
  context: Pick<Context, 'store' | 'jobs' | 'random'>,
): Promise<Refusal | null> {
  const order: MailOrder = {
    mail: 'passkeyRemoved',
    email: user.email,
    acceptLanguage: keptLanguages(request.acceptLanguage),
  }
  const happening = { kind: 'passkey_removed', userId: user.id, sessionId: session.id } as const
  const record = {
    notice: context.jobs.make(deliverMailKind, order, request.now),
    activity: activityOf(happening, request, context),
  }
  if (!(await context.store.passkeys.delete(user.id, passkeyId, record))) return noSuchPasskey
  context.jobs.wake()
  return null
}
