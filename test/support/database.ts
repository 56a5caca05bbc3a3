import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { migrate } from '#src/store/mikro/migrate.ts'
import type { DatabaseSettings } from '#src/store/mikro/settings.ts'

/** The address of a database, as `openStore` takes it. */
export type DatabaseAddress = DatabaseSettings['connection']

/** The server of a test run: where databases are made, and the migrated one they are copied from. */
type TestServer = { readonly admin: DatabaseAddress; readonly template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

/** A database of a test file's own, empty and migrated. */
export type TestDatabase = { readonly connection: DatabaseAddress; drop(): Promise<void> }

/**
 * Vitest's global setup: one server for the whole run, with one migrated template database. `DATABASE_URL` names the server
 * to use instead of the embedded one; its role needs CREATEDB.
 *
 * @returns what stops and removes everything again
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const template = `latchkey_template_${randomBytes(4).toString('hex')}`
  const server = await openServer()
  try {
    await runAsAdmin(server.admin, `create database ${template}`)
    await migrate({ connection: addressOf(server.admin, template) })
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('testServer', { admin: server.admin, template })
  return async () => {
    await runAsAdmin(server.admin, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

/** Copies the migrated template for one test file; the file drops it in `afterAll`. */
export async function createDatabase(): Promise<TestDatabase> {
  const { admin, template } = inject('testServer')
  return createFrom(admin, template)
}

/** A database without a single table, for tests of the migrations. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createFrom(inject('testServer').admin, null)
}

/** What a statement as the owner of everything answers: for looking behind the store. */
export async function runAsAdmin(
  address: DatabaseAddress,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ ...address })
  // The statement tells that its connection was lost; nobody hears of one that is lost behind it.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement, [...values])).rows
  } finally {
    await client.end()
  }
}

/** A copy file by file takes half as long as one through the log; PostgreSQL knows the word since 15, and a server that is given may be older. */
const strategy = process.env['DATABASE_URL'] ? '' : ' strategy file_copy'

async function createFrom(admin: DatabaseAddress, template: string | null): Promise<TestDatabase> {
  const name = `latchkey_test_${randomBytes(6).toString('hex')}`
  await runAsAdmin(
    admin,
    `create database ${name}${template === null ? '' : ` template ${template}${strategy}`}`,
  )
  return {
    connection: addressOf(admin, name),
    drop: async () => {
      await runAsAdmin(admin, `drop database if exists ${name} with (force)`)
    },
  }
}

/** The data lives as long as the run: nothing is gained by waiting for the disk, or by tidying up behind the tests. */
const forgetful = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_wal_size: '128MB',
}

const memory = '/dev/shm'
/** What the cluster and the databases of a few files at a time need, several times over. */
const roomBytes = 2 ** 30

/** Each test file has a database, which is a few hundred files to PostgreSQL: in memory, where there is room, that is a tenth of the work. */
async function placeForData(): Promise<string> {
  const room = await statfs(memory).catch(() => null)
  return room !== null && room.bavail * room.bsize >= roomBytes ? memory : tmpdir()
}

type OpenServer = { readonly admin: DatabaseAddress; stop(): Promise<void> }

async function openServer(): Promise<OpenServer> {
  const { DATABASE_URL: given } = process.env
  if (given) return { admin: { connectionString: given }, stop: async () => {} }
  const dataDir = await mkdtemp(join(await placeForData(), 'latchkey-test-'))
  const postgres = await startEmbeddedPostgres({ dataDir, settings: forgetful })
  return {
    admin: postgres.connection,
    stop: async () => {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function addressOf(admin: DatabaseAddress, database: string): DatabaseAddress {
  if ('host' in admin) return { ...admin, database }
  const url = new URL(admin.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}
