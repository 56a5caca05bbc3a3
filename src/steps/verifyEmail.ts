import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { uselessLink, type LinkFacts } from '../domain/account/link.ts'
import { normalisePassword } from '../domain/account/password.ts'
import type { User } from '../domain/account/user.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { findLink } from './findLink.ts'
import { openRegistration } from './sealRegistration.ts'

type Needs = Pick<Context, 'store' | 'sealing' | 'passwords' | 'config'>

/**
 * Confirms an address with the token of a mailed link and the password of the registration, typed again: the link proves the
 * mailbox, the password proves the registration, and only who has both gets the account.
 *
 * @param confirmation.password  as it was typed; a wrong one uses nothing up
 * @returns the account; `invalid_grant` for the link, `invalid_credentials` for the password, `registration_closed` or
 *   `account_exists` where there can be no account any more
 */
export async function verifyEmail(
  { token, password }: { readonly token: string; readonly password: string },
  now: Date,
  context: Needs,
): Promise<User | Refusal> {
  const facts = await findLink(token, 'verify_email', now, context)
  if (isRefusal(facts)) return facts
  const typed = normalisePassword(password)
  return facts.link.registration === null
    ? confirmAddress(facts, typed, now, context)
    : createAccount(facts.link.hash, facts.link.registration, typed, now, context)
}

async function createAccount(
  hash: Buffer,
  sealed: Buffer,
  password: string,
  now: Date,
  context: Needs,
): Promise<User | Refusal> {
  if (context.config.registration === 'closed') return refuse('registration_closed', 'Registration is closed')
  const { accountId, email, passwordHash, registeredAt } = openRegistration(sealed, context)
  if (!(await context.passwords.verify(passwordHash, password))) return wrongPassword()
  const user: User = {
    id: accountId,
    email,
    emailVerified: true,
    createdAt: registeredAt,
    updatedAt: now,
    suspendedAt: null,
  }
  const { emailKey } = parseEmail(email)!
  const created = await context.store.links.createAccount(hash, user, emailKey, passwordHash, now)
  if (created === 'useless') return uselessLink('the link was used meanwhile')
  if (created === 'exists')
    return refuse('account_exists', 'An account with this e-mail address exists already')
  return user
}

async function confirmAddress(
  { link, account }: LinkFacts,
  password: string,
  now: Date,
  context: Needs,
): Promise<User | Refusal> {
  const { user, passwordHash } = account!
  if (!(await context.passwords.verify(passwordHash, password))) return wrongPassword()
  return (await context.store.links.confirmAddress(link.hash, now))
    ? { ...user, emailVerified: true }
    : uselessLink('the link was used meanwhile')
}

function wrongPassword(): Refusal {
  return refuse('invalid_credentials', 'The password is not the one of the registration', 'wrong password')
}
