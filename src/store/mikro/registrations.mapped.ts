import type { EntityManager } from '@mikro-orm/postgresql'
import type { RegistrationMetadata } from '../../domain/oauth/registration.ts'
import type { Registrations } from '../registrations.ts'
import type { Ask } from './ask.ts'
import { ClientEntity, ClientRegistrationEntity } from './client.entity.ts'
import { changeClient, insertClient, secretRow, type ClientSecretRow } from './clients.mapped.ts'
import { isUuid } from './shape.ts'

/** The methods of the port that manage registrations. */
export type MappedRegistrations = Omit<Registrations, 'findByToken'>

type Tables = {
  client_registrations: { client_id: string; token_hash: Buffer; metadata: string; created_at: Date }
  client_secrets: ClientSecretRow
}

/** Management of clients that registered themselves through MikroORM. What carries a hash is bound by Kysely. */
export function mappedRegistrations(ask: Ask): MappedRegistrations {
  return {
    create: ({ client, metadata }, tokenHash, secret, most) =>
      ask((em) =>
        em.transactional(async (transaction) => {
          if (most !== null && (await transaction.count(ClientRegistrationEntity)) >= most) return 'full'
          await insertClient(transaction, client, secret)
          const row = { client_id: client.id, token_hash: tokenHash, created_at: client.createdAt }
          const registrations = tables(transaction).insertInto('client_registrations')
          await registrations.values({ ...row, metadata: JSON.stringify(metadata) }).execute()
          return 'created'
        }),
      ),
    replace: (read, { members, metadata }, secret, now) =>
      ask((em) =>
        em.transactional(async (transaction) => {
          const client = await changeClient(transaction, read, members, now)
          if (client === null) return null
          await writeMetadata(transaction, client.id, metadata)
          if (secret !== null)
            await tables(transaction)
              .insertInto('client_secrets')
              .values(secretRow(client.id, secret))
              .execute()
          return { client, metadata }
        }),
      ),
    delete: (clientId) =>
      ask(async (em) => {
        if (!isUuid(clientId)) return false
        const registration = { clientId }
        if ((await em.count(ClientRegistrationEntity, registration)) === 0) return false
        return (await em.nativeDelete(ClientEntity, { id: clientId })) > 0
      }),
  }
}

function tables(em: EntityManager) {
  return em.getKysely<Tables>()
}

async function writeMetadata(
  em: EntityManager,
  clientId: string,
  metadata: RegistrationMetadata,
): Promise<void> {
  const update = tables(em)
    .updateTable('client_registrations')
    .set({ metadata: JSON.stringify(metadata) })
  await update.where('client_id', '=', clientId).execute()
}
