import type { Client, ClientCredentials, ClientSecret } from '../domain/oauth/client.ts'

/** The members of a client its owner may change. */
export type ClientChanges = Partial<
  Pick<
    Client,
    | 'name'
    | 'description'
    | 'redirectUris'
    | 'scopes'
    | 'tokenEndpointAuthMethod'
    | 'responseTypes'
    | 'grantTypes'
    | 'requirePkce'
    | 'idTokenSignedResponseAlg'
    | 'accessTokenFormat'
    | 'postLogoutRedirectUris'
    | 'tokenEndpointAuthSigningAlg'
    | 'jwks'
    | 'jwksUri'
  >
>

/** Registered apps and their secrets. `reference` is the public `app_…` or the internal id; anything else finds nothing. */
export type Clients = {
  /**
   * Creates the client and, unless it is public, its first secret: one transaction.
   *
   * @param most  apps that its owner may have; left out: any number
   * @returns `full` when the owner has that many already, and then nothing was stored
   */
  create(client: Client, secret: ClientSecret | null, most?: number): Promise<'created' | 'full'>
  /** By `client_id`, with all secrets that have not expired at `now`: what client authentication looks at. One indexed statement. */
  findByClientId(clientId: string, now: Date): Promise<ClientCredentials | null>
  /**
   * The same for client authentication, which asks for it all the time: as it is or was at most a second ago, whichever node
   * changed it. What this process changes itself is seen at once.
   */
  recallByClientId(clientId: string, now: Date): Promise<ClientCredentials | null>
  /** The owner's app; null when unknown or another user's. */
  findOwned(ownerId: string, reference: string): Promise<Client | null>
  /**
   * The owner's apps, newest first.
   *
   * @param after  the internal id (UUIDv7) of the last item of the page before; null: from the start
   */
  listOwned(ownerId: string, count: number, after: string | null): Promise<readonly Client[]>
  /**
   * Changes a client that was read: the rules looked at all of it, so the change counts only while it is still the same.
   *
   * @returns the changed client; null when it was changed or deleted since it was read
   */
  update(read: Client, changes: ClientChanges, now: Date): Promise<Client | null>
  /** Deletes it with its secrets, grants, codes, tokens and consents; false when unknown or another user's. */
  deleteOwned(ownerId: string, reference: string): Promise<boolean>
  /** Deletes a client's (internal id) secrets that have expired at `now` and adds one, unless `most` are left; `full` then. Atomic. */
  addSecret(clientId: string, secret: ClientSecret, most: number, now: Date): Promise<'added' | 'full'>
  /** All secrets of a client (internal id), newest first, expired ones included. */
  listSecrets(clientId: string): Promise<readonly ClientSecret[]>
  /** False when the client (internal id) has no such secret. */
  deleteSecret(clientId: string, secretId: string): Promise<boolean>
  /** How many accounts have agreed to a client (internal id) and not taken it back; counting ends at `most`. */
  countUsers(clientId: string, most: number): Promise<number>
  /** Whether the redirect URI of any client leads to this web origin. One indexed statement. */
  hasWebOrigin(origin: string): Promise<boolean>
  /**
   * Notes that an assertion was used.
   *
   * @param clientId   internal id
   * @param hash       of its `jti`
   * @param expiresAt  when it is refused anyway and the note can go
   * @returns false when it was used before. One statement: of two at once one gets false
   */
  spendAssertion(clientId: string, hash: Buffer, expiresAt: Date, now: Date): Promise<boolean>
  /** Notes that a secret of a client (internal id) was used; a no-op unless the last note is older than a minute. */
  touchSecret(clientId: string, secretId: string, now: Date): Promise<void>
}
