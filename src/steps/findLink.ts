import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { decideLink, uselessLink, type LinkFacts, type LinkPurpose } from '../domain/account/link.ts'
import type { Refusal } from '../domain/refusal.ts'
import { hashSecret, kindOfSecret, type SecretKind } from '../domain/token/secret.ts'
import { addressDigests } from './addressDigests.ts'

const kindOf: Readonly<Record<LinkPurpose, SecretKind>> = {
  reset_password: 'resetLink',
  verify_email: 'verificationLink',
  change_email: 'changeLink',
}

/**
 * Looks a mailed link up and changes nothing: what a page may do before it shows its form, since programs fetch links too.
 *
 * @param token  as it came; a text that cannot be one is not looked up
 * @returns the link with its account, or `invalid_grant`
 */
export async function findLink(
  token: string,
  purpose: LinkPurpose,
  now: Date,
  context: Pick<Context, 'store' | 'sealing'>,
): Promise<LinkFacts | Refusal> {
  if (kindOfSecret(token) !== kindOf[purpose]) return uselessLink('not the token of such a link')
  const facts = await context.store.links.find(hashSecret(token))
  const email = parseEmail(facts?.account?.user.email ?? '')
  return decideLink(facts, purpose, email === null ? [] : addressDigests(email.emailKey, context), now)
}
