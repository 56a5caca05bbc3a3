import type { Profile } from '../profile.ts'
import { refuse, type InvalidMember, type Refusal } from '../refusal.ts'

/** Characters that a password has at least. */
export const minCharacters: Readonly<Record<Profile, number>> = { default: 8, strict: 15 }
const maxBytes = 1024
const commonMessage = 'must not be a common password'

/**
 * Brings a password into the form that is hashed and compared, so that it does not depend on keyboard and system: NFKC,
 * every kind of space as U+0020 (RFC 8265 §4.2.2, which says NFC; the contract says NFKC). Case and length stay.
 */
export function normalisePassword(text: string): string {
  return text.normalize('NFKC').replace(/\p{Zs}/gu, ' ')
}

/**
 * Decides whether a password may be set (NIST SP 800-63B §3.1.1): length, and nothing about its composition. A common one is
 * refused in `strict`, and warned of elsewhere.
 *
 * @param password  as it was typed; characters are counted as code points of the normalised text
 * @param isCommon  tells whether a normalised password is on the list of common ones; asked in `strict` only
 * @returns what is wrong with it, or null
 */
export function checkPassword(
  password: string,
  profile: Profile,
  isCommon?: (normalised: string) => boolean,
): InvalidMember | null {
  // Bytes first and on the text as it came: nothing costly is done to a megabyte.
  if (Buffer.byteLength(password) > maxBytes) return invalid(`must be at most ${maxBytes} bytes`)
  if (!password.isWellFormed() || password.includes('\u0000'))
    return invalid('must be well-formed text without NUL')
  const normalised = normalisePassword(password)
  // One character can become eighteen: what is hashed has to fit as well.
  if (Buffer.byteLength(normalised) > maxBytes) return invalid(`must be at most ${maxBytes} bytes`)
  if ([...normalised].length < minCharacters[profile])
    return invalid(`must have at least ${minCharacters[profile]} characters`)
  if (profile === 'strict' && isCommon?.(normalised) === true) return invalid(commonMessage)
  return null
}

/**
 * What the owner of a password that may be set should know (NIST SP 800-63B §3.1.1.2): in the default profile a common one is
 * no more than advised against, since the printed contract registers one.
 *
 * @param isCommon  like for `checkPassword`
 * @param member    of the body, which the warning is about
 */
export function passwordWarnings(
  password: string,
  isCommon: (normalised: string) => boolean,
  member = 'password',
): readonly InvalidMember[] {
  if (!isCommon(normalisePassword(password))) return []
  const message = 'is one of the passwords that are tried first; another one would be safer'
  return [{ path: `/${member}`, message }]
}

/** What `checkPassword` says as a refusal, for operations whose body has a `password`, or the member that is named; null when it may be set. */
export function checkNewPassword(
  password: string,
  profile: Profile,
  isCommon: (normalised: string) => boolean,
  member = 'password',
): Refusal | null {
  const weak = checkPassword(password, profile, isCommon)
  if (weak === null) return null
  const errors = [{ ...weak, path: `/${member}` }]
  return refuse('invalid_request', `${member} ${weak.message}`, 'password policy', { errors })
}

/** Why a page says that a password will not do. */
export type PasswordProblem = 'short' | 'common'

/** Which of the two it is. @param refusal  of {@link checkNewPassword} */
export function passwordProblem({ errors = [] }: Refusal): PasswordProblem {
  return errors.some(({ message }) => message === commonMessage) ? 'common' : 'short'
}

function invalid(message: string): InvalidMember {
  return { path: '/password', message }
}
