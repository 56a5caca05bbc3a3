import type { Operator } from '../operator.ts'
import type { Ask } from './ask.ts'
import { ClientEntity } from './client.entity.ts'
import { changeClient } from './clients.mapped.ts'
import { readEntity } from './columns.ts'
import { clientColumns } from './rows.ts'
import { isText, isUuid } from './shape.ts'

/** The half of the operator's view that goes through MikroORM: apps. */
export type MappedOperator = Pick<Operator, 'listClients' | 'findClient' | 'changeClient' | 'deleteClient'>

/** The operator's view of apps, whoever owns them. */
export function mappedOperator(ask: Ask): MappedOperator {
  return {
    listClients: (count, after) =>
      ask(async (em) => {
        if (after !== null && !isUuid(after)) return []
        const where = after === null ? {} : { id: { $lt: after } }
        const found = await em.find(ClientEntity, where, { orderBy: { id: 'desc' }, limit: count })
        return found.map((entity) => readEntity(clientColumns, entity))
      }),
    findClient: (reference) =>
      ask(async (em) => {
        if (!isText(reference)) return null
        const where = isUuid(reference) ? { id: reference } : { clientId: reference }
        const found = await em.findOne(ClientEntity, where)
        return found ? readEntity(clientColumns, found) : null
      }),
    changeClient: (read, changes, now) => ask((em) => changeClient(em, read, changes, now)),
    deleteClient: (clientId) =>
      ask(async (em) => isUuid(clientId) && (await em.nativeDelete(ClientEntity, { id: clientId })) > 0),
  }
}
