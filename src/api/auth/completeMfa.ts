import { describeLogin } from '../../domain/account/login.ts'
import { unknownChallenge } from '../../domain/account/mfa.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { kindOfSecret } from '../../domain/token/secret.ts'
import type { Operation } from '../../http/operation.ts'
import { completeSignIn } from '../../steps/completeSignIn.ts'
import { startSession } from '../../steps/startSession.ts'

/** Opens the session of a sign-in whose password was right, with a code of the second factor. */
export const completeMfa: Operation<'completeMfa'> = async (call, context) => {
  const { address, now, userAgent } = call
  const { mfa_token: token, code } = call.body
  // What browsers hold in the place of an mfa_token opens nothing here.
  const isOurs = kindOfSecret(token) === 'mfaToken'
  const proven = isOurs
    ? await completeSignIn({ token, code, address, now, userAgent }, context)
    : unknownChallenge()
  if (isRefusal(proven)) return call.refuse(proven)
  const started = await startSession(proven.user, proven.amr, call, context)
  return call.reply(200, describeLogin(proven.user, started))
}
