import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import type { Connection } from '#src/platform/postgres/connection.ts'
import { endChildren } from './children.ts'

/**
 * Measures on a PostgreSQL of its own. It, the children and its files are gone at the end, also where a signal breaks the
 * measurement off.
 *
 * @throws what the measurement throws; Error: a signal came
 */
export async function onPostgres(
  measure: (postgres: EmbeddedPostgres, directory: string) => Promise<void>,
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const signal = Promise.withResolvers<never>()
  const breakOff = (name: string) => signal.reject(new Error(`broken off by ${name}`))
  const names = ['SIGINT', 'SIGTERM'] as const
  for (const name of names) process.once(name, breakOff)
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: directory })
    try {
      await Promise.race([measure(postgres, directory), signal.promise])
    } finally {
      await endChildren()
      await postgres.stop()
    }
  } finally {
    for (const name of names) process.off(name, breakOff)
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Creates another database beside its own; returns how to reach it. */
export async function createDatabase({ connection }: EmbeddedPostgres, name: string): Promise<Connection> {
  const admin = new Client({ ...connection })
  await admin.connect()
  try {
    await admin.query(`create database ${name}`)
  } finally {
    await admin.end()
  }
  return { ...connection, database: name }
}

/** What the figures come from. */
export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the start`
}
