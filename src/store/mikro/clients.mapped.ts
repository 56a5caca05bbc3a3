import type { EntityManager } from '@mikro-orm/postgresql'
import type { Client, ClientSecret } from '../../domain/oauth/client.ts'
import { webOriginsOf } from '../../domain/oauth/webOrigin.ts'
import type { Clients } from '../clients.ts'
import type { OperatorClientChanges } from '../operator.ts'
import { ClientEntity, ClientSecretEntity } from './client.entity.ts'
import { columnName, readEntity } from './columns.ts'
import type { Ask } from './ask.ts'
import { clientColumns, clientSecretColumns } from './rows.ts'
import { isText, isUuid } from './shape.ts'

/** The methods of the port that manage apps, as opposed to answering tokens. */
export type MappedClients = Omit<
  Clients,
  | 'findByClientId'
  | 'recallByClientId'
  | 'touchSecret'
  | 'spendAssertion'
  | 'hasWebOrigin'
  | 'countUsers'
  | 'listOwned'
>

type Row = Readonly<Record<string, unknown>>
type Owned = { ownerId: string; id: string } | { ownerId: string; clientId: string }
type Tables = {
  users: { id: string }
  clients: { id: string; owner_id: string | null }
  client_secrets: ClientSecretRow
}
/** A row of `client_secrets`. */
export type ClientSecretRow = Record<'id' | 'client_id' | 'name', string> & {
  hash: Buffer
  created_at: Date
  expires_at: Date | null
  last_used_at: Date | null
}

/** Management of apps and their secrets through MikroORM. */
export function mappedClients(ask: Ask): MappedClients {
  return {
    create: (client, secret, most) =>
      ask((em) =>
        em.transactional(async (transaction) => {
          if (most !== undefined && !(await hasRoom(transaction, client.ownerId, most))) return 'full'
          await insertClient(transaction, client, secret)
          return 'created'
        }),
      ),
    findOwned: (ownerId, reference) =>
      ask(async (em) => {
        const where = owned(ownerId, reference)
        const found = where && (await em.findOne(ClientEntity, where))
        return found ? readEntity(clientColumns, found) : null
      }),
    update: (read, changes, now) => ask((em) => changeClient(em, read, changes, now)),
    deleteOwned: (ownerId, reference) =>
      ask(async (em) => {
        const where = owned(ownerId, reference)
        return where !== null && (await em.nativeDelete(ClientEntity, where)) > 0
      }),
    ...mappedSecrets(ask),
  }
}

/** Whether an owner may have one more app. Of several that are being registered at once each sees those before it. */
async function hasRoom(em: EntityManager, ownerId: string | null, most: number): Promise<boolean> {
  if (ownerId === null) return true
  const kysely = em.getKysely<Tables>()
  await kysely.selectFrom('users').select('id').where('id', '=', ownerId).forNoKeyUpdate().execute()
  // A second statement, because it must see what the holder before it committed.
  const apps = kysely.selectFrom('clients').select('id').where('owner_id', '=', ownerId)
  return (await apps.limit(most).execute()).length < most
}

function mappedSecrets(ask: Ask): Pick<Clients, 'addSecret' | 'listSecrets' | 'deleteSecret'> {
  return {
    addSecret: (clientId, secret, most, now) =>
      ask((em) =>
        em.transactional(async (transaction) => {
          const kysely = transaction.getKysely<Tables>()
          // Whoever holds the client's row counts alone; the count is a second statement because it must see what the
          // holder before it committed.
          await kysely
            .selectFrom('clients')
            .select('id')
            .where('id', '=', clientId)
            .forNoKeyUpdate()
            .execute()
          // Expired ones make room, so that their number stays bounded too.
          const ofClient = kysely.deleteFrom('client_secrets').where('client_id', '=', clientId)
          await ofClient.where('expires_at', '<=', now).execute()
          const live = await kysely
            .selectFrom('client_secrets')
            .select('id')
            .where('client_id', '=', clientId)
            .execute()
          if (live.length >= most) return 'full'
          await kysely.insertInto('client_secrets').values(secretRow(clientId, secret)).execute()
          return 'added'
        }),
      ),
    listSecrets: (clientId) =>
      ask(async (em) => {
        if (!isUuid(clientId)) return []
        const found = await em.find(
          ClientSecretEntity,
          { clientId },
          { orderBy: { createdAt: 'desc', id: 'desc' } },
        )
        return found.map((entity) => readEntity(clientSecretColumns, entity))
      }),
    deleteSecret: (clientId, secretId) =>
      ask(async (em) => {
        if (!isUuid(clientId) || !isUuid(secretId)) return false
        return (await em.nativeDelete(ClientSecretEntity, { id: secretId, clientId })) > 0
      }),
  }
}

/** Inserts a client and its first secret, in the transaction of the entity manager. */
export async function insertClient(
  em: EntityManager,
  client: Client,
  secret: ClientSecret | null,
): Promise<void> {
  const webOrigins = webOriginsOf(client.redirectUris)
  await em.insert(ClientEntity, { ...client, webOrigins })
  if (secret === null) return
  // MikroORM writes parameters into the text of the statement; Kysely binds them, so that no log sees the hash.
  const secrets = em.getKysely<Tables>().insertInto('client_secrets')
  await secrets.values(secretRow(client.id, secret)).execute()
}

/** Changes a client while it is still as it was read; null when it is not. */
export async function changeClient(
  em: EntityManager,
  { id, updatedAt: read }: Client,
  changes: OperatorClientChanges,
  now: Date,
): Promise<Client | null> {
  // Strictly later than what was read, also within one millisecond: the next reader's condition depends on it.
  const updatedAt = new Date(Math.max(now.getTime(), read.getTime() + 1))
  const update = em.createQueryBuilder(ClientEntity).update({ ...given(changes), updatedAt })
  const [changed] = await update.where({ id, updatedAt: read }).returning('*').execute<Row[]>('all')
  return changed ? readEntity(clientColumns, em.map(ClientEntity, changed)) : null
}

/** The owner's app by internal id or `client_id`; null when the reference can name nothing. */
function owned(ownerId: string, reference: string): Owned | null {
  if (!isUuid(ownerId) || !isText(reference)) return null
  return isUuid(reference) ? { ownerId, id: reference } : { ownerId, clientId: reference }
}

/** A member that is there but undefined means no change; MikroORM would write null. */
function given(
  changes: OperatorClientChanges,
): OperatorClientChanges & { readonly webOrigins?: readonly string[] } {
  const { redirectUris } = changes
  const follows = redirectUris === undefined ? {} : { webOrigins: webOriginsOf(redirectUris) }
  const named = Object.entries(changes).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(named), ...follows }
}

/** A secret as Kysely inserts it: bound, so that no log sees the hash. */
export function secretRow(clientId: string, secret: ClientSecret): ClientSecretRow {
  const members = Object.keys(clientSecretColumns) as (keyof ClientSecret)[]
  const row = Object.fromEntries(members.map((member) => [columnName(member), secret[member]]))
  return { ...row, client_id: clientId } as ClientSecretRow
}
