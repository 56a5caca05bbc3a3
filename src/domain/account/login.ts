import { refuse, type Refusal } from '../refusal.ts'
import { formatTimestamp } from '../timestamp.ts'
import type { User } from './user.ts'

/**
 * Decides a sign-in by password. Wrong, unknown and suspended are one answer, and all were given the same work before:
 * who guesses learns nothing about whether an account exists.
 *
 * @param user     null when no account has the address
 * @param matches  whether the password fits the stored hash; false for the decoy
 */
export function decideLogin(user: User | null, matches: boolean): User | Refusal {
  if (user === null) return wrong('no such account')
  if (!matches) return wrong('wrong password')
  if (user.suspendedAt !== null) return wrong('account suspended')
  return user
}

/** What whoever signed in is answered. @param started  the session's token, and how long it works */
export function describeLogin(
  user: User,
  started: { readonly token: string; readonly expiresInSeconds: number },
): {
  readonly user: { readonly id: string; readonly email: string; readonly created_at: string }
  readonly token: string
  readonly expires_in: number
} {
  return {
    user: { id: user.id, email: user.email, created_at: formatTimestamp(user.createdAt) },
    token: started.token,
    expires_in: started.expiresInSeconds,
  }
}

/** The answer to an attempt whose password is not looked at: the same as to a wrong one. */
export const notHeard = wrong('locked after too many guesses')

function wrong(reason: string): Refusal {
  return refuse('invalid_credentials', 'The e-mail address or the password is wrong', reason)
}
