import { checkOwnRegistration } from '../../domain/oauth/registrationAccess.ts'
import { registrationOf } from '../../domain/oauth/registrationAnswer.ts'
import type { Operation } from '../../http/operation.ts'

/** Shows a client its own registration. */
export const readClient: Operation<'readClient'> = async (call, { config }) => {
  const { registered, token } = call.principal
  const foreign = checkOwnRegistration(registered, call.path.clientId)
  if (foreign !== null) return call.refuse(foreign)
  const credentials = { registrationToken: token, clientSecret: null, issuer: config.issuer }
  return call.reply(200, registrationOf(registered, credentials))
}
