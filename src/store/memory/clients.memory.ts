import type { Client, ClientSecret } from '../../domain/oauth/client.ts'
import { webOriginsOf } from '../../domain/oauth/webOrigin.ts'
import type { Clients } from '../clients.ts'
import type { OperatorClientChanges } from '../operator.ts'
import type { Registrations } from '../registrations.ts'
import { keyOf, newestFirst, removeClient, removeWhere, type Tables } from './tables.ts'

const minute = 60_000

/** Apps and their secrets in memory. */
export function clientsIn(tables: Tables): Clients {
  const { clients } = tables
  const owned = (ownerId: string, reference: string) =>
    [...clients.values()].find(
      ({ id, clientId, ownerId: owner }) => owner === ownerId && [id, clientId].includes(reference),
    )
  const findByClientId: Clients['findByClientId'] = async (clientId, now) => {
    const client = [...clients.values()].find((each) => each.clientId === clientId)
    if (client === undefined) return null
    const isLive = ({ expiresAt }: ClientSecret) => expiresAt === null || expiresAt > now
    return { client, secrets: secretsOf(tables, client.id).filter(isLive) }
  }
  return {
    async create(client, secret, most) {
      const isFull =
        most !== undefined &&
        client.ownerId !== null &&
        [...clients.values()].filter(({ ownerId }) => ownerId === client.ownerId).length >= most
      if (isFull) return 'full'
      storeClient(tables, client, secret)
      return 'created'
    },
    findByClientId,
    recallByClientId: findByClientId,
    findOwned: async (ownerId, reference) => owned(ownerId, reference) ?? null,
    async listOwned(ownerId, count, after) {
      const own = [...clients.values()].filter(
        (each) => each.ownerId === ownerId && (after === null || each.id < after),
      )
      return newestFirst(own, ({ id }) => id).slice(0, count)
    },
    update: async (read, changes, now) => changeClient(tables, read, changes, now),
    async deleteOwned(ownerId, reference) {
      const client = owned(ownerId, reference)
      return client !== undefined && removeClient(tables, client.id)
    },
    async addSecret(clientId, secret, most, now) {
      removeWhere(
        tables.clientSecrets,
        (each) =>
          each.clientId === clientId && each.secret.expiresAt !== null && each.secret.expiresAt <= now,
      )
      if (secretsOf(tables, clientId).length >= most) return 'full'
      tables.clientSecrets.set(secret.id, { clientId, secret })
      return 'added'
    },
    listSecrets: async (clientId) => secretsOf(tables, clientId),
    async deleteSecret(clientId, secretId) {
      return (
        tables.clientSecrets.get(secretId)?.clientId === clientId && tables.clientSecrets.delete(secretId)
      )
    },
    ...usesIn(tables),
  }
}

function usesIn(
  tables: Tables,
): Pick<Clients, 'countUsers' | 'hasWebOrigin' | 'spendAssertion' | 'touchSecret'> {
  return {
    async countUsers(clientId, most) {
      return Math.min([...tables.consents.values()].filter((each) => each.clientId === clientId).length, most)
    },
    async hasWebOrigin(origin) {
      return [...tables.clients.values()].some(({ redirectUris }) =>
        webOriginsOf(redirectUris).includes(origin),
      )
    },
    async spendAssertion(clientId, hash, expiresAt) {
      const key = `${clientId} ${keyOf(hash)}`
      if (tables.clientAssertions.has(key)) return false
      tables.clientAssertions.set(key, expiresAt)
      return true
    },
    async touchSecret(_clientId, secretId, now) {
      const row = tables.clientSecrets.get(secretId)
      if (row === undefined || +now - +(row.secret.lastUsedAt ?? 0) <= minute) return
      tables.clientSecrets.set(secretId, { ...row, secret: { ...row.secret, lastUsedAt: now } })
    },
  }
}

/** Clients that registered themselves, in memory. */
export function registrationsIn(tables: Tables): Registrations {
  const { registrations } = tables
  return {
    async create({ client, metadata }, tokenHash, secret, most) {
      if (most !== null && registrations.size >= most) return 'full'
      storeClient(tables, client, secret)
      registrations.set(client.id, { tokenKey: keyOf(tokenHash), metadata })
      return 'created'
    },
    async findByToken(tokenHash) {
      const found = [...registrations].find(([, { tokenKey }]) => tokenKey === keyOf(tokenHash))
      if (found === undefined) return null
      const [id, { metadata }] = found
      return { client: tables.clients.get(id)!, metadata }
    },
    async replace(read, { members, metadata }, secret, now) {
      const client = changeClient(tables, read, members, now)
      if (client === null) return null
      registrations.set(client.id, { ...registrations.get(client.id)!, metadata })
      if (secret !== null) tables.clientSecrets.set(secret.id, { clientId: client.id, secret })
      return { client, metadata }
    },
    delete: async (clientId) => registrations.has(clientId) && removeClient(tables, clientId),
  }
}

function storeClient(tables: Tables, client: Client, secret: ClientSecret | null): void {
  tables.clients.set(client.id, client)
  if (secret !== null) tables.clientSecrets.set(secret.id, { clientId: client.id, secret })
}

function changeClient(
  { clients }: Tables,
  { id, updatedAt }: Client,
  changes: OperatorClientChanges,
  now: Date,
): Client | null {
  const present = clients.get(id)
  if (present === undefined || +present.updatedAt !== +updatedAt) return null
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const changed = { ...present, ...given, updatedAt: new Date(Math.max(+now, +updatedAt + 1)) }
  clients.set(id, changed)
  return changed
}

function secretsOf(tables: Tables, clientId: string): readonly ClientSecret[] {
  const own = [...tables.clientSecrets.values()].filter((each) => each.clientId === clientId)
  return newestFirst(
    own.map(({ secret }) => secret),
    ({ createdAt, id }) => `${createdAt.toISOString()}${id}`,
  )
}
