import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { uselessLink, type LinkFacts } from '../domain/account/link.ts'
import { normalisePassword } from '../domain/account/password.ts'
import type { User } from '../domain/account/user.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { findLink } from './findLink.ts'
import { hearPassword } from './hearPassword.ts'
import { openRegistration } from './sealRegistration.ts'

/** What whoever opened a mailed link sends. */
export type EmailVerification = {
  readonly token: string
  /** as it was typed */
  readonly password: string
  /** the IP address it comes from */
  readonly address: string
}

type Needs = Pick<Context, 'store' | 'sealing' | 'passwords' | 'config'>

/**
 * Confirms an address with the token of a mailed link and the password of the registration, typed again: the link proves the
 * mailbox, the password proves the registration, and only who has both gets the account. The password counts as a guess.
 *
 * @returns the account; `invalid_grant` for the link, `invalid_credentials` or `rate_limit_exceeded` for the password, which uses
 *   nothing up, `registration_closed` or `account_exists` where there can be no account any more
 */
export async function verifyEmail(
  verification: EmailVerification,
  now: Date,
  context: Needs,
): Promise<User | Refusal> {
  const facts = await findLink(verification.token, 'verify_email', now, context)
  if (isRefusal(facts)) return facts
  return facts.link.registration === null
    ? confirmAddress(facts, verification, now, context)
    : createAccount(facts.link.hash, facts.link.registration, verification, now, context)
}

async function createAccount(
  hash: Buffer,
  sealed: Buffer,
  verification: EmailVerification,
  now: Date,
  context: Needs,
): Promise<User | Refusal> {
  if (context.config.registration === 'closed') return refuse('registration_closed', 'Registration is closed')
  const { accountId, email, passwordHash, registeredAt } = openRegistration(sealed, context)
  const { emailKey } = parseEmail(email)!
  const wrong = await checkPassword(passwordHash, emailKey, verification, now, context)
  if (wrong !== null) return wrong
  const user: User = {
    id: accountId,
    email,
    emailVerified: true,
    secondFactors: [],
    createdAt: registeredAt,
    updatedAt: now,
    suspendedAt: null,
    deletionRequestedAt: null,
  }
  const created = await context.store.links.createAccount(hash, user, emailKey, passwordHash, now)
  if (created === 'useless') return uselessLink('the link was used meanwhile')
  if (created === 'exists')
    return refuse('account_exists', 'An account with this e-mail address exists already')
  return user
}

async function confirmAddress(
  { link, account }: LinkFacts,
  verification: EmailVerification,
  now: Date,
  context: Needs,
): Promise<User | Refusal> {
  const { user, passwordHash } = account!
  const { emailKey } = parseEmail(user.email)!
  const wrong = await checkPassword(passwordHash, emailKey, verification, now, context)
  if (wrong !== null) return wrong
  return (await context.store.links.confirmAddress(link.hash, now))
    ? { ...user, emailVerified: true }
    : uselessLink('the link was used meanwhile')
}

/** Whoever reads the mailbox has not thereby earned the password, which may open other things: guesses count as they do at login. */
async function checkPassword(
  passwordHash: string,
  emailKey: string,
  { password, address }: EmailVerification,
  now: Date,
  context: Needs,
): Promise<Refusal | null> {
  const attempt = { emailKey, password: normalisePassword(password), address, now }
  const { isHeard, limit, matches, succeed } = await hearPassword(
    attempt,
    async () => ({ passwordHash }),
    context,
  )
  if (!matches) return limit ?? wrongPassword(isHeard ? 'wrong password' : 'locked after too many guesses')
  await succeed()
  return null
}

function wrongPassword(reason: string): Refusal {
  return refuse('invalid_credentials', 'The password is not the one of the registration', reason)
}
