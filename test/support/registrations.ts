import {
  registerClient,
  type ClientRegistration,
  type ClientRegistrationRequest,
} from '../../client/index.ts'
import { redirectUri } from './actors.ts'
import type { TestService } from './service.ts'

/** What a service is started with whose clients may register themselves, and whose clients' servers are on the loopback. */
export const openRegistration: NodeJS.ProcessEnv = {
  LATCHKEY_CLIENT_REGISTRATION: 'open',
  LATCHKEY_CLIENT_REGISTRATION_HOUR: '0',
  LATCHKEY_OUTBOUND_ALLOW: '127.0.0.1',
}

/** The same, for who asks more than anybody may in an hour. */
export const openWithoutLimits = {
  ...openRegistration,
  LATCHKEY_RATE_LIMIT_HOUR: '0',
  LATCHKEY_RATE_LIMIT_DAY: '0',
}

/** Registers a client by itself; by default a confidential one of the web. */
export async function registerByItself(
  service: Pick<TestService, 'as'>,
  body: ClientRegistrationRequest = {},
): Promise<ClientRegistration> {
  const { data, error } = await registerClient({
    client: service.as(),
    body: { redirect_uris: [redirectUri], ...body },
  })
  if (data === undefined) throw new Error(`not registered: ${JSON.stringify(error)}`)
  return data
}
