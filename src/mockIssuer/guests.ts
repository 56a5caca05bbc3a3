import type { Config } from '../config.ts'
import { parseEmail } from '../domain/account/email.ts'
import { decideRegistration, type ApplicationBody } from '../domain/oauth/application.ts'
import { unregisteredMembers, type Client } from '../domain/oauth/client.ts'
import { metadataSettings } from '../domain/oauth/clientMetadata.ts'
import { isPersonalScope, supportedScopes } from '../domain/oauth/scope.ts'
import { isRefusal } from '../domain/refusal.ts'
import { hashSecret, secretPrefixes } from '../domain/token/secret.ts'
import type { Passwords } from '../platform/passwords.ts'
import type { Random } from '../platform/random.ts'
import type { ClientChanges } from '../store/clients.ts'
import type { Store } from '../store/store.ts'

/** An app as the mock issuer is told of it: its id (`app_…`), its secret, and the members of `POST /api/v1/apps/register`. */
export type MockClient = ApplicationBody & {
  readonly client_id: string
  /** left out: a public app */
  readonly client_secret?: string
  /** true (the default): nobody is asked for consent */
  readonly first_party?: boolean
}

/** What a request tells of the app that it comes from. */
export type SeenClient = {
  readonly clientId: string
  readonly redirectUri?: string | undefined
  readonly postLogoutRedirectUri?: string | undefined
  readonly secret?: string | undefined
  /** whether it proves itself by nothing; undefined: this request does not tell */
  readonly isPublic?: boolean | undefined
}

/** Any password is right. */
export const anyPassword: Passwords = {
  hash: async () => 'any',
  verify: async () => true,
  verifyDecoy: async () => false,
  needsRehash: () => false,
  load: () => ({ running: 0, waiting: 0 }),
}

/** A store in which every address has an account, made when it is first asked for; it is confirmed and has no password. */
export function welcomeUsers(store: Store, random: Random, now: () => Date): Store {
  const findByEmail: Store['users']['findByEmail'] = async (emailKey) => {
    const email = parseEmail(emailKey)?.email
    if (email !== undefined) {
      const [id, createdAt] = [random.uuid(now()), now()]
      const fresh = { secondFactors: [], updatedAt: createdAt, suspendedAt: null, deletionRequestedAt: null }
      await store.users.create({ id, email, emailVerified: true, createdAt, ...fresh }, emailKey, 'any')
    }
    return store.users.findByEmail(emailKey)
  }
  return { ...store, users: { ...store.users, findByEmail } }
}

type Given = {
  readonly store: Store
  readonly random: Random
  readonly config: Config
  readonly now: () => Date
}

/**
 * Registers the apps that were given. A mistake in one is a mistake of whoever starts the mock.
 *
 * @throws Error  an app that this service would refuse to register, in words
 */
export async function registerClients(clients: readonly MockClient[], given: Given): Promise<void> {
  for (const each of clients) {
    const client = clientOf(each, given)
    if (typeof client === 'string') throw new Error(`the client ${each.client_id}: ${client}`)
    await given.store.clients.create(client, null)
    if (each.client_secret !== undefined) await addSecret(client, each.client_secret, given)
  }
}

/** Registers an app that nobody told us of as soon as it is seen, and what it is then seen with: redirect URIs, a secret. */
export function createAdoption(given: Given): (seen: SeenClient) => Promise<void> {
  const adopted = new Set<string>()
  return async (seen) => {
    const { clients } = given.store
    const known = await clients.findByClientId(seen.clientId, given.now())
    if (known !== null && !adopted.has(seen.clientId)) return
    const client = clientOf(adoptedBody(seen, known?.client), given)
    // What this service would not register (a redirect URI with a fragment, say) stays unknown, and is refused as such.
    if (typeof client === 'string') return
    adopted.add(seen.clientId)
    if (known === null) await clients.create(client, null)
    else await clients.update(known.client, changesOf(client), given.now())
    const { secret } = seen
    const isNew = secret !== undefined && !known?.secrets.some(({ hash }) => hash.equals(hashSecret(secret)))
    if (isNew) await addSecret(known?.client ?? client, secret, given)
  }
}

/** An app that may do whatever it is seen to do. Until it shows how it proves itself it counts as one with a secret. */
function adoptedBody(seen: SeenClient, before: Client | undefined): MockClient {
  const redirectUris = union(before?.redirectUris ?? [], seen.redirectUri)
  const signsIn = redirectUris.length > 0
  const isPublic = seen.isPublic ?? before?.tokenEndpointAuthMethod === 'none'
  return {
    client_id: seen.clientId,
    redirect_uris: redirectUris,
    post_logout_redirect_uris: union(before?.postLogoutRedirectUris ?? [], seen.postLogoutRedirectUri),
    scopes: supportedScopes.filter((scope) => signsIn || !isPersonalScope(scope)),
    response_types: signsIn ? ['code', 'token'] : [],
    grant_types: [
      ...(signsIn ? (['authorization_code', 'refresh_token', 'implicit'] as const) : []),
      ...(isPublic ? [] : (['client_credentials'] as const)),
    ],
    require_pkce: isPublic,
    token_endpoint_auth_method: isPublic ? 'none' : null,
  }
}

function changesOf(client: Client): ClientChanges {
  const { redirectUris, postLogoutRedirectUris, scopes, responseTypes, grantTypes } = client
  const { requirePkce, tokenEndpointAuthMethod } = client
  const uris = { redirectUris, postLogoutRedirectUris }
  return { ...uris, scopes, responseTypes, grantTypes, requirePkce, tokenEndpointAuthMethod }
}

function union(before: readonly string[], added: string | undefined): readonly string[] {
  return added === undefined ? before : [...new Set([...before, added])]
}

/** The app as it is stored; a text: why it cannot be. */
function clientOf(
  { client_id: clientId, client_secret: secret, first_party: firstParty = true, ...body }: MockClient,
  { random, config, now }: Given,
): Client | string {
  // Every client_id that this service gives begins like this, and its contract says so.
  if (!clientId.startsWith(secretPrefixes.appId)) return `client_id must begin with ${secretPrefixes.appId}`
  const isPublic = secret === undefined && body.token_endpoint_auth_method === undefined
  const method = isPublic ? ({ token_endpoint_auth_method: 'none' } as const) : {}
  const decided = decideRegistration({ name: clientId, ...body, ...method }, metadataSettings(config))
  if (isRefusal(decided))
    return (decided.errors ?? []).map(({ path, message }) => `${path} ${message}`).join('; ')
  const [id, createdAt] = [random.uuid(now()), now()]
  const operators = {
    ownerId: null,
    rateLimitHour: 1_000_000,
    rateLimitDay: 1_000_000,
    firstParty,
    resources: [],
  }
  const rest = { ...operators, logoTag: null, createdAt, updatedAt: createdAt }
  return { ...unregisteredMembers, ...decided, id, clientId, ...rest }
}

async function addSecret(
  { id: clientId }: Client,
  text: string,
  { store, random, now }: Given,
): Promise<void> {
  const dates = { createdAt: now(), expiresAt: null, lastUsedAt: null }
  const secret = { id: random.uuid(now()), name: 'mock', hash: hashSecret(text), ...dates }
  await store.clients.addSecret(clientId, secret, Number.POSITIVE_INFINITY, now())
}
