import type { Context } from '../context.ts'
import { keptLanguages, type MailOrder } from '../domain/account/mailOrder.ts'
import { checkNewPassword, normalisePassword } from '../domain/account/password.ts'
import type { Device, Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { activityOf } from './noteActivity.ts'
import { deliverMailKind } from './orderMail.ts'
import { provePassword } from './provePassword.ts'
import { tellLogouts } from './tellLogout.ts'

/** A password that is to take the place of the present one, both as they were typed. */
export type PasswordReplacement = {
  readonly current: string
  readonly next: string
  /** false: app passwords work on */
  readonly endsAppPasswords: boolean
}

type Request = Device & { readonly now: Date; readonly acceptLanguage: string | undefined }

/**
 * Puts another password in the place of the present one, for whoever knows that. Every other session ends, and every grant.
 *
 * @returns null; `invalid_request` for the new one, `invalid_credentials` for the present one, which counts as a guess,
 *   `rate_limit_exceeded`
 */
export async function replacePassword(
  { current, next, endsAppPasswords }: PasswordReplacement,
  { user, session }: { readonly user: User; readonly session: Session },
  request: Request,
  context: Pick<
    Context,
    'store' | 'passwords' | 'sealing' | 'random' | 'config' | 'jobs' | 'isCommonPassword'
  >,
): Promise<Refusal | null> {
  const { address, now, acceptLanguage } = request
  const weak = checkNewPassword(next, context.config.profile, context.isCommonPassword, 'new_password')
  if (weak !== null) return weak
  const proven = await provePassword({ email: user.email, password: current, address, now }, context)
  if (isRefusal(proven) && proven.code !== 'invalid_credentials') return proven
  if (isRefusal(proven) || proven.id !== user.id)
    return refuse('invalid_credentials', 'The current password is wrong', 'current password wrong')

  const order: MailOrder = {
    mail: 'passwordReplaced',
    email: proven.email,
    acceptLanguage: keptLanguages(acceptLanguage),
  }
  const change = {
    userId: user.id,
    userAsOf: proven.updatedAt,
    passwordHash: await context.passwords.hash(normalisePassword(next)),
    sessionId: session.id,
    endsAppPasswords,
  }
  await context.store.accounts.changePassword(
    change,
    context.jobs.make(deliverMailKind, order, now),
    activityOf({ kind: 'password_changed', userId: user.id, sessionId: session.id }, request, context),
    now,
  )
  context.jobs.wake()
  await tellLogouts(user.id, now, context)
  return null
}
