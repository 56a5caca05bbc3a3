import { isRefusal } from '../../domain/refusal.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { openAccount } from '../../steps/openAccount.ts'
import { warnOfPassword } from '../../steps/warnOfPassword.ts'

/** Creates an account; where addresses are verified, puts it down until its address is confirmed. */
export const register: Operation<'register'> = async (call, context) => {
  const { now, acceptLanguage } = call
  const opened = await openAccount({ ...call.body, now, acceptLanguage }, context)
  if (isRefusal(opened)) return call.refuse(opened)
  const { user } = opened
  return call.reply(201, {
    id: user.id,
    email: user.email,
    created_at: formatTimestamp(user.createdAt),
    ...(await warnOfPassword(call.body.password, context)),
  })
}
