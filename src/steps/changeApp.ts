import type { Context } from '../context.ts'
import { decideUpdate, type ApplicationBody } from '../domain/oauth/application.ts'
import type { Client } from '../domain/oauth/client.ts'
import { metadataSettings } from '../domain/oauth/clientMetadata.ts'
import { noSuchApp } from '../domain/oauth/ownApp.ts'
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts'

/** How often a change is decided anew because another one came between reading and writing. */
const attempts = 3

/**
 * Changes one of a user's apps; members that are not given stay as they are.
 *
 * @param reference  `app_…` or internal id
 * @returns the changed app; `not_found`, a refusal as of `decideUpdate`, or `conflict`
 */
export async function changeApp(
  ownerId: string,
  reference: string,
  body: ApplicationBody,
  now: Date,
  { store, config }: Pick<Context, 'store' | 'config'>,
): Promise<Client | Refusal> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const client = await store.clients.findOwned(ownerId, reference)
    if (client === null) return noSuchApp
    const changes = decideUpdate(client, body, metadataSettings(config))
    if (isRefusal(changes)) return changes
    const changed = await store.clients.update(client, changes, now)
    if (changed !== null) return changed
  }
  return refuse('conflict', 'The application is being changed by somebody else; try again')
}
