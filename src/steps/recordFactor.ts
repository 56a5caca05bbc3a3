import type { Context } from '../context.ts'
import { keptLanguages, type MailOrder } from '../domain/account/mailOrder.ts'
import { shownUserAgent, type Device, type Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import type { FactorRecord } from '../store/factors.ts'
import { deliverMailKind } from './orderMail.ts'

/**
 * Puts together what is written with a change of second factors, by the same statement: the mail that tells the owner, and the
 * entry in the history of the account. Whoever writes it wakes the jobs.
 */
export function recordFactor(
  change: 'added' | 'removed',
  { user, session }: { readonly user: User; readonly session: Session },
  call: Device & { readonly now: Date; readonly acceptLanguage: string | undefined },
  { jobs, random }: Pick<Context, 'jobs' | 'random'>,
): FactorRecord {
  const { now, address, userAgent, acceptLanguage } = call
  const order: MailOrder = {
    mail: change === 'added' ? 'secondFactorAdded' : 'secondFactorRemoved',
    email: user.email,
    acceptLanguage: keptLanguages(acceptLanguage),
  }
  return {
    notice: jobs.make(deliverMailKind, order, now),
    activity: {
      id: random.uuid(now),
      userId: user.id,
      kind: change === 'added' ? 'second_factor_added' : 'second_factor_removed',
      at: now,
      address,
      userAgent: shownUserAgent(userAgent),
      sessionId: session.id,
      clientId: null,
    },
  }
}
