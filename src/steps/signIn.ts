import type { Context } from '../context.ts'
import { joinMethods } from '../domain/account/assurance.ts'
import { askedFactor } from '../domain/account/mfa.ts'
import type { User } from '../domain/account/user.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { askSecondFactor } from './askSecondFactor.ts'
import { proveCode } from './proveCode.ts'
import { provePassword, type PasswordProof } from './provePassword.ts'

/** Somebody who has proven who they are, and how (RFC 8176), e.g. `['pwd']`. */
export type Proven = { readonly user: User; readonly amr: readonly string[] }

/** What somebody signs in with. */
export type SignInProof = PasswordProof & {
  /** of the second factor, as it was typed; undefined or left out: none was sent */
  readonly code?: string | undefined
  /** the language of a mail with a code; undefined: English */
  readonly acceptLanguage?: string | undefined
  /** `User-Agent`, for the history of the account */
  readonly userAgent?: string | undefined
  /** what stands in the place of an `mfa_token`: a browser has something of its own */
  readonly challengeToken?: string
}

/**
 * Signs somebody in by password, and by a second factor where the account has one. Every path that takes a password goes
 * through here, so that none of them forgets the factor. Nothing about factors is looked at before the password was right.
 *
 * @returns who it is; the refusal of `provePassword`; `mfa_required`, with all that the answer needs, when the code is missing;
 *   `invalid_credentials` when it is wrong
 */
export async function signIn(
  proof: SignInProof,
  context: Pick<Context, 'store' | 'passwords' | 'sealing' | 'random' | 'config' | 'jobs'>,
): Promise<Proven | Refusal> {
  const user = await provePassword(proof, context)
  if (isRefusal(user)) return user
  if (askedFactor(user) === null) return { user, amr: ['pwd'] }
  const { code, ...request } = proof
  if (code === undefined) return askSecondFactor(user, request, context)
  const wrong = await proveCode({ ...request, user, code }, context)
  return wrong ?? { user, amr: joinMethods(['pwd'], ['otp']) }
}
