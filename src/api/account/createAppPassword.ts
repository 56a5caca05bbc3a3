import { defaultAppPasswordSeconds } from '../../domain/account/appPassword.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { formatTimestamp, formatTimestampOrNull } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'
import { makeAppPassword } from '../../steps/makeAppPassword.ts'

/** Makes an app password of the signed-in user. Its text is in this answer only. */
export const createAppPassword: Operation<'createAppPassword'> = async (call, context) => {
  const { name, scopes, expires_in: seconds = defaultAppPasswordSeconds } = call.body
  const order = { name, scopes, ttlSeconds: seconds === -1 ? null : seconds }
  const made = await makeAppPassword(order, call.principal.session, call, context)
  if (isRefusal(made)) return call.refuse(made)
  const { appPassword, text } = made
  return call.reply(201, {
    id: appPassword.id,
    name,
    app_password: text,
    scopes: [...appPassword.scope],
    created_at: formatTimestamp(appPassword.createdAt),
    expires_at: formatTimestampOrNull(appPassword.expiresAt),
  })
}
