import type { User } from '../domain/account/user.ts'
import type { Client } from '../domain/oauth/client.ts'
import type { OperatorToken, OperatorTokenSecret } from '../domain/oauth/operatorToken.ts'
import type { ClientChanges } from './clients.ts'

/** What the operator may change of a client: everything its owner may, and what no owner may. */
export type OperatorClientChanges = ClientChanges &
  Partial<Pick<Client, 'firstParty' | 'rateLimitHour' | 'rateLimitDay' | 'resources'>>

/** What hangs on an account, counted. */
export type Belongings = {
  /** live ones */
  readonly sessions: number
  readonly apps: number
  readonly appPasswords: number
  /** apps that hold a live grant */
  readonly connectedApps: number
}

/** A table with what PostgreSQL guesses of it. */
export type TableSize = {
  readonly name: string
  /** an estimate; null: never analysed */
  readonly rows: number | null
  /** with indexes */
  readonly bytes: number
}

/** What the database says of itself. */
export type DatabaseExamination = {
  /** of the server, e.g. `18.4` */
  readonly version: string
  readonly majorVersion: number
  /** its clock */
  readonly now: Date
  /** migrations of this version that were not applied, oldest first */
  readonly pending: readonly string[]
  /** migrations that were applied and that this version does not know: it is older than the database */
  readonly unknown: readonly string[]
  /** whether tables may be made here, which migrations do */
  readonly mayCreate: boolean
  /** tables of ours that may not be read and written */
  readonly closedTables: readonly string[]
  readonly tables: readonly TableSize[]
}

/**
 * What the operator may see and do: everybody's, without asking whose it is. The service does not open this port: only the
 * command line does.
 */
export type Operator = {
  /** @param after  the id of the last one of the page before; null: from the start. Newest first */
  listUsers(count: number, after: string | null): Promise<readonly User[]>
  /** By id or by the key of the address (`domain/account/email`). */
  findUser(reference: { readonly id: string } | { readonly emailKey: string }): Promise<User | null>
  countBelongings(userId: string, now: Date): Promise<Belongings>
  /** Suspends the account and ends its sessions; the grants that outlive sessions rest. Null when there is none. */
  suspendUser(userId: string, now: Date): Promise<User | null>
  /** Lets it sign in again; sessions stay ended. Null when there is none. */
  unsuspendUser(userId: string, now: Date): Promise<User | null>
  /** Deletes the account with everything that hangs on it, at once; false when there is none. */
  deleteUser(userId: string): Promise<boolean>

  /** Like `listUsers`. */
  listClients(count: number, after: string | null): Promise<readonly Client[]>
  /** By `app_…` or internal id. */
  findClient(reference: string): Promise<Client | null>
  /** Like `clients.update`: null when it was changed or deleted since it was read. */
  changeClient(read: Client, changes: OperatorClientChanges, now: Date): Promise<Client | null>
  /** Deletes it with its secrets, grants, codes, tokens and consents; false when there is none. */
  deleteClient(clientId: string): Promise<boolean>

  /** Newest first, expired ones included. */
  listTokens(): Promise<readonly OperatorToken[]>
  findToken(tokenId: string): Promise<OperatorToken | null>
  addToken(secret: OperatorTokenSecret): Promise<void>
  /** Puts another secret in the place of the former, which is dead from then on; false when the token is gone. */
  replaceTokenSecret(secret: OperatorTokenSecret): Promise<boolean>
  deleteToken(tokenId: string): Promise<boolean>

  /** Looks at the database, migrated or not. */
  examine(): Promise<DatabaseExamination>
  close(): Promise<void>
}
