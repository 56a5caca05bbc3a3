import { readEntity } from './columns.ts'
import type { Ask } from './ask.ts'
import type { Passkeys } from '../passkeys.ts'
import { PasskeyEntity } from './passkey.entity.ts'
import { passkeyColumns } from './rows.ts'
import { isUuid } from './shape.ts'

/** The methods of the port by which owners manage their passkeys, as opposed to using them. */
export type MappedPasskeys = Pick<Passkeys, 'list' | 'rename'>

/** Management of passkeys through MikroORM. */
export function mappedPasskeys(ask: Ask): MappedPasskeys {
  return {
    list: (userId) =>
      ask(async (em) => {
        if (!isUuid(userId)) return []
        const found = await em.find(PasskeyEntity, { userId }, { orderBy: { id: 'desc' } })
        return found.map((entity) => readEntity(passkeyColumns, entity))
      }),
    rename: (userId, id, name) =>
      ask(async (em) => {
        if (!isUuid(userId) || !isUuid(id)) return null
        const update = em.createQueryBuilder(PasskeyEntity).update({ name }).where({ id, userId })
        const [changed] = await update.returning('*').execute<Readonly<Record<string, unknown>>[]>('all')
        return changed ? readEntity(passkeyColumns, em.map(PasskeyEntity, changed)) : null
      }),
  }
}
