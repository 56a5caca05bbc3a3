import { randomBytes } from 'node:crypto'
import type { Config } from '#src/config.ts'
import type { StoredSigningKey } from '#src/domain/token/signingKey.ts'
import { keyLifetimes, openPrivateKey, planKeyChanges, sealingLabel } from '#src/platform/keyChanges.ts'
import { createSealing, developmentSecret } from '#src/platform/sealing.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import type { DatabaseAddress } from './database.ts'

/*
 * Making two RSA keys takes longer than most tests. A worker keeps the sets of keys it has made, and a service finds one of
 * them in its database as it would find its own of yesterday. Two services that live at the same time never have the same.
 */
type KeySet = readonly StoredSigningKey[]

const kept = createSealing([randomBytes(32).toString('base64url')])
const free: KeySet[] = []

/**
 * Puts signing keys where a service is about to start, sealed with its secret: into its store, or into a database.
 *
 * @returns what gives the keys back, once the service has stopped
 */
export async function lendKeys(
  { connection, store: given }: { readonly connection: DatabaseAddress; readonly store: Store | null },
  { secrets, dataDirectory }: Pick<Config, 'secrets' | 'dataDirectory'>,
): Promise<() => void> {
  const now = new Date()
  const set = free.pop() ?? (await planKeyChanges([], { sealing: kept, lifetimes: keyLifetimes }, now)).add
  const own = createSealing(secrets.length > 0 ? secrets : [developmentSecret(dataDirectory)])
  const add = set.map((key) => ({
    ...key,
    createdAt: now,
    statusSince: now,
    sealedPrivateKey: own.seal(
      sealingLabel,
      openPrivateKey(key, kept).export({ format: 'der', type: 'pkcs8' }),
    ),
  }))
  const store = given ?? (await openStore({ connection, poolSize: 1 }))
  try {
    await store.keys.change(() => ({ add, status: [], remove: [] }), now)
  } finally {
    if (given === null) await store.close()
  }
  return () => void free.push(set)
}
