import type { Grants } from '../grants.ts'
import { opaqueSlots, opaqueValues } from './accessTokens.store.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { givenGrant, unlessEnded } from './givenGrant.ts'
import { isUuid } from './shape.ts'

const grant = givenGrant(1)
const opaque = opaqueSlots(grant.next)

/** The statements, by port method. */
export const grantStatements = {
  create: {
    name: 'grants.create',
    text: `with ${grant.insertion}, opaque as (
        insert into access_tokens (${opaque.names})
        select ${opaque.parameters} from given where ${opaque.at('hash')} is not null
      )
      select 1 from given`,
  },
  revoke: {
    name: 'grants.revoke',
    text: 'update grants set revoked_at = $2 where id = $1 and revoked_at is null',
  },
} satisfies Record<string, Statement>

/** Grants on the given database. */
export function grantsOn(database: Database): Grants {
  return {
    async create(created, token) {
      const values = [...grant.values(created), ...opaqueValues(opaque, token)]
      unlessEnded(await database.write(grantStatements.create, values))
    },
    async revoke(grantId, now) {
      if (isUuid(grantId)) await database.write(grantStatements.revoke, [grantId, now])
    },
  }
}
