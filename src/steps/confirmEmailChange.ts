import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { uselessLink } from '../domain/account/link.ts'
import { keptLanguages, type Notice } from '../domain/account/mailOrder.ts'
import type { Device } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { findLink } from './findLink.ts'
import { activityOf } from './noteActivity.ts'
import { deliverMailKind } from './orderMail.ts'
import { provePassword } from './provePassword.ts'
import { openNewAddress } from './sealNewAddress.ts'

/** What whoever opened a mailed link sends. */
export type EmailConfirmation = Device & {
  readonly token: string
  /** of the account, as it was typed */
  readonly password: string
  /** the language of the mails that tell both addresses; undefined: English */
  readonly acceptLanguage: string | undefined
  readonly now: Date
}

/**
 * Gives an account the address that its owner asked for. The link proves the mailbox, and the password the account: who has
 * only the new mailbox gets no account, and who has only the account gets no foreign mailbox. The password counts as a guess.
 *
 * @returns the account as it is now; `invalid_grant` for the link, `invalid_credentials` or `rate_limit_exceeded` for the
 *   password, which uses nothing up, `account_exists` when another account has the address by now
 */
export async function confirmEmailChange(
  { token, password, acceptLanguage, now, ...device }: EmailConfirmation,
  context: Pick<Context, 'store' | 'sealing' | 'passwords' | 'jobs' | 'random'>,
): Promise<User | Refusal> {
  const facts = await findLink(token, 'change_email', now, context)
  if (isRefusal(facts)) return facts
  const { user } = facts.account!
  const proven = await provePassword({ email: user.email, password, address: device.address, now }, context)
  if (isRefusal(proven)) return proven.code === 'invalid_credentials' ? wrongPassword(proven.reason) : proven

  const email = parseEmail(openNewAddress(facts.link.newAddress!, context))!
  const tell = (mail: Notice, to: string) =>
    context.jobs.make(
      deliverMailKind,
      { mail, email: to, acceptLanguage: keptLanguages(acceptLanguage) },
      now,
    )
  const changed = await context.store.links.changeEmail(
    facts.link.hash,
    email,
    [tell('emailReplaced', user.email), tell('emailGiven', email.email)],
    activityOf({ kind: 'email_changed', userId: user.id }, { ...device, now }, context),
    now,
  )
  if (changed === 'useless') return uselessLink('the link was used meanwhile')
  if (changed === 'exists')
    return refuse('account_exists', 'An account with this e-mail address exists already')
  context.jobs.wake()
  return { ...user, email: email.email, emailVerified: true }
}

function wrongPassword(reason: string): Refusal {
  return refuse('invalid_credentials', 'The password is not the one of the account', reason)
}
