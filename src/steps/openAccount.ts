import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { keptLanguages } from '../domain/account/mailOrder.ts'
import { checkNewPassword, normalisePassword } from '../domain/account/password.ts'
import type { User } from '../domain/account/user.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { orderMail } from './orderMail.ts'
import { sealRegistration } from './sealRegistration.ts'

/** What somebody registers with, as it was typed. */
export type NewAccount = {
  readonly email: string
  readonly password: string
  readonly now: Date
  /** the language of the mail; undefined: English */
  readonly acceptLanguage: string | undefined
}

/** An account as it was asked for: it exists, or will once its address is confirmed. */
export type OpenedAccount = { readonly user: User; readonly isWaiting: boolean }

/**
 * Creates an account; where addresses are verified, puts it down until its address is confirmed. There nothing is looked up:
 * whether the address is taken shows in the mail only.
 *
 * @returns the account; `registration_closed`; `invalid_request` for an address or a password that will not do, the password
 *   with `errors`; `account_exists`, where that may be told
 */
export async function openAccount(
  { email: typed, password, now, acceptLanguage }: NewAccount,
  context: Pick<
    Context,
    'config' | 'isCommonPassword' | 'passwords' | 'random' | 'store' | 'jobs' | 'sealing'
  >,
): Promise<OpenedAccount | Refusal> {
  const { registration: policy, profile } = context.config
  if (policy === 'closed') return refuse('registration_closed', 'Registration is closed')
  const email = parseEmail(typed)
  if (email === null) return refuse('invalid_request', 'email must be a valid e-mail address')
  const weak = checkNewPassword(password, profile, context.isCommonPassword)
  if (weak !== null) return weak
  const passwordHash = await context.passwords.hash(normalisePassword(password))
  const user: User = {
    id: context.random.uuid(now),
    email: email.email,
    emailVerified: false,
    secondFactors: [],
    createdAt: now,
    updatedAt: now,
    suspendedAt: null,
    deletionRequestedAt: null,
  }
  if (policy !== 'verified') {
    const outcome = await context.store.users.create(user, email.emailKey, passwordHash)
    return outcome === 'exists'
      ? refuse('account_exists', 'An account with this e-mail address exists already')
      : { user, isWaiting: false }
  }
  const registration = { accountId: user.id, email: email.email, passwordHash, registeredAt: now }
  const order = {
    mail: 'verifyRegistration',
    email: email.email,
    acceptLanguage: keptLanguages(acceptLanguage),
    accountId: user.id,
    registration: sealRegistration(registration, context).toString('base64'),
  } as const
  await orderMail(order, now, context)
  return { user, isWaiting: true }
}
