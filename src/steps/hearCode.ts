import type { Context } from '../context.ts'
import { decideCodeHearing, guessKeys, knownUntil } from '../domain/account/guessing.ts'
import { refuseCode } from '../domain/account/mfa.ts'
import type { User } from '../domain/account/user.ts'
import type { Refusal } from '../domain/refusal.ts'

/** Somebody who tries a code of an account, and from which IP address. */
export type CodeAttempt = { readonly user: User; readonly address: string; readonly now: Date }

/** Whether the code of an attempt is looked at. */
export type HeardCode =
  | { readonly isHeard: false; readonly refusal: Refusal }
  | {
      readonly isHeard: true
      /** The code was right: what was guessed from there is forgotten. */
      readonly succeed: () => Promise<void>
    }

/**
 * Counts an attempt at a code before anything is looked at, by counters of the account that are of codes only: how many sign-ins
 * were begun, and at which path, does not matter.
 *
 * @returns where it is not heard, `invalid_credentials`, or `rate_limit_exceeded` for who goes on guessing
 */
export async function hearCode(
  { user, address, now }: CodeAttempt,
  { store, sealing }: Pick<Context, 'store' | 'sealing'>,
): Promise<HeardCode> {
  const keys = guessKeys(sealing.deriveKey('code-guesses'), user.id, address)
  const { isHeard, limit } = decideCodeHearing(await store.attempts.begin(keys, now), now)
  if (!isHeard) return { isHeard, refusal: limit ?? refuseCode('locked after too many codes') }
  return { isHeard, succeed: () => store.attempts.succeed(keys, knownUntil(now)) }
}
