import type { Context } from '../../context.ts'
import { metadataSettings } from '../../domain/oauth/clientMetadata.ts'
import {
  decideClientRegistration,
  needsSecret,
  type RegisteredClient,
} from '../../domain/oauth/registration.ts'
import {
  checkOwnRegistration,
  checkUpdate,
  isFromStranger,
  noSuchRegistration,
} from '../../domain/oauth/registrationAccess.ts'
import { registrationOf } from '../../domain/oauth/registrationAnswer.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import { hashSecret } from '../../domain/token/secret.ts'
import type { Call, Operation, Reply } from '../../http/operation.ts'
import { makeClientSecret } from '../../steps/makeClientSecret.ts'
import { verifySector } from '../../steps/verifySector.ts'

/** How often a change is decided anew because another one came between reading and writing. */
const attempts = 3

/** Replaces everything that a client said about itself; its id and its secret stay. */
export const updateClient: Operation<'updateClient'> = async (call, context) => {
  const foreign = checkOwnRegistration(call.principal.registered, call.path.clientId)
  if (foreign !== null) return call.refuse(foreign)
  const hash = hashSecret(call.principal.token)
  let registered: RegisteredClient | null = call.principal.registered
  for (let attempt = 0; attempt < attempts && registered !== null; attempt++) {
    const reply = await replace(registered, call, context)
    if (reply !== null) return reply
    registered = await context.store.registrations.findByToken(hash)
  }
  if (registered === null) return call.refuse(noSuchRegistration)
  return call.refuse(refuse('conflict', 'The registration is being changed by another request; try again'))
}

/** Null when the client was changed or deleted since it was read. */
async function replace(
  { client }: RegisteredClient,
  call: Call<'updateClient'>,
  context: Context,
): Promise<Reply<'updateClient'> | null> {
  const { config, store } = context
  const secrets = await store.clients.listSecrets(client.id)
  const other = checkUpdate(call.body, client, secrets)
  if (other !== null) return call.refuse(other)
  const { pkce } = config.clientRegistration
  // What the client may have was settled when it came: a change does not vouch for it.
  const isOpen = isFromStranger(client)
  const registration = decideClientRegistration(call.body, { ...metadataSettings(config), pkce, isOpen })
  if (isRefusal(registration)) return call.refuse(registration)
  const wrongSector = await verifySector(registration, client.id, call.outside, context)
  if (wrongSector !== null) return call.refuse(wrongSector)
  const made = needsSecret(registration.members, secrets.length) ? makeClientSecret(call.now, context) : null
  const replaced = await store.registrations.replace(client, registration, made?.secret ?? null, call.now)
  if (replaced === null) return null
  const clientSecret = made?.text ?? null
  const credentials = { registrationToken: call.principal.token, clientSecret, issuer: config.issuer }
  return call.reply(200, registrationOf(replaced, credentials))
}
