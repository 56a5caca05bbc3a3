import type { Context } from '../context.ts'
import type { Device, Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { recordFactor } from './recordFactor.ts'

/**
 * Turns codes by mail on or off, as the second factor of those who have no authenticator app. The owner is told. Whoever asks has
 * just proven themselves (`x-step-up`): where the factor is on, with a code.
 *
 * @returns null, also when nothing had to change; `conflict` for an address that is not confirmed
 */
export async function switchEmailFactor(
  on: boolean,
  principal: { readonly user: User; readonly session: Session },
  call: Device & { readonly now: Date; readonly acceptLanguage: string | undefined },
  context: Pick<Context, 'store' | 'jobs' | 'random'>,
): Promise<Refusal | null> {
  const record = recordFactor(on ? 'added' : 'removed', principal, call, context)
  if (!(await context.store.factors.setEmail(principal.user.id, on, record, call.now)))
    return refuse('conflict', 'Confirm the e-mail address before codes are sent to it')
  context.jobs.wake()
  return null
}
