import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, expect, onTestFinished } from 'vitest'
import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { startEmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import type { Connection } from '#src/platform/postgres/connection.ts'
import { isPostmaster, readPostmaster } from '#src/platform/postgres/postmaster.ts'

/** The program that a second process runs. */
export const CHILD = fileURLToPath(new URL('./embeddedPostgres.child.ts', import.meta.url))

/** Whether this test run is root's, for whom PostgreSQL becomes somebody else. */
export const isRoot = process.getuid?.() === 0

/** Where a data directory's PostgreSQL keeps its data. */
export const dataOf = (dataDir: string): string => join(dataDir, 'postgres', 'data')

/** The process id PostgreSQL noted in the data directory, 0 when it noted none. */
export const findPid = (dataDir: string): number => readPostmaster(dataOf(dataDir))?.pid ?? 0

/** Whether a process is the data directory's PostgreSQL. */
export const isRunning = (dataDir: string, pid: number): boolean => isPostmaster(pid, dataOf(dataDir))

/** A folder for the data directories of a test file; after its tests they go, with whatever still runs in them. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-postgres-'))
  // As root the data directories have to be reachable for the user PostgreSQL becomes.
  chmodSync(folder, 0o755)
  afterAll(() => {
    for (const name of readdirSync(folder)) {
      const pid = findPid(join(folder, name))
      if (isRunning(join(folder, name), pid)) process.kill(pid, 'SIGKILL')
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  return folder
}

/** Starts or joins in this process, until the end of the test at the latest. */
export async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir })
  onTestFinished(() => postgres.stop())
  return postgres
}

/** Runs one statement on a connection of its own. */
export async function query(connection: Connection, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

type Joined = { readonly event: string; readonly started: boolean; readonly connection: Connection }

/** A second process, and the ways in which it may end; each resolves to its exit status. */
export type SecondProcess = {
  next(): Promise<Joined>
  joined(): Promise<Joined>
  stop(): Promise<number | null>
  kill(): Promise<number | null>
  interruptGroup(): Promise<number | null>
}

/** Starts a second process on a data directory, as another user when `uid` is given. */
export function spawnProcess(dataDir: string, uid?: number): SecondProcess {
  const child = spawn(process.execPath, [CHILD, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A process group of its own, as a terminal makes one for what is started in it.
    detached: true,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async () => JSON.parse((await lines.next()).value ?? '{"event":"ended"}') as Joined
  return {
    next,
    joined: async () => {
      let event = await next()
      while (event.event === 'progress') event = await next()
      expect(event).toMatchObject({ event: 'joined' })
      return event
    },
    stop: () => end(child, () => child.stdin.end('stop\n')),
    kill: () => end(child, () => child.kill('SIGKILL')),
    interruptGroup: () => end(child, () => process.kill(-(child.pid ?? 0), 'SIGINT')),
  }
}

async function end(child: ChildProcess, tell: () => void): Promise<number | null> {
  const exit = once(child, 'exit')
  tell()
  const [status] = await exit
  return status as number | null
}
