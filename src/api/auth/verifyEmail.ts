import { isRefusal } from '../../domain/refusal.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { verifyEmail as confirm } from '../../steps/verifyEmail.ts'

/** Confirms an address with the token of a mailed link and the password of the registration. */
export const verifyEmail: Operation<'verifyEmail'> = async (call, context) => {
  const user = await confirm({ ...call.body, address: call.address }, call.now, context)
  if (isRefusal(user)) return call.refuse(user)
  return call.reply(200, { id: user.id, email: user.email, created_at: formatTimestamp(user.createdAt) })
}
