import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import type { Link, LinkPurpose } from '../domain/account/link.ts'
import { isLeaving } from '../domain/account/deletion.ts'
import { isNotice, type MailOrder } from '../domain/account/mailOrder.ts'
import type { User } from '../domain/account/user.ts'
import type { JobOutcome, TakenJob } from '../domain/job.ts'
import { after } from '../domain/moment.ts'
import { formatSecret, hashSecret } from '../domain/token/secret.ts'
import { renderMail, type MailName } from '../pages/mail.ts'
import { addressDigests } from '../steps/addressDigests.ts'
import { sealNewAddress } from '../steps/sealNewAddress.ts'
import { openRegistration } from '../steps/sealRegistration.ts'

type Needs = Pick<Context, 'store' | 'mailer' | 'config' | 'look' | 'random' | 'sealing' | 'clock'>

/** What the order comes to once somebody has looked: a mail for an address, with a link in it or without. */
type Letter = {
  readonly name: MailName
  readonly to: string
  readonly link: NewLink | null
  readonly values?: Readonly<Record<string, string>> | undefined
}

/** What a new link is about. */
type NewLink = Pick<Link, 'purpose' | 'accountId' | 'registration'> & {
  readonly newAddress?: Buffer | null
  /** the address that the account has now, where that is not the one the mail goes to */
  readonly presentAddress?: string
}

/**
 * Delivers a mail. Only here is looked up whether the address has an account: the request that asked has long been answered.
 *
 * Each attempt makes a link of its own, whose time begins now. Earlier ones are replaced once the mail has been handed over,
 * so that a server that is down makes no link useless which somebody holds.
 */
export async function deliverMail(payload: unknown, job: TakenJob, context: Needs): Promise<JobOutcome> {
  // It was sealed by `orderMail` or `resetPassword`.
  const order = payload as MailOrder
  const now = context.clock.now()
  const letter = await address(order, now, context)
  if (letter === null) return 'done'
  const made = letter.link === null ? null : await makeLink(letter.link, letter.to, now, context)
  const facts = { email: letter.to, issuer: context.config.issuer, link: made, values: letter.values }
  const mail = renderMail(letter.name, facts, order.acceptLanguage ?? undefined, context.look)
  const outcome = await context.mailer.send({ ...mail, id: job.id, to: letter.to })
  if (outcome !== 'accepted') return { hopeless: outcome.refused }
  if (made !== null) await context.store.links.replaceOlder(made.hash, now)
  return 'done'
}

/** Who gets which mail; null: nobody. It goes to the address as it was registered, never to another spelling of it. */
async function address(order: MailOrder, now: Date, context: Needs): Promise<Letter | null> {
  if (isNotice(order)) return { name: order.mail, to: order.email, link: null, values: order.values }
  if (order.mail === 'signInCode') return aboutSignIn(order, now)
  const email = parseEmail(order.email)
  if (email === null) return null
  const user = (await context.store.users.findByEmail(email.emailKey))?.user ?? null
  switch (order.mail) {
    case 'resetPassword':
      return user === null ? null : aboutAccount('resetPassword', 'reset_password', user)
    case 'resendVerification':
      if (user !== null) return user.emailVerified ? null : aboutAccount('verifyEmail', 'verify_email', user)
      return aboutWaiting(await findRegistration(email.emailKey, now, context), context)
    case 'verifyRegistration':
      if (user !== null) return { name: 'accountExists', to: user.email, link: null }
      return aboutRegistration(email.email, order.accountId, Buffer.from(order.registration, 'base64'))
    case 'changeEmail':
      return aboutChange(order.accountId, email.email, user, context)
  }
}

/**
 * Whoever reads mail at the new address confirms it; the owner of another account that has it is told.
 *
 * @param holder  who has the address now; null: nobody
 */
async function aboutChange(
  accountId: string,
  to: string,
  holder: User | null,
  context: Needs,
): Promise<Letter | null> {
  const user = (await context.store.accounts.find(accountId))?.user
  if (user === undefined || user.suspendedAt !== null || isLeaving(user)) return null
  if (holder !== null && holder.id !== user.id) return { name: 'emailTaken', to: holder.email, link: null }
  const link = { purpose: 'change_email', accountId, registration: null, presentAddress: user.email } as const
  return {
    name: 'changeEmail',
    to,
    link: { ...link, newAddress: sealNewAddress(to, context) },
  }
}

/** A code that has expired while the mail waited is worth nothing. */
function aboutSignIn(
  { email, code, expiresAt }: Extract<MailOrder, { readonly mail: 'signInCode' }>,
  now: Date,
): Letter | null {
  const isUseless = new Date(expiresAt).getTime() <= now.getTime()
  return isUseless ? null : { name: 'signInCode', to: email, link: null, values: { code } }
}

/** A suspended account gets no link. */
function aboutAccount(name: MailName, purpose: LinkPurpose, user: User): Letter | null {
  if (user.suspendedAt !== null) return null
  return { name, to: user.email, link: { purpose, accountId: user.id, registration: null } }
}

function aboutRegistration(to: string, accountId: string, registration: Buffer): Letter {
  return { name: 'verifyEmail', to, link: { purpose: 'verify_email', accountId, registration } }
}

/** @param waiting  the latest link of a registration; null: none waits */
function aboutWaiting(waiting: Link | null, context: Needs): Letter | null {
  const { accountId, registration } = waiting ?? { accountId: '', registration: null }
  if (registration === null) return null
  return aboutRegistration(openRegistration(registration, context).email, accountId, registration)
}

function findRegistration(emailKey: string, now: Date, context: Needs): Promise<Link | null> {
  return context.store.links.findRegistration(addressDigests(emailKey, context), now)
}

/** How the links of each purpose are written. */
const writing = {
  reset_password: { kind: 'resetLink', path: '/reset-password', lifetime: 'resetLinkSeconds' },
  verify_email: { kind: 'verificationLink', path: '/verify-email', lifetime: 'verificationLinkSeconds' },
  change_email: { kind: 'changeLink', path: '/change-email', lifetime: 'verificationLinkSeconds' },
} as const satisfies Record<LinkPurpose, object>

/** A stored link, with its URL for the mail: the only copy of its token. Built from the configured issuer, never from a request. */
async function makeLink(
  { presentAddress, newAddress = null, ...about }: NewLink,
  to: string,
  now: Date,
  { store, config, random, sealing }: Needs,
) {
  const { kind, path, lifetime } = writing[about.purpose]
  const token = formatSecret(kind, random.bytes(32))
  const seconds = config.lifetimes[lifetime]
  const [addressDigest] = addressDigests(parseEmail(presentAddress ?? to)!.emailKey, { sealing })
  const hash = hashSecret(token)
  await store.links.add({
    ...about,
    newAddress,
    hash,
    addressDigest: addressDigest!,
    createdAt: now,
    expiresAt: after(now, seconds),
    endedAt: null,
  })
  return { hash, seconds, url: `${config.issuer}${path}?token=${token}` }
}
