import { formatTimestamp } from '../../domain/timestamp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { provePasskey } from '../../steps/provePasskey.ts'
import { startSession } from '../../steps/startSession.ts'

/** Opens a session with a passkey, which is two factors in one: nothing else is asked for. */
export const finishPasskeyLogin: Operation<'finishPasskeyLogin'> = async (call, context) => {
  const { challenge_id: challengeId, credential } = call.body
  const proven = await provePasskey({ challengeId, credential, now: call.now }, context)
  if (isRefusal(proven)) return call.refuse(proven)
  const { user, amr } = proven
  const { token, expiresInSeconds } = await startSession(user, amr, call, context)
  return call.reply(200, {
    user: { id: user.id, email: user.email, created_at: formatTimestamp(user.createdAt) },
    token,
    expires_in: expiresInSeconds,
  })
}
