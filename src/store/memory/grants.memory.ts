import type { AccessToken, AccessTokenFacts } from '../../domain/oauth/accessToken.ts'
import type { Grant, GrantFacts } from '../../domain/oauth/grant.ts'
import type { AccessTokens, Codes, Grants, OpaqueToken, RefreshTokens } from '../grants.ts'
import { StoreUnavailable } from '../store.ts'
import { keyOf, type Tables } from './tables.ts'

const minute = 60_000

/** Grants in memory. */
export function grantsIn(tables: Tables): Grants {
  return {
    async revoke(grantId, now) {
      const grant = tables.grants.get(grantId)
      if (grant?.revokedAt === null) tables.grants.set(grantId, { ...grant, revokedAt: now })
    },
    async create(grant, opaque) {
      give(tables, grant)
      keepOpaque(tables, opaque)
    },
  }
}

/** Authorization codes in memory. */
export function codesIn(tables: Tables): Codes {
  return {
    async issue(grant, code) {
      give(tables, grant)
      tables.codes.set(keyOf(code.hash), { grantId: grant.id, code })
    },
    async find(hash) {
      const found = tables.codes.get(keyOf(hash))
      return found === undefined ? null : { code: found.code, ...behind(tables, found.grantId) }
    },
    async redeem(hash, refreshToken, opaque, now) {
      const found = tables.codes.get(keyOf(hash))
      if (found === undefined || found.code.consumedAt !== null || found.code.expiresAt <= now) return false
      const { grantId } = found
      if (!isLive(tables, grantId, opaque)) return false
      tables.codes.set(keyOf(hash), { grantId, code: { ...found.code, consumedAt: now } })
      if (refreshToken !== null)
        tables.refreshTokens.set(keyOf(refreshToken.hash), { grantId, token: refreshToken })
      keepOpaque(tables, opaque)
      return true
    },
  }
}

/** Refresh tokens in memory. */
export function refreshTokensIn(tables: Tables): RefreshTokens {
  return {
    async find(hash) {
      const found = tables.refreshTokens.get(keyOf(hash))
      if (found === undefined) return null
      const { token, grantId } = found
      const successorConsumed = [...tables.refreshTokens.values()].some(
        (each) =>
          each.grantId === grantId &&
          each.token.generation === token.generation + 1 &&
          each.token.consumedAt !== null,
      )
      return { token, ...behind(tables, grantId), successorConsumed }
    },
    async rotate(hash, salt, successor, opaque, now) {
      const found = tables.refreshTokens.get(keyOf(hash))
      if (found === undefined || found.token.consumedAt !== null || found.token.expiresAt <= now) return false
      const { token, grantId } = found
      if (!isLive(tables, grantId, opaque)) return false
      tables.refreshTokens.set(keyOf(hash), { grantId, token: { ...token, consumedAt: now, salt } })
      tables.refreshTokens.set(keyOf(successor.hash), { grantId, token: successor })
      keepOpaque(tables, opaque)
      const session = tables.sessions.get(tables.grants.get(grantId)?.sessionId ?? '')
      if (session !== undefined && +now - +session.lastUsedAt > minute)
        tables.sessions.set(session.id, { ...session, lastUsedAt: now })
      return true
    },
  }
}

/** Access tokens in memory: opaque ones, and what was revoked. */
export function accessTokensIn(tables: Tables): AccessTokens {
  const factsOf = (token: AccessTokenFacts['token'], clientId: string | undefined): AccessTokenFacts => {
    const grant = tables.grants.get(token.grantId ?? '') ?? null
    return {
      token,
      client: tables.clients.get(clientId ?? '') ?? null,
      user: tables.users.get(token.userId ?? '')?.user ?? null,
      grant,
      session: tables.sessions.get(grant?.sessionId ?? '') ?? null,
      revoked: tables.revokedTokens.has(token.jti),
    }
  }
  return {
    async store(opaque) {
      keepOpaque(tables, opaque)
    },
    async findOpaque(hash) {
      const token = tables.accessTokens.get(keyOf(hash))
      return token === undefined ? null : factsOf(token, token.clientId)
    },
    async facts(token) {
      const client = [...tables.clients.values()].find(({ clientId }) => clientId === token.publicClientId)
      const userId = tables.grants.get(token.grantId ?? '')?.userId ?? null
      return factsOf({ ...token, userId }, client?.id)
    },
    async revoke(jti, expiresAt) {
      if (!tables.revokedTokens.has(jti)) tables.revokedTokens.set(jti, expiresAt)
    },
  }
}

/** Stores a grant, if its session goes on, and its consent, without which only one's own apps and the operator's are let in. */
function give(tables: Tables, grant: Grant): void {
  const { userId, clientId, sessionId, scope } = grant
  const client = tables.clients.get(clientId)
  const session = tables.sessions.get(sessionId ?? '')
  const agreed = tables.consents.get(`${userId} ${clientId}`)?.scope
  const goesOn = sessionId === null || session?.endedAt === null
  const isExempt = client !== undefined && (client.firstParty || client.ownerId === userId)
  const isAgreed =
    client !== undefined && agreed !== undefined && scope.every((each) => agreed.includes(each))
  if (!tables.users.has(userId) || !goesOn || !(isExempt || isAgreed))
    throw new StoreUnavailable('the session ended meanwhile, or the consent or the app')
  tables.grants.set(grant.id, grant)
}

function isLive(tables: Tables, grantId: string, opaque: OpaqueToken | null): boolean {
  const isKnown = opaque === null || tables.clients.has(opaque.token.clientId)
  return tables.grants.get(grantId)?.revokedAt === null && isKnown
}

function keepOpaque(tables: Tables, opaque: OpaqueToken | null): void {
  if (opaque !== null) tables.accessTokens.set(keyOf(opaque.hash), opaque.token satisfies AccessToken)
}

function behind(tables: Tables, grantId: string): GrantFacts {
  const grant = tables.grants.get(grantId)!
  const session = tables.sessions.get(grant.sessionId ?? '') ?? null
  return { grant, user: tables.users.get(grant.userId)!.user, session }
}
