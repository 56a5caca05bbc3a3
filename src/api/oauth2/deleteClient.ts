import { checkOwnRegistration, noSuchRegistration } from '../../domain/oauth/registrationAccess.ts'
import type { Operation } from '../../http/operation.ts'

/** Deletes the client that asks; its secrets, codes and tokens end with it. */
export const deleteClient: Operation<'deleteClient'> = async (call, { store }) => {
  const { registered } = call.principal
  const foreign = checkOwnRegistration(registered, call.path.clientId)
  if (foreign !== null) return call.refuse(foreign)
  const deleted = await store.registrations.delete(registered.client.id)
  return deleted ? call.reply(204) : call.refuse(noSuchRegistration)
}
