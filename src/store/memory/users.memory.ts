import type { Account } from '../../domain/account/account.ts'
import type { Profile } from '../../domain/account/profile.ts'
import type { User } from '../../domain/account/user.ts'
import type { Accounts } from '../accounts.ts'
import { StoreUnavailable } from '../store.ts'
import type { Users } from '../users.ts'
import { storeJob } from './jobs.memory.ts'
import {
  endEverything,
  keyOf,
  removeGrants,
  removeUser,
  removeWhere,
  replaceWhere,
  touchUser,
  type Tables,
  type UserRow,
} from './tables.ts'

/** The account with this address; undefined: none. */
export function rowByEmail({ users }: Tables, emailKey: string): UserRow | undefined {
  return [...users.values()].find((row) => row.emailKey === emailKey)
}

/** Accounts in memory. */
export function usersIn(tables: Tables): Users {
  return {
    async create(user, emailKey, passwordHash) {
      if (rowByEmail(tables, emailKey) !== undefined) return 'exists'
      tables.users.set(user.id, { user, emailKey, passwordHash, profile: {} })
      return 'created'
    },
    async findByEmail(emailKey) {
      const row = rowByEmail(tables, emailKey)
      return row === undefined ? null : { user: row.user, passwordHash: row.passwordHash }
    },
    async rehash(userId, oldHash, passwordHash) {
      const row = tables.users.get(userId)
      if (row?.passwordHash === oldHash) tables.users.set(userId, { ...row, passwordHash })
    },
  }
}

/** What owners do with their accounts, in memory. */
export function accountsIn(tables: Tables): Accounts {
  return {
    async find(userId) {
      const row = tables.users.get(userId)
      return row === undefined ? null : accountOf(row)
    },
    async updateProfile(userId, changes, now) {
      const row = tables.users.get(userId)
      if (row === undefined || row.user.suspendedAt !== null) return null
      const profile = withoutNulls({ ...row.profile, ...defined(changes) }) as Profile
      const changed = touchUser(tables, userId, { profile }, now)
      // A change of the profile is none of the account's secrets: sign-ins that wait for a code go on.
      replaceWhere(
        tables.mfaChallenges,
        (each) => each.userId === userId && +each.userAsOf === +row.user.updatedAt,
        (each) => ({ ...each, userAsOf: changed.user.updatedAt }),
      )
      return accountOf(changed)
    },
    async changePassword(
      { userId, userAsOf, passwordHash, sessionId, endsAppPasswords },
      notice,
      activity,
      now,
    ) {
      const { user } = sameAccount(tables.users.get(userId), ({ updatedAt }) => +updatedAt === +userAsOf)
      touchUser(tables, user.id, { passwordHash }, now)
      endEverything(tables, userId, now, sessionId)
      if (endsAppPasswords) removeWhere(tables.appPasswords, (each) => each.appPassword.userId === userId)
      storeJob(tables, notice)
      tables.activities.set(activity.id, activity)
    },
    async requestDeletion(userId, notice, activity, now) {
      const { user } = sameAccount(tables.users.get(userId), () => true)
      touchUser(tables, userId, { user: { ...user, deletionRequestedAt: now } }, now)
      endEverything(tables, userId, now, null)
      if (notice !== null) storeJob(tables, notice)
      tables.activities.set(activity.id, activity)
    },
    ...deletionsIn(tables),
  }
}

function deletionsIn(tables: Tables): Pick<Accounts, 'claimDeletions' | 'clearAway' | 'remove'> {
  return {
    async claimDeletions(before, most, now) {
      const asked = [...tables.users.values()].filter(
        ({ user }) => user.deletionRequestedAt !== null && user.deletionRequestedAt <= before,
      )
      const due = asked.toSorted((a, b) => +a.user.deletionRequestedAt! - +b.user.deletionRequestedAt!)
      return due.slice(0, most).map(({ user }) => {
        touchUser(tables, user.id, { user: { ...user, suspendedAt: user.suspendedAt ?? now } }, now)
        return { id: user.id, email: user.email }
      })
    },
    async clearAway(userId) {
      const owned = new Set(
        [...tables.clients.values()].filter(({ ownerId }) => ownerId === userId).map(({ id }) => id),
      )
      removeGrants(tables, (grant) => grant.userId === userId || owned.has(grant.clientId))
      removeWhere(tables.accessTokens, ({ clientId }) => owned.has(clientId))
      return false
    },
    async remove(userId, { addressDigests, jobSubjects, attemptKeys }, notice) {
      if ((tables.users.get(userId)?.user.deletionRequestedAt ?? null) === null) return false
      const isOne = (list: readonly Buffer[], value: Buffer | null) =>
        value !== null && list.some((each) => each.equals(value))
      removeWhere(
        tables.links,
        ({ accountId, addressDigest }) => accountId === userId || isOne(addressDigests, addressDigest),
      )
      removeWhere(tables.jobs, ({ subject }) => isOne(jobSubjects, subject))
      for (const key of attemptKeys) tables.attempts.delete(keyOf(key))
      removeUser(tables, userId)
      storeJob(tables, notice)
      return true
    },
  }
}

/** An account that is still what it was; asking again gets the true answer. */
function sameAccount(row: UserRow | undefined, fits: (user: User) => boolean): UserRow {
  if (
    row !== undefined &&
    row.user.suspendedAt === null &&
    row.user.deletionRequestedAt === null &&
    fits(row.user)
  )
    return row
  throw new StoreUnavailable('the account was changed or deleted meanwhile')
}

function accountOf({ user, profile }: UserRow): Account {
  return { user, profile }
}

/** A member that is undefined is not there. */
function defined(changes: object): object {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}

function withoutNulls(value: object): object {
  const kept = Object.entries(value).filter(([, each]) => each !== null)
  return Object.fromEntries(
    kept.map(([name, each]) => [name, typeof each === 'object' ? withoutNulls(each as object) : each]),
  )
}
