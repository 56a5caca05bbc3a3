import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import {
  digestEmailCode,
  emailCodeBytes,
  emailCodeLabel,
  formatEmailCode,
} from '../domain/account/emailCode.ts'
import { keptLanguages, mailQuota, type MailOrder } from '../domain/account/mailOrder.ts'
import type { User } from '../domain/account/user.ts'
import { after } from '../domain/moment.ts'
import { addressDigests } from './addressDigests.ts'
import { deliverMailKind } from './orderMail.ts'

/** The request that a code is mailed for. */
export type CodeRequest = {
  readonly now: Date
  /** the language of the mail; undefined or left out: English */
  readonly acceptLanguage?: string | undefined
}

/**
 * Has a code mailed to the address of an account, which replaces the one before. Code and mail are written together.
 * Beyond its quota an address gets none, and nobody is told; whether the mail arrives shows nowhere.
 */
export async function mailCode(
  { id, email }: User,
  { now, acceptLanguage }: CodeRequest,
  context: Pick<Context, 'store' | 'sealing' | 'random' | 'config' | 'jobs'>,
): Promise<void> {
  const { store, sealing, random, config, jobs } = context
  const code = formatEmailCode(random.bytes(emailCodeBytes))
  const expiresAt = after(now, config.lifetimes.emailCodeSeconds)
  const order: MailOrder = {
    mail: 'signInCode',
    email,
    acceptLanguage: keptLanguages(acceptLanguage),
    code,
    expiresAt: expiresAt.toISOString(),
  }
  const [subject = null] = addressDigests(`${order.mail} ${parseEmail(email)?.emailKey}`, context)
  const hash = digestEmailCode(sealing.deriveKey(emailCodeLabel), id, code)
  const mail = jobs.make(deliverMailKind, order, now, subject)
  await store.factors.addEmailCode({ userId: id, hash, createdAt: now, expiresAt }, mail, mailQuota)
  jobs.wake()
}
