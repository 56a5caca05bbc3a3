import { numericDate } from '../moment.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { acrOf, type Acr } from './assurance.ts'
import { askedFactor } from './mfa.ts'
import { checkStepUp, freshSeconds, type Session } from './session.ts'
import type { User } from './user.ts'

/** What somebody who is signed in shows to prove it anew; `send_code` asks for what is to be shown. */
export type StepUpMeans = 'password' | 'code' | 'passkey' | 'send_code'

/**
 * Decides whether an account can be proven anew by these means: one with a second factor by that or a passkey, and by nothing
 * less.
 *
 * @returns null; `insufficient_user_authentication` for a password that is not enough, before it is looked at; `conflict` for a
 *   code where there can be none
 */
export function checkMeans(user: User, means: StepUpMeans): Refusal | null {
  // It is two factors in one, whatever else the account has.
  if (means === 'passkey') return null
  const asked = askedFactor(user)
  if (means === 'send_code')
    return asked === 'email' ? null : refuse('conflict', 'The codes of this account do not come by mail')
  if (means === 'code')
    return asked === null ? refuse('conflict', 'This account has no second factor; send the password') : null
  if (asked === null) return null
  return refuse(
    'insufficient_user_authentication',
    'This account is proven anew by a code of its second factor',
    undefined,
    { acrValues: 'aal2', maxAgeSeconds: freshSeconds },
  )
}

/** How fresh and how strong the proof of a session's user is. */
export type Freshness = {
  readonly session_id: string
  /** seconds since 1970 (OpenID Connect Core §2) */
  readonly auth_time: number
  readonly amr: string[]
  readonly acr: Acr
  /** seconds for which operations with `x-step-up` stay open; 0: they are shut */
  readonly fresh_for: number
}

/** Describes the proof of a session's user. */
export function describeFreshness(session: Session, user: User, now: Date): Freshness {
  const age = Math.floor((now.getTime() - session.authenticatedAt.getTime()) / 1000)
  return {
    session_id: session.id,
    auth_time: numericDate(session.authenticatedAt),
    amr: [...session.amr],
    acr: acrOf(session.amr),
    fresh_for: checkStepUp(session, user, now) === null ? Math.min(freshSeconds - age, freshSeconds) : 0,
  }
}
