import { sql } from 'kysely'
import type { Consents } from '../consents.ts'
import { ConsentEntity } from './consent.entity.ts'
import type { Ask } from './ask.ts'
import { isUuid } from './shape.ts'

/** The methods of the port that are asked while an app is being let in. */
export type MappedConsents = Pick<Consents, 'find' | 'record'>

type Tables = {
  consents: Record<'user_id' | 'client_id', string> & {
    scope: readonly string[]
    created_at: Date
    updated_at: Date
  }
}

/** Consents through MikroORM. */
export function mappedConsents(ask: Ask): MappedConsents {
  return {
    find: (userId, clientId) =>
      ask(async (em) => {
        if (!isUuid(userId) || !isUuid(clientId)) return null
        const found = await em.findOne(ConsentEntity, { userId, clientId })
        return found?.scope ?? null
      }),
    // The lists are joined inside the database, so that two consents at once lose neither.
    record: (userId, clientId, scope, now) =>
      ask(async (em) => {
        const row = { user_id: userId, client_id: clientId, scope, created_at: now, updated_at: now }
        await em
          .getKysely<Tables>()
          .insertInto('consents')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['user_id', 'client_id']).doUpdateSet({
              scope: sql`array(select distinct unnest(consents.scope || excluded.scope) order by 1)`,
              updated_at: now,
            }),
          )
          .execute()
      }),
  }
}
