import type { Session, SessionFacts, SessionToken } from '../../domain/account/session.ts'
import type { LoggedInClient, Logouts } from '../logouts.ts'
import type { Sessions } from '../sessions.ts'
import { StoreUnavailable } from '../store.ts'
import { storeJob } from './jobs.memory.ts'
import { keyOf, newestFirst, touchUser, type Tables } from './tables.ts'

const minute = 60_000

function isOpen(session: Session | undefined, now: Date): session is Session {
  return session !== undefined && session.endedAt === null && session.expiresAt > now
}

function end({ sessions }: Tables, session: Session, now: Date): void {
  sessions.set(session.id, { ...session, endedAt: now })
}

/** Sessions and their tokens in memory. */
export function sessionsIn(tables: Tables): Sessions {
  const { sessions, sessionTokens } = tables
  const keepToken = (token: SessionToken, kind: 'bearer' | 'cookie') =>
    void sessionTokens.set(keyOf(token.hash), { ...token, kind })
  return {
    async open(session, token, userAsOf) {
      openFor(tables, session, userAsOf, session.id)
      keepToken(token, 'bearer')
    },
    async openInBrowser(session, token, { replaced, userAsOf, activityId }) {
      openFor(tables, session, userAsOf, activityId)
      if (replaced !== null && sessionTokens.get(keyOf(replaced))?.kind === 'cookie')
        sessionTokens.delete(keyOf(replaced))
      keepToken(token, 'cookie')
    },
    findByCookie: async (hash) => findBy(tables, hash, 'cookie'),
    findByToken: async (hash) => findBy(tables, hash, 'bearer'),
    async openByAppPassword(session, token, hash, most) {
      const user = tables.users.get(session.userId)?.user
      const own = tables.appPasswords.get(session.appPasswordId ?? '')
      const mayOpen = user !== undefined && user.suspendedAt === null && user.deletionRequestedAt === null
      if (!mayOpen || own === undefined || !own.hash.equals(hash))
        throw new StoreUnavailable('the account was changed or deleted meanwhile')
      const alike = [...sessions.values()].filter(
        (each) => each.appPasswordId === session.appPasswordId && each.endedAt === null,
      )
      const surplus = newestFirst(alike, (each) => `${each.createdAt.toISOString()}${each.id}`).slice(
        most - 1,
      )
      for (const each of surplus) end(tables, each, session.createdAt)
      sessions.set(session.id, session)
      keepToken(token, 'bearer')
    },
    async addToken(token, most) {
      const session = sessions.get(token.sessionId)
      if (session === undefined || session.endedAt !== null)
        throw new StoreUnavailable('the session has ended meanwhile')
      const alike = [...sessionTokens].filter(
        ([, each]) => each.sessionId === token.sessionId && each.kind === 'bearer',
      )
      const surplus = newestFirst(alike, ([, each]) => each.createdAt.getTime()).slice(most - 1)
      for (const [key] of surplus) sessionTokens.delete(key)
      keepToken(token, 'bearer')
    },
    ...livesIn(tables),
  }
}

function livesIn(
  tables: Tables,
): Pick<Sessions, 'listOpen' | 'touch' | 'renew' | 'end' | 'endOwned' | 'endOthers'> {
  const { sessions } = tables
  return {
    async listOpen(userId, now) {
      const open = [...sessions.values()].filter((each) => each.userId === userId && isOpen(each, now))
      return newestFirst(open, (each) => `${each.lastUsedAt.toISOString()}${each.id}`).slice(0, 1000)
    },
    async touch(sessionId, now) {
      const session = sessions.get(sessionId)
      if (session === undefined || +now - +session.lastUsedAt <= minute) return
      sessions.set(sessionId, { ...session, lastUsedAt: now })
      const own = tables.appPasswords.get(session.appPasswordId ?? '')
      if (own === undefined || (own.appPassword.lastUsedAt ?? now) > now) return
      const appPassword = { ...own.appPassword, lastUsedAt: now }
      tables.appPasswords.set(appPassword.id, { ...own, appPassword })
    },
    async renew(sessionId, amr, now) {
      const session = sessions.get(sessionId)
      if (!isOpen(session, now)) return false
      sessions.set(sessionId, { ...session, authenticatedAt: now, amr })
      return true
    },
    async end(sessionId, now) {
      const session = sessions.get(sessionId)
      if (session?.endedAt === null) end(tables, session, now)
    },
    async endOwned(userId, sessionId, now) {
      const session = sessions.get(sessionId)
      if (!isOpen(session, now) || session.userId !== userId) return false
      end(tables, session, now)
      return true
    },
    async endOthers(userId, sessionId, now) {
      const others = [...sessions.values()].filter(
        (each) => each.userId === userId && each.id !== sessionId && each.endedAt === null,
      )
      for (const each of others) end(tables, each, now)
      return others.map(({ id }) => id)
    },
  }
}

