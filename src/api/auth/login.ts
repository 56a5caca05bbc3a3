import { describeLogin } from '../../domain/account/login.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { signIn } from '../../steps/signIn.ts'
import { startSession } from '../../steps/startSession.ts'

/** Opens a session with e-mail address and password, and the code of a second factor where the account has one. */
export const login: Operation<'login'> = async (call, context) => {
  const { address, now, acceptLanguage, userAgent } = call
  const proven = await signIn({ ...call.body, address, now, acceptLanguage, userAgent }, context)
  if (isRefusal(proven)) return call.refuse(proven)
  const started = await startSession(proven.user, proven.amr, call, context)
  return call.reply(200, describeLogin(proven.user, started))
}
