import type { Activities } from '../activities.ts'
import type { AppPasswords } from '../appPasswords.ts'
import type { Images } from '../images.ts'
import type { Passkeys } from '../passkeys.ts'
import { StoreUnavailable } from '../store.ts'
import { storeJob } from './jobs.memory.ts'
import { newestFirst, removeSessions, removeWhere, type Tables } from './tables.ts'
import { rowByEmail } from './users.memory.ts'

const minute = 60_000

/** The history of accounts, in memory. */
export function activitiesIn({ activities, users, clients }: Tables): Activities {
  return {
    async add(activity) {
      if (users.has(activity.userId)) activities.set(activity.id, activity)
    },
    async list(userId, count, before) {
      const own = [...activities.values()].filter(
        (each) => each.userId === userId && (before === null || each.id < before),
      )
      const page = newestFirst(own, ({ id }) => id).slice(0, count)
      return page.map(({ userId: _userId, clientId, ...seen }) => {
        const app = clients.get(clientId ?? '')
        return { ...seen, appId: app?.clientId ?? null, appName: app?.name ?? null }
      })
    },
  }
}

/** App passwords in memory. */
export function appPasswordsIn(tables: Tables): AppPasswords {
  const { appPasswords, users, sessions } = tables
  type Row = typeof appPasswords extends Map<string, infer R> ? R : never
  const factsOf = ({ appPassword }: Row) => ({ appPassword, user: users.get(appPassword.userId)!.user })
  const newest = (rows: Iterable<Row>) => newestFirst(rows, ({ appPassword }) => appPassword.id)
  return {
    async add(secret, most, sessionId, now) {
      const { userId } = secret.appPassword
      if (!users.has(userId) || (sessionId !== null && sessions.get(sessionId)?.endedAt !== null))
        throw new StoreUnavailable('the account or its session has ended meanwhile')
      removeWhere(
        appPasswords,
        ({ appPassword }) =>
          appPassword.userId === userId && appPassword.expiresAt !== null && appPassword.expiresAt <= now,
      )
      const held = [...appPasswords.values()].filter(({ appPassword }) => appPassword.userId === userId)
      if (held.length >= most) return 'full'
      appPasswords.set(secret.appPassword.id, secret)
      return 'added'
    },
    async find(hash) {
      const found = [...appPasswords.values()].find((each) => each.hash.equals(hash))
      return found === undefined ? null : factsOf(found)
    },
    async findById(appPasswordId) {
      const found = appPasswords.get(appPasswordId)
      return found === undefined ? null : factsOf(found)
    },
    async list(userId) {
      const own = [...appPasswords.values()].filter(({ appPassword }) => appPassword.userId === userId)
      const order = ({ appPassword }: Row) => `${appPassword.createdAt.toISOString()}${appPassword.id}`
      return newestFirst(own, order).map(({ appPassword }) => appPassword)
    },
    async listAll(count, after) {
      const rest = newest(appPasswords.values()).filter(
        ({ appPassword }) => after === null || appPassword.id < after,
      )
      return rest.slice(0, count).map(factsOf)
    },
    async touch(appPasswordId, now) {
      const found = appPasswords.get(appPasswordId)
      if (found === undefined || +now - +(found.appPassword.lastUsedAt ?? 0) <= minute) return
      appPasswords.set(appPasswordId, { ...found, appPassword: { ...found.appPassword, lastUsedAt: now } })
    },
    async replaceSecret(secret) {
      const { id, userId } = secret.appPassword
      if (appPasswords.get(id)?.appPassword.userId !== userId) return false
      appPasswords.set(id, secret)
      removeSessions(tables, ({ appPasswordId }) => appPasswordId === id)
      return true
    },
    async delete(appPasswordId, userId) {
      const found = appPasswords.get(appPasswordId)
      if (found === undefined || (userId !== null && found.appPassword.userId !== userId)) return false
      removeSessions(tables, (session) => session.appPasswordId === appPasswordId)
      return appPasswords.delete(appPasswordId)
    },
  }
}

