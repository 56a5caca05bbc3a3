import { randomBytes, randomUUID } from 'node:crypto'
import { unregisteredMembers, type Client } from '#src/domain/oauth/client.ts'
import { formatSecret, hashSecret } from '#src/domain/token/secret.ts'
import type { TestService } from './service.ts'
import type { AppCredentials } from './tokens.ts'

/**
 * Registers an app as the operator does, with members that no owner may set. There is no operation for it, so it goes
 * through the store.
 */
export async function registerOperatorApp(
  { running, clock }: TestService,
  members: Partial<Client>,
): Promise<Required<AppCredentials>> {
  const now = clock.now()
  const appId = formatSecret('appId', randomBytes(16))
  const appSecret = formatSecret('appSecret', randomBytes(32))
  const client: Client = {
    id: randomUUID(),
    clientId: appId,
    ownerId: null,
    name: 'The house’s own',
    description: '',
    redirectUris: [],
    scopes: [],
    tokenEndpointAuthMethod: null,
    responseTypes: [],
    grantTypes: ['client_credentials'],
    requirePkce: true,
    idTokenSignedResponseAlg: 'RS256',
    accessTokenFormat: 'jwt',
    postLogoutRedirectUris: [],
    rateLimitHour: null,
    rateLimitDay: null,
    firstParty: false,
    resources: [],
    logoTag: null,
    createdAt: now,
    updatedAt: now,
    ...unregisteredMembers,
    ...members,
  }
  const secret = {
    id: randomUUID(),
    name: 'default',
    hash: hashSecret(appSecret),
    createdAt: now,
    expiresAt: null,
    lastUsedAt: null,
  }
  await running.context.store.clients.create(client, secret)
  return { app_id: appId, app_secret: appSecret }
}
