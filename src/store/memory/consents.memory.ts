import type { ConnectedApp } from '../../domain/oauth/connectedApp.ts'
import type { Grant } from '../../domain/oauth/grant.ts'
import type { Consents } from '../consents.ts'
import { newestFirst, replaceWhere, type Tables } from './tables.ts'

/** What users agreed to, in memory. */
export function consentsIn(tables: Tables): Consents {
  const { consents } = tables
  return {
    find: async (userId, clientId) => consents.get(`${userId} ${clientId}`)?.scope ?? null,
    async record(userId, clientId, scope, now) {
      const key = `${userId} ${clientId}`
      const before = consents.get(key)
      // As a database does it: what is added to is put in order.
      const all = before === undefined ? scope : [...new Set([...before.scope, ...scope])].toSorted()
      const createdAt = before?.createdAt ?? now
      consents.set(key, { userId, clientId, scope: all, createdAt, updatedAt: now })
    },
    async list(userId, count, after, now) {
      const held = liveGrants(tables, userId, now)
      const agreed = [...consents.values()].filter((each) => each.userId === userId)
      const ids = new Set([...agreed, ...held].map(({ clientId }) => clientId))
      const page = newestFirst(ids, (id) => id).filter((id) => after === null || id < after)
      return page.slice(0, count).map((id) => connection(tables, userId, id, held))
    },
    async revoke(userId, reference, now) {
      const app = [...tables.clients.values()].find(({ id, clientId }) => [id, clientId].includes(reference))
      if (app === undefined) return null
      const wasLive = liveGrants(tables, userId, now).some(({ clientId }) => clientId === app.id)
      replaceWhere(
        tables.grants,
        (grant) => grant.userId === userId && grant.clientId === app.id && grant.revokedAt === null,
        (grant) => ({ ...grant, revokedAt: now }),
      )
      return consents.delete(`${userId} ${app.id}`) || wasLive ? app.id : null
    },
  }
}

function liveGrants(tables: Tables, userId: string, now: Date): readonly Grant[] {
  return [...tables.grants.values()].filter((grant) => {
    if (grant.userId !== userId || grant.revokedAt !== null) return false
    const session = tables.sessions.get(grant.sessionId ?? '')
    return grant.offline || (session?.endedAt === null && session.expiresAt > now)
  })
}

function connection(tables: Tables, userId: string, id: string, grants: readonly Grant[]): ConnectedApp {
  const { clientId, name } = tables.clients.get(id)!
  const agreed = tables.consents.get(`${userId} ${id}`)
  const held = grants.filter((grant) => grant.clientId === id)
  const moments = held.map(({ createdAt }) => createdAt.getTime())
  const used = [...tables.refreshTokens.values()]
    .filter(({ grantId }) => {
      const grant = tables.grants.get(grantId)
      return grant?.userId === userId && grant.clientId === id && grant.revokedAt === null
    })
    .map(({ token }) => token.createdAt.getTime())
  return {
    id,
    clientId,
    name,
    scope: agreed?.scope ?? [...new Set(held.flatMap(({ scope }) => scope))].toSorted(),
    createdAt: agreed?.createdAt ?? new Date(Math.min(...moments)),
    updatedAt: agreed?.updatedAt ?? new Date(Math.max(...moments)),
    lastUsedAt: used.length === 0 ? null : new Date(Math.max(...used)),
  }
}
