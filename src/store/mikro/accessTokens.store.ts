import type { AccessToken, AccessTokenFacts } from '../../domain/oauth/accessToken.ts'
import type { AccessTokens, OpaqueToken } from '../grants.ts'
import { readJoined, readRow, selection, slots, type Slots } from './columns.ts'
import type { Database, Statement } from './database.ts'
import { accessTokenColumns, clientColumns, grantColumns, sessionColumns, userColumns } from './rows.ts'
import { isText, isUuid } from './shape.ts'

type StoredOpaqueToken = { readonly hash: Buffer } & AccessToken

/** The place of an opaque token among the parameters of a statement. */
export type OpaqueSlots = Slots<StoredOpaqueToken>

type Row = Readonly<Record<string, unknown>>

/** The place of an opaque token in a statement that may store one beside its cause. */
export function opaqueSlots(first: number): OpaqueSlots {
  return slots<StoredOpaqueToken>({ hash: 'bytea', ...accessTokenColumns }, first)
}

/** The parameters for `opaqueSlots`; null where the app's tokens are JWTs. */
export function opaqueValues(place: OpaqueSlots, opaque: OpaqueToken | null): unknown[] {
  return place.values(opaque === null ? null : { hash: opaque.hash, ...opaque.token })
}

const row = opaqueSlots(1)

const standing = `${selection(clientColumns, 'c')}, ${selection(userColumns, 'u')}, ${selection(grantColumns, 'g')},
  ${selection(sessionColumns, 's')}`

/** The statements, by port method. */
export const accessTokenStatements = {
  store: {
    name: 'accessTokens.store',
    text: `insert into access_tokens (${row.names}) values (${row.parameters})`,
  },
  findOpaque: {
    name: 'accessTokens.findOpaque',
    text: `select ${selection(accessTokenColumns, 't')}, ${standing},
        exists (select 1 from revoked_access_tokens r where r.jti = t.jti) as revoked
      from access_tokens t
      left join clients c on c.id = t.client_id
      left join users u on u.id = t.user_id
      left join grants g on g.id = t.grant_id
      left join sessions s on s.id = g.session_id
      where t.hash = $1`,
  },
  facts: {
    name: 'accessTokens.facts',
    text: `select ${standing}, exists (select 1 from revoked_access_tokens r where r.jti = $1) as revoked
      from (select 1) as once
      left join clients c on c.client_id = $2
      left join grants g on g.id = $3
      left join users u on u.id = g.user_id
      left join sessions s on s.id = g.session_id`,
  },
  revoke: {
    name: 'accessTokens.revoke',
    text: 'insert into revoked_access_tokens (jti, expires_at) values ($1, $2) on conflict do nothing',
  },
} satisfies Record<string, Statement>

/** Access tokens on the given database. */
export function accessTokensOn(database: Database): AccessTokens {
  return {
    async store(opaque) {
      await database.write(accessTokenStatements.store, opaqueValues(row, opaque))
    },
    async findOpaque(hash) {
      const [found] = await database.read(accessTokenStatements.findOpaque, [hash])
      return found ? factsOf(readRow(accessTokenColumns, 't', found), found) : null
    },
    async facts(token) {
      const jti = isText(token.jti) ? token.jti : null
      const clientId = isText(token.publicClientId) ? token.publicClientId : null
      const grantId = isUuid(token.grantId) ? token.grantId : null
      const [found = {}] = await database.read(accessTokenStatements.facts, [jti, clientId, grantId])
      return factsOf({ ...token, userId: (found['g.userId'] as string | null) ?? null }, found)
    },
    async revoke(jti, expiresAt) {
      if (isText(jti)) await database.write(accessTokenStatements.revoke, [jti, expiresAt])
    },
  }
}

function factsOf(token: AccessTokenFacts['token'], found: Row): AccessTokenFacts {
  return {
    token,
    client: readJoined(clientColumns, 'c', found, 'id'),
    user: readJoined(userColumns, 'u', found, 'id'),
    grant: readJoined(grantColumns, 'g', found, 'id'),
    session: readJoined(sessionColumns, 's', found, 'id'),
    revoked: found.revoked === true,
  }
}
