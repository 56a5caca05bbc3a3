import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { decideLogin, notHeard } from '../domain/account/login.ts'
import { normalisePassword } from '../domain/account/password.ts'
import type { User } from '../domain/account/user.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { hearPassword } from './hearPassword.ts'

/** Somebody who says who they are, and proves it with a password. */
export type PasswordProof = {
  /** as it was typed */
  readonly email: string
  /** as it was typed */
  readonly password: string
  /** the IP address it comes from */
  readonly address: string
  readonly now: Date
}

/**
 * Proves an account by its password (`hearPassword`); a right one takes its count back. Whatever is wrong (address, password, too
 * many guesses), the work is the same: three statements' worth and one hash.
 *
 * @returns the user, `invalid_credentials`, or `rate_limit_exceeded` for who goes on guessing
 */
export async function provePassword(
  { email, password, address, now }: PasswordProof,
  context: Pick<Context, 'store' | 'passwords' | 'sealing'>,
): Promise<User | Refusal> {
  const { users } = context.store
  const parsed = parseEmail(email)
  const normalised = normalisePassword(password)
  const { isHeard, limit, holder, matches, succeed } = await hearPassword(
    { emailKey: parsed?.emailKey ?? email.toLowerCase(), password: normalised, address, now },
    async () => (parsed === null ? null : users.findByEmail(parsed.emailKey)),
    context,
  )
  const user = isHeard ? decideLogin(holder?.user ?? null, matches) : notHeard
  if (isRefusal(user)) return limit ?? user

  await succeed()
  const phc = holder!.passwordHash
  if (context.passwords.needsRehash(phc))
    await users.rehash(user.id, phc, await context.passwords.hash(normalised))
  return user
}
