import type { Operator } from '../operator.ts'
import type { Ask } from './ask.ts'
import { openDatabase } from './database.ts'
import { examine } from './examine.ts'
import { toStoreError } from './failure.ts'
import type { MappedOperator } from './operator.mapped.ts'
import { operatorSecretsOn } from './operatorSecrets.store.ts'
import { operatorUsersOn } from './operatorUsers.store.ts'
import type { DatabaseSettings } from './settings.ts'

/** Opens the operator's view on a database. MikroORM is loaded by the first question that needs it. */
export function openOperator(settings: DatabaseSettings): Operator {
  const database = openDatabase({ ...settings, poolSize: 2 })
  let opening: Promise<MappedOperator> | null = null
  const load = async () => {
    const [{ openOrm }, { mappedOperator }] = await Promise.all([
      import('./orm.ts'),
      import('./operator.mapped.ts'),
    ])
    const orm = openOrm(database)
    const ask: Ask = async (work) => {
      try {
        return await work(orm.em.fork())
      } catch (error) {
        throw toStoreError(error)
      }
    }
    return mappedOperator(ask)
  }
  const mapped = () => (opening ??= load())
  return {
    listClients: async (...from) => (await mapped()).listClients(...from),
    findClient: async (...from) => (await mapped()).findClient(...from),
    changeClient: async (...from) => (await mapped()).changeClient(...from),
    deleteClient: async (...from) => (await mapped()).deleteClient(...from),
    ...operatorUsersOn(database),
    ...operatorSecretsOn(database),
    examine: () => examine(database),
    close: () => database.close(),
  }
}
