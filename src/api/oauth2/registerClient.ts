import { metadataSettings, usesSecret } from '../../domain/oauth/clientMetadata.ts'
import type { Client } from '../../domain/oauth/client.ts'
import { decideClientRegistration, type RegisteredClientMembers } from '../../domain/oauth/registration.ts'
import { mostOpenRegistrations, registrationFull } from '../../domain/oauth/registrationAccess.ts'
import { registrationOf } from '../../domain/oauth/registrationAnswer.ts'
import { isRefusal } from '../../domain/refusal.ts'
import { formatSecret, hashSecret } from '../../domain/token/secret.ts'
import type { Context } from '../../context.ts'
import type { Operation } from '../../http/operation.ts'
import { admitRegistration } from '../../steps/admitRegistration.ts'
import { makeClientSecret } from '../../steps/makeClientSecret.ts'
import { verifySector } from '../../steps/verifySector.ts'

/** Lets a client register itself. Its secret, and the token that manages it, are shown in this answer only. */
export const registerClient: Operation<'registerClient'> = async (call, context) => {
  const admitted = await admitRegistration(call, context)
  if (isRefusal(admitted)) return call.refuse(admitted)
  const { config, random, store } = context
  const isOpen = !admitted.isVouchedFor
  const { pkce } = config.clientRegistration
  const registration = decideClientRegistration(call.body, { ...metadataSettings(config), pkce, isOpen })
  if (isRefusal(registration)) return call.refuse(registration)
  const wrongSector = await verifySector(registration, `registration ${call.address}`, call.outside, context)
  if (wrongSector !== null) return call.refuse(wrongSector)
  const registered = {
    client: clientOf(registration.members, call.now, context),
    metadata: registration.metadata,
  }
  const made = usesSecret(registered.client) ? makeClientSecret(call.now, context) : null
  const registrationToken = formatSecret('registrationToken', random.bytes(32))
  const hash = hashSecret(registrationToken)
  const most = isOpen ? mostOpenRegistrations : null
  const created = await store.registrations.create(registered, hash, made?.secret ?? null, most)
  if (created === 'full') return call.refuse(registrationFull)
  const credentials = { registrationToken, clientSecret: made?.text ?? null, issuer: config.issuer }
  return call.reply(201, registrationOf(registered, credentials))
}

/** Nobody owns it: it needs everybody's consent, and its own token is the only way to change it. */
function clientOf(members: RegisteredClientMembers, now: Date, { random }: Context): Client {
  return {
    ...members,
    id: random.uuid(now),
    clientId: formatSecret('appId', random.bytes(16)),
    ownerId: null,
    rateLimitHour: null,
    rateLimitDay: null,
    firstParty: false,
    resources: [],
    logoTag: null,
    createdAt: now,
    updatedAt: now,
  }
}