/** Ends of sessions in memory. */
export function logoutsIn(tables: Tables): Logouts {
  return {
    async clientsIn(sessionId) {
      const held = new Set(
        [...tables.grants.values()]
          .filter((grant) => grant.sessionId === sessionId && grant.revokedAt === null)
          .map(({ clientId }) => clientId),
      )
      const told = [...tables.clients.values()].filter(
        (client) =>
          held.has(client.id) &&
          (client.backchannelLogoutUri !== null || client.frontchannelLogoutUri !== null),
      )
      return told.toSorted((a, b) => (a.id < b.id ? -1 : 1)) satisfies readonly LoggedInClient[]
    },
    async endedAt(userId, moment) {
      const ended = [...tables.sessions.values()].filter(
        (each) => each.userId === userId && +(each.endedAt ?? 0) === +moment,
      )
      return ended.flatMap(({ id: sessionId }) => {
        const held = new Set(
          [...tables.grants.values()]
            .filter((grant) => grant.sessionId === sessionId && +(grant.revokedAt ?? moment) === +moment)
            .map(({ clientId }) => clientId),
        )
        return [...tables.clients.values()]
          .filter((client) => held.has(client.id) && client.backchannelLogoutUri !== null)
          .map((client) => ({ sessionId, client }))
      })
    },
    async end(sessionId, jobs, now) {
      const session = tables.sessions.get(sessionId)
      if (session === undefined || session.endedAt !== null) return false
      tables.sessions.set(sessionId, { ...session, endedAt: now })
      for (const job of jobs) storeJob(tables, { ...job, runAt: now, createdAt: now })
      return true
    },
  }
}

/**
 * With the session come its entry in the history and the end of a deletion that was asked for. One that goes on is proven anew,
 * unless it has ended meanwhile.
 */
function openFor(tables: Tables, session: Session, userAsOf: Date, activityId: string): void {
  const { id, userId, authenticatedAt: at, address, userAgent } = session
  const row = tables.users.get(userId)
  const present = tables.sessions.get(id)
  const mayGoOn = present === undefined || (present.userId === userId && present.endedAt === null)
  if (row === undefined || +row.user.updatedAt !== +userAsOf || !mayGoOn)
    throw new StoreUnavailable('the account was changed or deleted meanwhile')
  tables.sessions.set(id, session)
  const origin = { address, userAgent, sessionId: id, clientId: null }
  tables.activities.set(activityId, { id: activityId, userId, kind: 'signed_in', at, ...origin })
  if (row.user.deletionRequestedAt !== null)
    touchUser(tables, userId, { user: { ...row.user, deletionRequestedAt: null } }, at)
}

/** The kind is part of the question: what one kind of token opens stays shut for the other. */
function findBy(tables: Tables, hash: Buffer, wanted: 'bearer' | 'cookie'): SessionFacts | null {
  const found = tables.sessionTokens.get(keyOf(hash))
  if (found === undefined || found.kind !== wanted) return null
  const { kind: _kind, ...token } = found
  const session = tables.sessions.get(token.sessionId)!
  return { token, session, user: tables.users.get(session.userId)!.user }
}
