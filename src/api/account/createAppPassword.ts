import {
  defaultAppPasswordSeconds,
  mostAppPasswords,
  orderScope,
  type AppPassword,
} from '../../domain/account/appPassword.ts'
import { after } from '../../domain/moment.ts'
import { refuse } from '../../domain/refusal.ts'
import { formatTimestamp, formatTimestampOrNull } from '../../domain/timestamp.ts'
import { formatSecret, hashSecret } from '../../domain/token/secret.ts'
import type { Operation } from '../../http/operation.ts'
import { noteActivity } from '../../steps/noteActivity.ts'

/** Makes an app password of the signed-in user. Its text is in this answer only. */
export const createAppPassword: Operation<'createAppPassword'> = async (call, context) => {
  const { store, random } = context
  const { user, session } = call.principal
  const { name, scopes, expires_in: seconds = defaultAppPasswordSeconds } = call.body
  const text = formatSecret('appPassword', random.bytes(32))
  const appPassword: AppPassword = {
    id: random.uuid(call.now),
    userId: user.id,
    name,
    scope: orderScope(scopes),
    createdAt: call.now,
    expiresAt: seconds === -1 ? null : after(call.now, seconds),
    lastUsedAt: null,
  }
  const secret = { appPassword, hash: hashSecret(text) }
  if ((await store.appPasswords.add(secret, mostAppPasswords, session.id, call.now)) === 'full')
    return call.refuse(refuse('conflict', `There may be ${mostAppPasswords} app passwords; delete one first`))
  await noteActivity({ kind: 'app_password_created', userId: user.id, sessionId: session.id }, call, context)
  return call.reply(201, {
    id: appPassword.id,
    name,
    app_password: text,
    scopes: [...appPassword.scope],
    created_at: formatTimestamp(appPassword.createdAt),
    expires_at: formatTimestampOrNull(appPassword.expiresAt),
  })
}
