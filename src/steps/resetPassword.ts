import type { Context } from '../context.ts'
import { checkNewPassword, normalisePassword } from '../domain/account/password.ts'
import { uselessLink } from '../domain/account/link.ts'
import { keptLanguages, type MailOrder } from '../domain/account/mailOrder.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { hashSecret } from '../domain/token/secret.ts'
import { findLink } from './findLink.ts'
import { deliverMailKind } from './orderMail.ts'

/** What whoever holds a reset link asks for. */
export type PasswordReset = {
  readonly token: string
  /** as it was typed */
  readonly password: string
  /** the language of the mail that tells the owner; undefined: English */
  readonly acceptLanguage: string | undefined
}

/**
 * Replaces a forgotten password with the token of a mailed link. Nothing is used up before everything else is right: first
 * the rules for passwords, then the link, then the hash, which takes its time, and only then the one statement that
 * consumes the link and changes everything.
 *
 * @returns null when the password is changed; `invalid_request` for the password, `invalid_grant` for the link
 */
export async function resetPassword(
  { token, password, acceptLanguage }: PasswordReset,
  now: Date,
  context: Pick<Context, 'store' | 'sealing' | 'jobs' | 'passwords' | 'config' | 'isCommonPassword'>,
): Promise<Refusal | null> {
  const weak = checkNewPassword(password, context.config.profile, context.isCommonPassword)
  if (weak !== null) return weak
  const facts = await findLink(token, 'reset_password', now, context)
  if (isRefusal(facts)) return facts
  const hash = await context.passwords.hash(normalisePassword(password))
  const order: MailOrder = {
    mail: 'passwordChanged',
    email: facts.account!.user.email,
    acceptLanguage: keptLanguages(acceptLanguage),
  }
  const notice = context.jobs.make(deliverMailKind, order, now)
  if (!(await context.store.links.resetPassword(hashSecret(token), hash, notice, now)))
    return uselessLink('the link was used meanwhile')
  context.jobs.wake()
  return null
}
