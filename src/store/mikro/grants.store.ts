import type { Grants } from '../grants.ts'
import { opaqueSlots, opaqueValues } from './accessTokens.store.ts'
import { slots } from './columns.ts'
import type { Database, Statement } from './database.ts'
import { grantColumns } from './rows.ts'
import { isUuid } from './shape.ts'

const grant = slots(grantColumns, 1)
const opaque = opaqueSlots(grant.next)

/** The statements, by port method. */
export const grantStatements = {
  create: {
    name: 'grants.create',
    text: `with created as (insert into grants (${grant.names}) values (${grant.parameters}))
      insert into access_tokens (${opaque.names}) select ${opaque.parameters} where ${opaque.at('hash')} is not null`,
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
      await database.write(grantStatements.create, [...grant.values(created), ...opaqueValues(opaque, token)])
    },
    async revoke(grantId, now) {
      if (isUuid(grantId)) await database.write(grantStatements.revoke, [grantId, now])
    },
  }
}
