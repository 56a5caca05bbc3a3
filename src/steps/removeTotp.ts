import type { Context } from '../context.ts'
import type { Device, Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { recordFactor } from './recordFactor.ts'

/**
 * Removes an authenticator app from an account. Whoever does it has just shown a second factor (`x-step-up`).
 *
 * @returns null, or `not_found` when none is in use
 */
export async function removeTotp(
  principal: { readonly user: User; readonly session: Session },
  request: Device & { readonly now: Date; readonly acceptLanguage: string | undefined },
  context: Pick<Context, 'store' | 'jobs' | 'random'>,
): Promise<Refusal | null> {
  const record = recordFactor('removed', principal, request, context)
  if (!(await context.store.factors.removeTotp(principal.user.id, record, request.now)))
    return refuse('not_found', 'No authenticator app is in use')
  context.jobs.wake()
  return null
}
