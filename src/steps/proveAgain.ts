import type { Context } from '../context.ts'
import { joinMethods } from '../domain/account/assurance.ts'
import { notAccepted } from '../domain/account/passkeyLogin.ts'
import type { Session } from '../domain/account/session.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'
import { proveCode, type CodeProof } from './proveCode.ts'
import { provePasskey, type PasskeyProof } from './provePasskey.ts'
import { provePassword } from './provePassword.ts'

/** What somebody who is signed in proves themselves with anew. */
export type AnewProof = Omit<CodeProof, 'code'> & { readonly session: Session } & (
    | { readonly password: string }
    | { readonly code: string }
    | { readonly passkey: Omit<PasskeyProof, 'now'> }
  )

/**
 * Proves the user of a session anew. Whether these means are enough for the account was decided before (`checkMeans`).
 *
 * @returns how the user is proven from now on (RFC 8176); or the refusal, which counted as a guess
 */
export async function proveAgain(
  proof: AnewProof,
  context: Pick<Context, 'store' | 'passwords' | 'sealing' | 'random' | 'config' | 'passkeyVerifier'>,
): Promise<readonly string[] | Refusal> {
  const { user, session, address, now } = proof
  if ('code' in proof) return (await proveCode(proof, context)) ?? joinMethods(session.amr, ['otp'])
  if ('passkey' in proof) {
    const shown = await provePasskey({ ...proof.passkey, now }, context)
    if (isRefusal(shown)) return shown
    return shown.user.id === user.id
      ? shown.amr
      : notAccepted('passkey of another account than the one signed in')
  }
  const proven = await provePassword({ email: user.email, password: proof.password, address, now }, context)
  if (isRefusal(proven)) return proven
  if (proven.id === user.id) return ['pwd']
  // The address has gone to another account since the session's user was read.
  return refuse('invalid_credentials', 'The e-mail address or the password is wrong', 'address given away')
}
