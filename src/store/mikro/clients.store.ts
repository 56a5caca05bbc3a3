import type { Client, ClientCredentials, ClientSecret } from '../../domain/oauth/client.ts'
import type { Clients } from '../clients.ts'
import type { ClientCache } from './clientCache.ts'
import type { MappedClients } from './clients.mapped.ts'
import { readJoined, readRow, selection } from './columns.ts'
import type { Database } from './database.ts'
import type { Statement } from './statement.ts'
import { clientColumns, clientSecretColumns } from './rows.ts'
import { isText, isUuid } from './shape.ts'

/** No id comes after it. */
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The statements, by port method. */
export const clientStatements = {
  findByClientId: {
    name: 'clients.findByClientId',
    text: `select ${selection(clientColumns, 'c')}, ${selection(clientSecretColumns, 's')}
      from clients c
      left join client_secrets s on s.client_id = c.id and (s.expires_at is null or s.expires_at > $2)
      where c.client_id = $1
      order by s.created_at desc, s.id desc`,
  },
  listOwned: {
    name: 'clients.listOwned',
    text: `select ${selection(clientColumns, 'c')} from clients c
      where c.owner_id = $1 and c.id < coalesce($2::uuid, '${last}') order by c.id desc limit $3`,
  },
  hasWebOrigin: {
    name: 'clients.hasWebOrigin',
    text: 'select 1 from clients c where c.web_origins @> array[$1::text] limit 1',
  },
  countUsers: {
    name: 'clients.countUsers',
    text: `select count(*)::int as count
      from (select 1 from consents o where o.client_id = $1 limit $2::int) agreed`,
  },
  spendAssertion: {
    name: 'clients.spendAssertion',
    // Sweeping behind the others waits for nobody, and takes no note that could still be asked for.
    text: `with swept as (
        delete from client_assertions o using (
          select client_id, hash from client_assertions where expires_at < $4::timestamptz
          limit 20 for update skip locked
        ) old where o.client_id = old.client_id and o.hash = old.hash
      )
      insert into client_assertions (client_id, hash, expires_at) values ($1, $2, $3)
      on conflict do nothing returning true as first`,
  },
  touchSecret: {
    name: 'clients.touchSecret',
    text: `update client_secrets set last_used_at = $2::timestamptz
      where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
  },
} satisfies Record<string, Statement>

/**
 * Registered apps: authentication and lists by prepared statements on `database`, management by MikroORM, loaded on first use. Whatever
 * is changed here is forgotten by `cache`, also when nobody knows whether it was.
 */
export function clientsOn(
  database: Database,
  cache: ClientCache,
  mapped: () => Promise<MappedClients>,
): Clients {
  async function findByClientId(clientId: string, now: Date): Promise<ClientCredentials | null> {
    if (!isText(clientId)) return null
    const rows = await database.read(clientStatements.findByClientId, [clientId, now])
    if (!rows[0]) return null
    const secrets = rows.map((row) => readJoined<ClientSecret>(clientSecretColumns, 's', row, 'id'))
    return {
      client: readRow(clientColumns, 'c', rows[0]),
      secrets: secrets.filter((secret) => secret !== null),
    }
  }

  async function changing<T>(reference: string, work: (clients: MappedClients) => Promise<T>): Promise<T> {
    try {
      return await work(await mapped())
    } finally {
      cache.forget(reference)
    }
  }

  return {
    findByClientId,
    recallByClientId: (clientId, now) => cache.find(clientId, () => findByClientId(clientId, now)),
    listOwned: (...page) => listOwned(database, ...page),
    async hasWebOrigin(origin) {
      if (!isText(origin)) return false
      return (await database.read(clientStatements.hasWebOrigin, [origin])).length === 1
    },
    async countUsers(clientId, most) {
      if (!isUuid(clientId)) return 0
      const [row] = await database.read<{ count: number }>(clientStatements.countUsers, [clientId, most])
      return row?.count ?? 0
    },
    async spendAssertion(clientId, hash, expiresAt, now) {
      const spent = await database.write(clientStatements.spendAssertion, [clientId, hash, expiresAt, now])
      return spent.length === 1
    },
    async touchSecret(clientId, secretId, now) {
      // Noted first: the requests that come meanwhile need not write it, too.
      cache.noteUse(clientId, secretId, now)
      if (isUuid(secretId)) await database.write(clientStatements.touchSecret, [secretId, now])
    },
    create: async (...from) => (await mapped()).create(...from),
    findOwned: async (...from) => (await mapped()).findOwned(...from),
    update: (read, ...how) => changing(read.id, (clients) => clients.update(read, ...how)),
    deleteOwned: (ownerId, reference) =>
      changing(reference, (clients) => clients.deleteOwned(ownerId, reference)),
    addSecret: (clientId, ...what) => changing(clientId, (clients) => clients.addSecret(clientId, ...what)),
    listSecrets: async (...from) => (await mapped()).listSecrets(...from),
    deleteSecret: (clientId, secretId) =>
      changing(clientId, (clients) => clients.deleteSecret(clientId, secretId)),
  }
}

async function listOwned(
  database: Database,
  ...[ownerId, count, after]: Parameters<Clients['listOwned']>
): Promise<readonly Client[]> {
  if (!isUuid(ownerId) || (after !== null && !isUuid(after))) return []
  const rows = await database.read(clientStatements.listOwned, [ownerId, after, count])
  return rows.map((row) => readRow<Client>(clientColumns, 'c', row))
}
