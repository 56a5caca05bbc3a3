import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { guessKeys, knownUntil } from '../domain/account/guessing.ts'
import { checkNewPassword, normalisePassword } from '../domain/account/password.ts'
import { uselessLink } from '../domain/account/link.ts'
import { keptLanguages, type MailOrder } from '../domain/account/mailOrder.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { hashSecret } from '../domain/token/secret.ts'
import { findLink } from './findLink.ts'
import { noteActivity } from './noteActivity.ts'
import { deliverMailKind } from './orderMail.ts'
import { tellLogouts } from './tellLogout.ts'

/** What whoever holds a reset link asks for. */
export type PasswordReset = {
  readonly token: string
  /** as it was typed */
  readonly password: string
  /** the language of the mail that tells the owner; undefined: English */
  readonly acceptLanguage: string | undefined
  /** the IP address it comes from */
  readonly address: string
  /** what the device calls itself */
  readonly userAgent: string | undefined
}

/**
 * Replaces a forgotten password with the token of a mailed link. Nothing is used up before everything else is right: first
 * the rules for passwords, then the link, then the hash, which takes its time, and only then the one statement that
 * consumes the link and changes everything. Whoever guessed in vain before is heard again: the mailbox has proven the owner.
 *
 * @returns null when the password is changed; `invalid_request` for the password, `invalid_grant` for the link
 */
export async function resetPassword(
  { token, password, acceptLanguage, address, userAgent }: PasswordReset,
  now: Date,
  context: Pick<
    Context,
    'store' | 'sealing' | 'jobs' | 'random' | 'passwords' | 'config' | 'isCommonPassword'
  >,
): Promise<Refusal | null> {
  const weak = checkNewPassword(password, context.config.profile, context.isCommonPassword)
  if (weak !== null) return weak
  const facts = await findLink(token, 'reset_password', now, context)
  if (isRefusal(facts)) return facts
  const hash = await context.passwords.hash(normalisePassword(password))
  const { id: userId, email } = facts.account!.user
  const order: MailOrder = {
    mail: 'passwordChanged',
    email,
    acceptLanguage: keptLanguages(acceptLanguage),
  }
  // Before the link is used up: if this fails, the owner can follow it again.
  await forgetGuesses(email, address, now, context)
  const notice = context.jobs.make(deliverMailKind, order, now)
  if (!(await context.store.links.resetPassword(hashSecret(token), hash, notice, now)))
    return uselessLink('the link was used meanwhile')
  await noteActivity({ kind: 'password_reset', userId }, { address, userAgent, now }, context)
  context.jobs.wake()
  await tellLogouts(userId, now, context)
  return null
}

/**
 * Counts the reset as an attempt at the account that was right: what was guessed at it from there is forgotten, and the network
 * is one that its owner uses. Without it an owner who is locked out could not use the password they have just set.
 */
async function forgetGuesses(
  email: string,
  address: string,
  now: Date,
  { store, sealing }: Pick<Context, 'store' | 'sealing'>,
): Promise<void> {
  const emailKey = parseEmail(email)?.emailKey ?? email.toLowerCase()
  const keys = guessKeys(sealing.deriveKey('guesses'), emailKey, address)
  await store.attempts.begin(keys, now)
  await store.attempts.succeed(keys, knownUntil(now))
}
