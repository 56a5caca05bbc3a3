import type { Keys } from '../keys.ts'
import type { SealedKeys } from '../sealedKeys.ts'
import type { Store } from '../store.ts'
import type { Transactions } from '../transactions.ts'
import { attemptsIn } from './attempts.memory.ts'
import { clientsIn, registrationsIn } from './clients.memory.ts'
import { consentsIn } from './consents.memory.ts'
import { activitiesIn, appPasswordsIn, imagesIn, passkeysIn } from './credentials.memory.ts'
import { factorsIn, mfaChallengesIn } from './factors.memory.ts'
import { accessTokensIn, codesIn, grantsIn, refreshTokensIn } from './grants.memory.ts'
import { jobsIn } from './jobs.memory.ts'
import { linksIn } from './links.memory.ts'
import { logoutsIn, sessionsIn } from './sessions.memory.ts'
import { createTables, keyOf, type Tables } from './tables.ts'
import { accountsIn, usersIn } from './users.memory.ts'

/**
 * Opens a store that forgets everything with its process: what the mock issuer runs on. It is no database: one process, no
 * limit to what it keeps, nothing removed when it expires.
 *
 * @param now  the clock that the service lives by
 */
export function openMemoryStore(now: () => Date): Store {
  const tables = createTables()
  return {
    users: usersIn(tables),
    accounts: accountsIn(tables),
    attempts: attemptsIn(tables),
    activities: activitiesIn(tables),
    factors: factorsIn(tables),
    mfaChallenges: mfaChallengesIn(tables),
    sessions: sessionsIn(tables),
    appPasswords: appPasswordsIn(tables),
    logouts: logoutsIn(tables),
    clients: clientsIn(tables),
    registrations: registrationsIn(tables),
    consents: consentsIn(tables),
    grants: grantsIn(tables),
    codes: codesIn(tables),
    refreshTokens: refreshTokensIn(tables),
    accessTokens: accessTokensIn(tables),
    operatorTokens: { find: async () => null, touch: async () => {} },
    keys: keysIn(tables),
    sealedKeys: sealedKeysIn(tables),
    transactions: transactionsIn(tables),
    links: linksIn(tables),
    images: imagesIn(tables),
    jobs: jobsIn(tables),
    passkeys: passkeysIn(tables),
    expiry: { rules: [], remove: async () => ({ rows: 0, next: null }) },
    databaseTime: async () => now(),
    isMigrated: async () => true,
    connections: () => ({ busy: 0, idle: 0, waiting: 0 }),
    close: async () => {},
  }
}

function keysIn({ keys }: Tables): Keys {
  const list = async () =>
    [...keys.values()].toSorted((a, b) => +a.createdAt - +b.createdAt || (a.kid < b.kid ? -1 : 1))
  let turn: Promise<unknown> = Promise.resolve()
  const change: Keys['change'] = async (decide, now) => {
    const { add, status, remove } = await decide(await list())
    for (const key of add) keys.set(key.kid, key)
    for (const each of status)
      keys.set(each.kid, { ...keys.get(each.kid)!, status: each.status, statusSince: now })
    for (const kid of remove) keys.delete(kid)
    return list()
  }
  // Deciding takes time, because keys are made meanwhile: one change after the other.
  return {
    list,
    change(decide, now) {
      const changed = turn.then(() => change(decide, now))
      turn = changed.catch(() => undefined)
      return changed
    },
  }
}

function sealedKeysIn({ sealedKeys }: Tables): SealedKeys {
  return {
    async keep(name, sealed) {
      const kept = sealedKeys.get(name) ?? sealed
      sealedKeys.set(name, kept)
      return kept
    },
    async reseal(name, former, sealed) {
      if (sealedKeys.get(name)?.equals(former)) sealedKeys.set(name, sealed)
    },
  }
}

function transactionsIn({ transactions }: Tables): Transactions {
  return {
    async create(transaction) {
      transactions.set(keyOf(transaction.hash), transaction)
    },
    find: async (hash) => transactions.get(keyOf(hash)) ?? null,
    async bind(hash, browserHash) {
      const found = transactions.get(keyOf(hash))
      if (found?.browserHash === null) transactions.set(keyOf(hash), { ...found, browserHash })
    },
    async consume(hash, now) {
      const found = transactions.get(keyOf(hash))
      if (found === undefined || found.consumedAt !== null || found.expiresAt <= now) return false
      transactions.set(keyOf(hash), { ...found, consumedAt: now })
      return true
    },
  }
}
