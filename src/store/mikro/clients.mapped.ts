import type { ClientSecret } from '../../domain/oauth/client.ts'
import { webOriginsOf } from '../../domain/oauth/webOrigin.ts'
import type { ClientChanges, Clients } from '../clients.ts'
import { ClientEntity, ClientSecretEntity } from './client.entity.ts'
import { columnName, readEntity } from './columns.ts'
import type { Ask } from './ask.ts'
import { clientColumns, clientSecretColumns } from './rows.ts'
import { isText, isUuid } from './shape.ts'

/** The methods of the port that manage apps, as opposed to answering tokens. */
export type MappedClients = Omit<Clients, 'findByClientId' | 'touchSecret' | 'hasWebOrigin'>

type Row = Readonly<Record<string, unknown>>
type Owned = { ownerId: string; id: string } | { ownerId: string; clientId: string }
type Tables = { clients: { id: string }; client_secrets: ClientSecretRow }
type ClientSecretRow = Record<'id' | 'client_id' | 'name', string> & {
  hash: Buffer
  created_at: Date
  expires_at: Date | null
  last_used_at: Date | null
}

/** Management of apps and their secrets through MikroORM. */
export function mappedClients(ask: Ask): MappedClients {
  return {
    create: (client, secret) =>
      ask((em) =>
        em.transactional(async (transaction) => {
          const webOrigins = webOriginsOf(client.redirectUris)
          await transaction.insert(ClientEntity, { ...client, webOrigins })
          if (secret !== null) {
            // MikroORM writes parameters into the text of the statement; Kysely binds them, so that no log sees the hash.
            const secrets = transaction.getKysely<Tables>().insertInto('client_secrets')
            await secrets.values(secretRow(client.id, secret)).execute()
          }
        }),
      ),
    findOwned: (ownerId, reference) =>
      ask(async (em) => {
        const where = owned(ownerId, reference)
        const found = where && (await em.findOne(ClientEntity, where))
        return found ? readEntity(clientColumns, found) : null
      }),
    listOwned: (ownerId, count, after) =>
      ask(async (em) => {
        if (!isUuid(ownerId) || (after !== null && !isUuid(after))) return []
        const where = after === null ? { ownerId } : { ownerId, id: { $lt: after } }
        const found = await em.find(ClientEntity, where, { orderBy: { id: 'desc' }, limit: count })
        return found.map((entity) => readEntity(clientColumns, entity))
      }),
    update: ({ id, updatedAt: read }, changes, now) =>
      ask(async (em) => {
        // Strictly later than what was read, also within one millisecond: the next reader's condition depends on it.
        const updatedAt = new Date(Math.max(now.getTime(), read.getTime() + 1))
        const update = em.createQueryBuilder(ClientEntity).update({ ...given(changes), updatedAt })
        const [changed] = await update.where({ id, updatedAt: read }).returning('*').execute<Row[]>('all')
        return changed ? readEntity(clientColumns, em.map(ClientEntity, changed)) : null
      }),
    deleteOwned: (ownerId, reference) =>
      ask(async (em) => {
        const where = owned(ownerId, reference)
        return where !== null && (await em.nativeDelete(ClientEntity, where)) > 0
      }),
    ...mappedSecrets(ask),
  }
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

/** The owner's app by internal id or `client_id`; null when the reference can name nothing. */
function owned(ownerId: string, reference: string): Owned | null {
  if (!isUuid(ownerId) || !isText(reference)) return null
  return isUuid(reference) ? { ownerId, id: reference } : { ownerId, clientId: reference }
}

/** A member that is there but undefined means no change; MikroORM would write null. */
function given(changes: ClientChanges): ClientChanges & { readonly webOrigins?: readonly string[] } {
  const { redirectUris } = changes
  const follows = redirectUris === undefined ? {} : { webOrigins: webOriginsOf(redirectUris) }
  const named = Object.entries(changes).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(named), ...follows }
}

function secretRow(clientId: string, secret: ClientSecret): ClientSecretRow {
  const members = Object.keys(clientSecretColumns) as (keyof ClientSecret)[]
  const row = Object.fromEntries(members.map((member) => [columnName(member), secret[member]]))
  return { ...row, client_id: clientId } as ClientSecretRow
}
