import type { Context } from '../context.ts'
import { passwordWarnings } from '../domain/account/password.ts'
import type { InvalidMember } from '../domain/refusal.ts'

/**
 * What an answer says about a password that was just set: a member `warnings`, or nothing. It depends on the password alone, so
 * that it tells nothing about accounts.
 *
 * @param member  of the body, in which it stood
 */
export async function warnOfPassword(
  password: string,
  { commonPasswords }: Pick<Context, 'commonPasswords'>,
  member = 'password',
): Promise<{ warnings?: InvalidMember[] }> {
  const warnings = passwordWarnings(password, await commonPasswords(), member)
  return warnings.length === 0 ? {} : { warnings: [...warnings] }
}
