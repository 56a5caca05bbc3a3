import type { Store } from '../store.ts'
import { accessTokensOn } from './accessTokens.store.ts'
import { accountsOn } from './accounts.store.ts'
import { activitiesOn } from './activities.store.ts'
import { appPasswordsOn } from './appPasswords.store.ts'
import { attemptsOn } from './attempts.store.ts'
import { openChangeFeed } from './changeFeed.ts'
import { createClientCache, type ClientCache } from './clientCache.ts'
import { clientsOn } from './clients.store.ts'
import { codesOn } from './codes.store.ts'
import { consentsOn } from './consents.store.ts'
import { openDatabase, withDeadline, type Database } from './database.ts'
import type { Statement } from './statement.ts'
import { expiryOn } from './expiry.store.ts'
import { codeOf } from './failure.ts'
import { factorsOn } from './factors.store.ts'
import { grantsOn } from './grants.store.ts'
import { imagesOn } from './images.store.ts'
import { jobsOn } from './jobs.store.ts'
import { keysOn } from './keys.store.ts'
import { linksOn } from './links.store.ts'
import { logoutsOn } from './logouts.store.ts'
import type { Mapped } from './mapped.ts'
import { mfaChallengesOn } from './mfaChallenges.store.ts'
import { migrationNames, migrationsTable } from './migrations.ts'
import { operatorTokensOn } from './operatorTokens.store.ts'
import { passkeysOn } from './passkeys.store.ts'
import { registrationsOn } from './registrations.store.ts'
import { refreshTokensOn } from './refreshTokens.store.ts'
import { sealedKeysOn } from './sealedKeys.store.ts'
import { sessionsOn } from './sessions.store.ts'
import { patience, type DatabaseSettings } from './settings.ts'
import { transactionsOn } from './transactions.store.ts'
import { usersOn } from './users.store.ts'

export { migrate, pendingMigrations } from './migrate.ts'
export type { DatabaseSettings } from './settings.ts'

const clock: Statement = { name: 'databaseTime', text: 'select clock_timestamp() as now' }
const applied: Statement = {
  name: 'isMigrated',
  text: `select count(*)::int as count from ${migrationsTable} where name = any($1)`,
}
const undefinedTable = '42P01'

/**
 * Opens the store on a migrated PostgreSQL. Nothing connects before the first question, so a database that is briefly away
 * costs the questions of that time (`StoreUnavailable`), never the process. Beside the pool it holds one connection that listens.
 */
export async function openStore(settings: DatabaseSettings): Promise<Store> {
  const database = openDatabase(settings)
  let opening: Promise<Mapped> | null = null
  const feed = openChangeFeed({ settings, database, onChange: (clientId) => clientCache.forget(clientId) })
  const clientCache: ClientCache = createClientCache(feed)
  const mapped = () => (opening ??= import('./mapped.ts').then(({ openMapped }) => openMapped(database)))
  return {
    users: usersOn(database),
    accounts: accountsOn(database),
    attempts: attemptsOn(database),
    activities: activitiesOn(database),
    factors: factorsOn(database),
    mfaChallenges: mfaChallengesOn(database),
    sessions: sessionsOn(database),
    appPasswords: appPasswordsOn(database),
    logouts: logoutsOn(database),
    clients: clientsOn(database, clientCache, async () => (await mapped()).clients),
    registrations: registrationsOn(database, clientCache, async () => (await mapped()).registrations),
    consents: {
      find: async (...from) => (await mapped()).consents.find(...from),
      record: async (...from) => (await mapped()).consents.record(...from),
      ...consentsOn(database),
    },
    grants: grantsOn(database),
    codes: codesOn(database),
    refreshTokens: refreshTokensOn(database),
    accessTokens: accessTokensOn(database),
    operatorTokens: operatorTokensOn(database),
    keys: keysOn(database),
    sealedKeys: sealedKeysOn(database),
    transactions: transactionsOn(database),
    links: linksOn(database),
    images: imagesOn(database),
    jobs: jobsOn(database),
    passkeys: passkeysOn(database, async () => (await mapped()).passkeys),
    expiry: expiryOn(database),
    async databaseTime() {
      const asked = database.read<{ now: Date }>(clock, [])
      const [row] = await withDeadline(asked, patience.readiness, 'the database did not tell the time')
      if (!row) throw new Error('the database returned no row for its clock')
      return row.now
    },
    isMigrated: () =>
      withDeadline(hasMigrations(database), patience.readiness, 'the database did not show its schema'),
    connections: () => database.connections(),
    close: async () => void (await Promise.all([feed.close(), database.close()])),
  }
}

async function hasMigrations(database: Database): Promise<boolean> {
  try {
    const [row] = await database.read<{ count: number }>(applied, [migrationNames])
    return row?.count === migrationNames.length
  } catch (error) {
    if (codeOf(error) === undefinedTable) return false
    throw error
  }
}