/** Passkeys and their challenges in memory. */
export function passkeysIn(tables: Tables): Passkeys {
  const { passkeys, passkeyChallenges, users } = tables
  const ownedBy = (userId: string) => [...passkeys.values()].filter((each) => each.userId === userId)
  return {
    async addChallenge(challenge) {
      passkeyChallenges.set(challenge.id, challenge)
    },
    async consumeChallenge(id, purpose, sessionId, now) {
      const found = passkeyChallenges.get(id)
      const fits = found?.purpose === purpose && found.sessionId === sessionId && found.expiresAt > now
      if (!fits) return null
      passkeyChallenges.delete(id)
      return found
    },
    async add(passkey, most, userAsOf, notice, activity) {
      const user = users.get(passkey.userId)?.user
      if (user === undefined || +user.updatedAt !== +userAsOf)
        throw new StoreUnavailable('the account was changed or deleted meanwhile')
      const own = ownedBy(user.id)
      if (own.length >= most) return 'full'
      if (own.some(({ credentialId }) => credentialId.equals(passkey.credentialId))) return 'known'
      passkeys.set(passkey.id, passkey)
      storeJob(tables, notice)
      tables.activities.set(activity.id, activity)
      return 'added'
    },
    async findForLogin(userId, credentialId) {
      const passkey = ownedBy(userId).find((each) => each.credentialId.equals(credentialId))
      return passkey === undefined ? null : { passkey, user: users.get(userId)!.user }
    },
    async noteUse(id, { counter, backedUp }, now) {
      const passkey = passkeys.get(id)
      const hasGrown =
        passkey !== undefined && (passkey.counter < counter || (passkey.counter === 0 && counter === 0))
      if (!hasGrown) return false
      passkeys.set(id, { ...passkey, counter, backedUp, lastUsedAt: now })
      return true
    },
    async findCredentials(emailKey) {
      const row = rowByEmail(tables, emailKey)
      const own = row === undefined ? [] : newestFirst(ownedBy(row.user.id), ({ id }) => id).toReversed()
      return own.map(({ credentialId, transports }) => ({ credentialId, transports }))
    },
    count: async (userId) => ownedBy(userId).length,
    list: async (userId) => newestFirst(ownedBy(userId), ({ id }) => id),
    async rename(userId, id, name) {
      const passkey = passkeys.get(id)
      if (passkey?.userId !== userId) return null
      passkeys.set(id, { ...passkey, name })
      return { ...passkey, name }
    },
    async delete(userId, id, { notice, activity }) {
      if (passkeys.get(id)?.userId !== userId) return false
      passkeys.delete(id)
      storeJob(tables, notice)
      tables.activities.set(activity.id, activity)
      return true
    },
  }
}

/** Avatars and logos in memory. */
export function imagesIn({ avatars, logos, users, clients }: Tables): Images {
  return {
    async setAvatar(userId, pictureId, image) {
      if (!users.has(userId)) throw new StoreUnavailable('the account was deleted meanwhile')
      avatars.set(userId, { pictureId, image })
    },
    findAvatar: async (userId) => avatars.get(userId)?.image ?? null,
    async avatarOf(userId) {
      const avatar = avatars.get(userId)
      return avatar === undefined ? null : { pictureId: avatar.pictureId }
    },
    findPicture: async (pictureId) =>
      [...avatars.values()].find((each) => each.pictureId === pictureId)?.image ?? null,
    async deleteAvatar(userId) {
      avatars.delete(userId)
    },
    async setLogo(clientId, logoTag, image) {
      const client = clients.get(clientId)
      if (client === undefined) return false
      clients.set(clientId, { ...client, logoTag })
      logos.set(clientId, image)
      return true
    },
    async findLogo(reference) {
      const client = [...clients.values()].find((each) => [each.id, each.clientId].includes(reference))
      return logos.get(client?.id ?? '') ?? null
    },
    async deleteLogo(clientId) {
      const client = clients.get(clientId)
      if (client !== undefined) clients.set(clientId, { ...client, logoTag: null })
      logos.delete(clientId)
    },
  }
}
