import type { Profile } from '../../domain/account/profile.ts'
import type { AccessToken, AccessTokenFacts } from '../../domain/oauth/accessToken.ts'
import type { Client } from '../../domain/oauth/client.ts'
import type { AccessTokens, OpaqueToken } from '../grants.ts'
import { readJoined, readRow, selection, slots, type Slots } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { createRowVersions } from './rowVersions.ts'
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

/** Of the client only which it is: its forty columns are read when it is another one than before. */
const standing = `c.id as "c.id", c.xmin::text as "c.version", ${selection(userColumns, 'u')}, u.profile, a.picture_id,
  ${selection(grantColumns, 'g')}, ${selection(sessionColumns, 's')}`

/** Clients that are kept, as their rows were when they were read. */
const mostClients = 2_000

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
      left join avatars a on a.user_id = u.id
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
      left join avatars a on a.user_id = u.id
      left join sessions s on s.id = g.session_id`,
  },
  client: {
    name: 'accessTokens.client',
    text: `select ${selection(clientColumns, 'c')}, c.xmin::text as "c.version" from clients c where c.id = $1`,
  },
  revoke: {
    name: 'accessTokens.revoke',
    text: 'insert into revoked_access_tokens (jti, expires_at) values ($1, $2) on conflict do nothing',
  },
} satisfies Record<string, Statement>

/** Access tokens on the given database. */
export function accessTokensOn(database: Database): AccessTokens {
  const clients = createRowVersions<Client>(mostClients)

  async function clientOf(found: Row): Promise<Client | null> {
    const [id, version] = [found['c.id'], found['c.version']] as [string | null, string]
    if ((id ?? null) === null) return null
    const known = clients.get(id!, version)
    if (known !== undefined) return known
    const [fresh] = await database.read(accessTokenStatements.client, [id])
    if (fresh === undefined) return null
    const client = readRow(clientColumns, 'c', fresh)
    clients.keep(client.id, String(fresh['c.version']), client)
    return client
  }

  return {
    async store(opaque) {
      await database.write(accessTokenStatements.store, opaqueValues(row, opaque))
    },
    async findOpaque(hash) {
      const [found] = await database.read(accessTokenStatements.findOpaque, [hash])
      if (found === undefined) return null
      return factsOf(readRow(accessTokenColumns, 't', found), await clientOf(found), found)
    },
    async facts(token) {
      const jti = isText(token.jti) ? token.jti : null
      const clientId = isText(token.publicClientId) ? token.publicClientId : null
      const grantId = isUuid(token.grantId) ? token.grantId : null
      const [found = {}] = await database.read(accessTokenStatements.facts, [jti, clientId, grantId])
      const userId = (found['g.userId'] as string | null) ?? null
      return factsOf({ ...token, userId }, await clientOf(found), found)
    },
    async revoke(jti, expiresAt) {
      if (isText(jti)) await database.write(accessTokenStatements.revoke, [jti, expiresAt])
    },
  }
}

function factsOf(token: AccessTokenFacts['token'], client: Client | null, found: Row): AccessTokenFacts {
  const user = readJoined(userColumns, 'u', found, 'id')
  const pictureId = (found['picture_id'] as string | null | undefined) ?? null
  return {
    token,
    client,
    user,
    ...(user !== null && { known: { profile: found['profile'] as Profile, pictureId } }),
    grant: readJoined(grantColumns, 'g', found, 'id'),
    session: readJoined(sessionColumns, 's', found, 'id'),
    revoked: found.revoked === true,
  }
}
