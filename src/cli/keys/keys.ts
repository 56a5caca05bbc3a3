import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { after } from '../../domain/moment.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import { signingAlgorithms } from '../../domain/token/keySchedule.ts'
import type { SigningAlgorithm, StoredSigningKey } from '../../domain/token/signingKey.ts'
import { keyLifetimes, rotateKeys } from '../../platform/keyChanges.ts'
import { createSealing, developmentSecret, type Sealing } from '../../platform/sealing.ts'
import { atDesk } from '../desk.ts'
import { failed } from '../failure.ts'
import { answer, table } from '../print.ts'
import { complain } from '../terminal.ts'

/** `keys ls` */
export function listKeys(options: { json?: boolean }): Promise<void> {
  return atDesk(async ({ store }) => {
    const keys = await store.keys.list()
    answer(options.json, keys.map(describeKey), () => tableOf(keys))
  })
}

/** `keys rotate` */
export function rotate(options: { alg?: SigningAlgorithm; json?: boolean }): Promise<void> {
  return atDesk(async ({ config, store, now }) => {
    const algorithms = options.alg === undefined ? signingAlgorithms : [options.alg]
    const before = await store.keys.list()
    const sealing = sealingOf(config)
    const keys = await rotateKeys({ keys: store.keys, sealing }, algorithms, now)
    const waiting = algorithms.filter(
      (algorithm) => activeOf(keys, algorithm)?.kid === activeOf(before, algorithm)?.kid,
    )
    const rotated = algorithms.filter((algorithm) => !waiting.includes(algorithm))
    answer(options.json, { rotated, waiting, keys: keys.map(describeKey) }, () => {
      const head = rotated.length === 0 ? 'No key was rotated.' : `Rotated ${rotated.join(', ')}.`
      return `${head}\n\n${tableOf(keys)}`
    })
    complain(waiting.map((algorithm) => whyWaiting(algorithm, keys)))
    if (waiting.length > 0) throw failed()
  })
}

/**
 * What opens and seals the keys. In development the secret is a file of the service's: a new one made here would seal what the
 * service cannot open.
 */
export function sealingOf({ secrets, dataDirectory }: Pick<Config, 'secrets' | 'dataDirectory'>): Sealing {
  if (secrets.length > 0) return createSealing(secrets)
  const file = join(dataDirectory, 'secret')
  if (!existsSync(file))
    throw failed(`there is no ${file}: give the service's LATCHKEY_SECRET, or its LATCHKEY_DATA_DIR`)
  return createSealing([developmentSecret(dataDirectory)])
}

function describeKey(key: StoredSigningKey) {
  return {
    kid: key.kid,
    algorithm: key.algorithm,
    status: key.status,
    status_since: formatTimestamp(key.statusSince),
    created_at: formatTimestamp(key.createdAt),
  }
}

const order = ['active', 'next', 'retiring']

function tableOf(keys: readonly StoredSigningKey[]): string {
  const rank = (key: StoredSigningKey) =>
    signingAlgorithms.indexOf(key.algorithm) * order.length + order.indexOf(key.status)
  const sorted = keys.toSorted((a, b) => rank(a) - rank(b)).map(describeKey)
  const rows = sorted.map((key) => [key.algorithm, key.status, key.status_since, key.created_at, key.kid])
  return table(
    ['ALGORITHM', 'STATUS', 'SINCE', 'MADE', 'KID'],
    rows,
    'There is no key: the service makes them when it starts.',
  )
}

function activeOf(
  keys: readonly StoredSigningKey[],
  algorithm: SigningAlgorithm,
): StoredSigningKey | undefined {
  return keys.find((key) => key.algorithm === algorithm && key.status === 'active')
}

/** Whoever caches the JWKS would refuse what a key signs that was published a moment ago. */
function whyWaiting(algorithm: SigningAlgorithm, keys: readonly StoredSigningKey[]): string {
  const next = keys.find((key) => key.algorithm === algorithm && key.status === 'next')
  if (next === undefined) return `${algorithm} has no next key: start the service, which makes one`
  const ripe = formatTimestamp(after(next.statusSince, keyLifetimes.nextSeconds))
  return `${algorithm} was not rotated: its next key has to be published for a day before it signs; try again after ${ripe}`
}
