import { applicationOf } from '../../domain/oauth/application.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { addApp } from '../../steps/addApp.ts'

/** Registers an app of the signed-in user. A confidential app's first secret is shown in this answer only. */
export const registerApp: Operation<'registerApp'> = async (call, context) => {
  const added = await addApp(call.body, call.principal.user.id, call.now, context)
  if (isRefusal(added)) return call.refuse(added)
  const { client, secret } = added
  const application = applicationOf(client, context.config)
  if (secret === null) return call.reply(201, { app_id: client.clientId, application })
  return call.reply(201, { app_id: client.clientId, app_secret: secret, application })
}
