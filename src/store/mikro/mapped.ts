import type { Ask } from './ask.ts'
import { mappedClients, type MappedClients } from './clients.mapped.ts'
import { mappedConsents, type MappedConsents } from './consents.mapped.ts'
import type { Database } from './database.ts'
import { toStoreError } from './failure.ts'
import { openOrm } from './orm.ts'
import { mappedPasskeys, type MappedPasskeys } from './passkeys.mapped.ts'
import { mappedRegistrations, type MappedRegistrations } from './registrations.mapped.ts'

/** The half of the store that goes through MikroORM. */
export type Mapped = {
  readonly clients: MappedClients
  readonly consents: MappedConsents
  readonly passkeys: MappedPasskeys
  readonly registrations: MappedRegistrations
}

/** Opens MikroORM on the connections of `database`. Importing this file costs 0.4 s: import it when it is needed. */
export function openMapped(database: Database): Mapped {
  const orm = openOrm(database)
  const ask: Ask = async (work) => {
    try {
      return await work(orm.em.fork())
    } catch (error) {
      throw toStoreError(error)
    }
  }
  return {
    clients: mappedClients(ask),
    consents: mappedConsents(ask),
    passkeys: mappedPasskeys(ask),
    registrations: mappedRegistrations(ask),
  }
}
