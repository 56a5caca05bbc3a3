import type { RegisteredClient } from '../../domain/oauth/registration.ts'
import type { Registrations } from '../registrations.ts'
import type { ClientCache } from './clientCache.ts'
import { readRow, selection } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import type { MappedRegistrations } from './registrations.mapped.ts'
import { clientColumns } from './rows.ts'

/** The statements, by port method. */
export const registrationStatements = {
  findByToken: {
    name: 'registrations.findByToken',
    text: `select ${selection(clientColumns, 'c')}, r.metadata
      from client_registrations r join clients c on c.id = r.client_id where r.token_hash = $1`,
  },
} satisfies Record<string, Statement>

/**
 * Registrations: the token by a prepared statement on `database`, the rest by MikroORM, loaded on first use. `cache` forgets
 * what is changed here.
 */
export function registrationsOn(
  database: Database,
  cache: ClientCache,
  mapped: () => Promise<MappedRegistrations>,
): Registrations {
  return {
    async findByToken(tokenHash) {
      const [row] = await database.read<{ metadata: RegisteredClient['metadata'] }>(
        registrationStatements.findByToken,
        [tokenHash],
      )
      return row ? { client: readRow(clientColumns, 'c', row), metadata: row.metadata } : null
    },
    create: async (...from) => (await mapped()).create(...from),
    async replace(read, ...how) {
      try {
        return await (await mapped()).replace(read, ...how)
      } finally {
        cache.forget(read.id)
      }
    },
    async delete(clientId) {
      try {
        return await (await mapped()).delete(clientId)
      } finally {
        cache.forget(clientId)
      }
    },
  }
}
