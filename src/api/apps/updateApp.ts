import { applicationOf, decideUpdate } from '../../domain/oauth/application.ts'
import { metadataSettings } from '../../domain/oauth/clientMetadata.ts'
import { noSuchApp } from '../../domain/oauth/ownApp.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'

/** How often a change is decided anew because another one came between reading and writing. */
const attempts = 3

/** Changes one of the signed-in user's apps; members that are not sent stay as they are. */
export const updateApp: Operation<'updateApp'> = async (call, context) => {
  const { clients } = context.store
  for (let attempt = 0; attempt < attempts; attempt++) {
    const client = await clients.findOwned(call.principal.user.id, call.path.appId)
    if (client === null) return call.refuse(noSuchApp)
    const changes = decideUpdate(client, call.body, metadataSettings(context.config))
    if (isRefusal(changes)) return call.refuse(changes)
    const changed = await clients.update(client, changes, call.now)
    if (changed !== null) return call.reply(200, applicationOf(changed, context.config))
  }
  return call.refuse(refuse('conflict', 'The application is being changed by somebody else; try again'))
}
