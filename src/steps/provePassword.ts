import type { Context } from '../context.ts'
import { parseEmail } from '../domain/account/email.ts'
import { decideHearing, guessKeys, knownUntil, type GuessKeys } from '../domain/account/guessing.ts'
import { decideLogin, notHeard } from '../domain/account/login.ts'
import { normalisePassword } from '../domain/account/password.ts'
import type { User } from '../domain/account/user.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'

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
 * Proves an account by its password. The attempt is counted before anything is looked at, so that guesses made at the same
 * time cannot slip through; a right one takes its count back. Whatever is wrong (address, password, too many guesses), the
 * work is the same: three statements' worth and one hash.
 *
 * @returns the user, `invalid_credentials`, or `rate_limit_exceeded` for who goes on guessing
 */
export async function provePassword(
  { email, password, address, now }: PasswordProof,
  context: Pick<Context, 'store' | 'passwords' | 'sealing'>,
): Promise<User | Refusal> {
  const { attempts, users } = context.store
  const parsed = parseEmail(email)
  const key = context.sealing.deriveKey('guesses')
  const keys = guessKeys(key, parsed?.emailKey ?? email.toLowerCase(), address)
  const { isHeard, limit } = decideHearing(await attempts.begin(keys, now), now)

  const normalised = normalisePassword(password)
  const found = parsed === null ? null : await users.findByEmail(parsed.emailKey)
  const phc = isHeard && found !== null ? found.passwordHash : null
  const matches = await verify(phc, normalised, keys, context)
  const user = isHeard ? decideLogin(found?.user ?? null, matches) : notHeard
  if (isRefusal(user)) return limit ?? user

  await attempts.succeed(keys, knownUntil(now))
  if (phc !== null && context.passwords.needsRehash(phc))
    await users.rehash(user.id, phc, await context.passwords.hash(normalised))
  return user
}

/** One hash in any case. A password that could not be looked at, because the service is too busy, was no attempt. */
async function verify(
  phc: string | null,
  password: string,
  keys: GuessKeys,
  { store, passwords }: Pick<Context, 'store' | 'passwords'>,
): Promise<boolean> {
  try {
    return phc === null ? await passwords.verifyDecoy(password) : await passwords.verify(phc, password)
  } catch (error) {
    await store.attempts.withdraw(keys)
    throw error
  }
}
