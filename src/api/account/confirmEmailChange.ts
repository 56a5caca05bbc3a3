import { isRefusal } from '../../domain/refusal.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { confirmEmailChange as confirm } from '../../steps/confirmEmailChange.ts'

/** Gives an account another address, with the token of the link that was mailed there and the password. */
export const confirmEmailChange: Operation<'confirmEmailChange'> = async (call, context) => {
  const { address, userAgent, acceptLanguage, now } = call
  const user = await confirm({ ...call.body, address, userAgent, acceptLanguage, now }, context)
  if (isRefusal(user)) return call.refuse(user)
  return call.reply(200, { id: user.id, email: user.email, created_at: formatTimestamp(user.createdAt) })
}
