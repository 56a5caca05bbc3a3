import { applicationOf } from '../../domain/oauth/application.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { changeApp } from '../../steps/changeApp.ts'

/** Changes one of the signed-in user's apps; members that are not sent stay as they are. */
export const updateApp: Operation<'updateApp'> = async (call, context) => {
  const changed = await changeApp(call.principal.user.id, call.path.appId, call.body, call.now, context)
  return isRefusal(changed) ? call.refuse(changed) : call.reply(200, applicationOf(changed, context.config))
}
