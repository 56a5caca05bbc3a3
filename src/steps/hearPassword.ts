import type { Context } from '../context.ts'
import { decideHearing, guessKeys, knownUntil, type GuessKeys } from '../domain/account/guessing.ts'
import type { Refusal } from '../domain/refusal.ts'

/** A password that somebody shows for an address. */
export type PasswordAttempt = {
  /** the normalised address, whether or not it has an account */
  readonly emailKey: string
  /** normalised */
  readonly password: string
  /** the IP address it comes from */
  readonly address: string
  readonly now: Date
}

/** What became of it. A right password that was not heard does not match. */
export type HeardPassword<Holder> = {
  readonly isHeard: boolean
  /** what is answered in the place of "wrong"; null: nothing is */
  readonly limit: Refusal | null
  /** null when the address has no password */
  readonly holder: Holder | null
  readonly matches: boolean
  /** Takes the attempt back: it was right, and whoever made it is let in. */
  readonly succeed: () => Promise<void>
}

/**
 * Looks at a password, at whichever path it is shown: the attempt is counted before anything is looked at, so that guesses made
 * at the same time cannot slip through. Heard or not, known address or not, the work is the same: one hash.
 *
 * @param find  whose password it would be
 */
export async function hearPassword<Holder extends { readonly passwordHash: string }>(
  { emailKey, password, address, now }: PasswordAttempt,
  find: () => Promise<Holder | null>,
  context: Pick<Context, 'store' | 'passwords' | 'sealing'>,
): Promise<HeardPassword<Holder>> {
  const { attempts } = context.store
  const keys = guessKeys(context.sealing.deriveKey('guesses'), emailKey, address)
  const { isHeard, limit } = decideHearing(await attempts.begin(keys, now), now)
  const holder = await find()
  const phc = isHeard && holder !== null ? holder.passwordHash : null
  const matches = await verify(phc, password, keys, context)
  return { isHeard, limit, holder, matches, succeed: () => attempts.succeed(keys, knownUntil(now)) }
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
