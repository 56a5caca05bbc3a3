import { formatTimestamp } from '../../domain/timestamp.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { provePassword } from '../../steps/provePassword.ts'
import { startSession } from '../../steps/startSession.ts'

/** Opens a session with e-mail address and password. */
export const login: Operation<'login'> = async (call, context) => {
  const { address, now } = call
  const user = await provePassword({ ...call.body, address, now }, context)
  if (isRefusal(user)) return call.refuse(user)
  const { token, expiresInSeconds } = await startSession(user, ['pwd'], now, context)
  return call.reply(200, {
    user: { id: user.id, email: user.email, created_at: formatTimestamp(user.createdAt) },
    token,
    expires_in: expiresInSeconds,
  })
}
