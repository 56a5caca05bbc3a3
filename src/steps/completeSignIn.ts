import type { Context } from '../context.ts'
import { joinMethods } from '../domain/account/assurance.ts'
import { decideChallenge, lostChallenge } from '../domain/account/mfa.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { hashSecret } from '../domain/token/secret.ts'
import { proveCode, type CodeProof } from './proveCode.ts'
import type { Proven } from './signIn.ts'

/** The second half of a sign-in. */
export type Completion = Omit<CodeProof, 'user'> & {
  /** the `mfa_token`, or what stands in its place in a browser */
  readonly token: string
}

/**
 * Completes a sign-in whose password was right. The try is counted first, the code then used up, and then the sign-in itself:
 * of two requests one goes on, and whoever is interrupted in between begins again.
 *
 * @returns who it is, as the account was when the password was proven; `invalid_credentials` for the code, `invalid_grant`
 *   when the sign-in has to begin again, `rate_limit_exceeded`
 */
export async function completeSignIn(
  { token, ...proof }: Completion,
  context: Pick<Context, 'store' | 'sealing' | 'random'>,
): Promise<Proven | Refusal> {
  const hash = hashSecret(token)
  const facts = decideChallenge(await context.store.mfaChallenges.countTry(hash), proof.now)
  if (isRefusal(facts)) return facts
  const { user } = facts
  const wrong = await proveCode({ ...proof, user }, context)
  if (wrong !== null) return wrong
  const isMine = await context.store.mfaChallenges.consume(hash, proof.now)
  return isMine ? { user, amr: joinMethods(['pwd'], ['otp']) } : lostChallenge()
}
