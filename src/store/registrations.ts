import type { Client, ClientSecret } from '../domain/oauth/client.ts'
import type { RegisteredClient, Registration } from '../domain/oauth/registration.ts'

/** Clients that registered themselves (RFC 7591), found by the token that manages them (RFC 7592). */
export type Registrations = {
  /**
   * Creates the client, its registration and, unless it has none, its first secret: one transaction.
   *
   * @param tokenHash  of the registration access token
   * @param most       registrations there may be already; null: as many as come. Two at once may exceed it by one
   */
  create(
    registered: RegisteredClient,
    tokenHash: Buffer,
    secret: ClientSecret | null,
    most: number | null,
  ): Promise<'created' | 'full'>
  /** One indexed statement; null when no client has this token. */
  findByToken(tokenHash: Buffer): Promise<RegisteredClient | null>
  /**
   * Replaces everything that a client registered, while it is still as it was read.
   *
   * @param secret  to be added; null: none
   * @returns the client as it is now; null when it was changed or deleted since it was read
   */
  replace(
    read: Client,
    registration: Registration,
    secret: ClientSecret | null,
    now: Date,
  ): Promise<RegisteredClient | null>
  /** Deletes a client (internal id) with everything that was issued to it; false when there is none that registered itself. */
  delete(clientId: string): Promise<boolean>
}
