import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identity } from '#src/platform/postgres/account.ts'
import { findBinaries } from '#src/platform/postgres/binaries.ts'
import { createCluster } from '#src/platform/postgres/cluster.ts'
import { connectionTo, knock, type Connection } from '#src/platform/postgres/connection.ts'
import { openHome, type Home } from '#src/platform/postgres/home.ts'
import { programEnvironment, type Binaries } from '#src/platform/postgres/programs.ts'
import { prepareSocketFolder, SOCKET_PORT } from '#src/platform/postgres/socketFolder.ts'

/** A PostgreSQL of one test file's own, to which anything may be done. */
export type OwnPostgres = {
  readonly connection: Connection
  /** Stops every one of its processes where it stands (SIGSTOP); connections stay open and nothing answers. */
  freeze(): void
  thaw(): void
  /** Ends it by SIGKILL, without a checkpoint or a word to anybody. */
  kill(): Promise<void>
  /** Ends it in order, cutting the connections (fast shutdown). */
  stop(): Promise<void>
  /** Starts it again after `kill` or `stop`, and waits until it answers. */
  start(): Promise<void>
  /** Ends it in whatever state it is, and removes its data. */
  remove(): Promise<void>
}

const pollMs = 20
const readyMs = 20_000

/**
 * Makes a PostgreSQL and starts it.
 *
 * @param settings  what differs from PostgreSQL's own defaults
 * @param place     the folder in which it gets one of its own for its data
 */
export async function createPostgres(
  settings: Readonly<Record<string, string>> = {},
  place = tmpdir(),
): Promise<OwnPostgres> {
  const folder = mkdtempSync(join(place, 'latchkey-test-'))
  const home = openHome(folder, () => {})
  const binaries = findBinaries(home, () => {})
  await createCluster(home, binaries)
  const connection = connectionTo(prepareSocketFolder(home), SOCKET_PORT)
  let server = await launch(home, binaries, connection, settings)
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const exit = once(server, 'exit')
    server.kill(signal)
    await exit
  }
  const control = {
    freeze: () => signalAll(server, 'SIGSTOP'),
    thaw: () => signalAll(server, 'SIGCONT'),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
    start: async () => void (server = await launch(home, binaries, connection, settings)),
  }
  const remove = async () => {
    control.thaw()
    await end('SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.on('exit', () => {
    signalAll(server, 'SIGCONT')
    server.kill('SIGQUIT')
  })
  return { connection, ...control, remove }
}

async function launch(
  home: Home,
  binaries: Binaries,
  connection: Connection,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const all = { listen_addresses: '', log_min_error_statement: 'panic', ...settings }
  const words = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const places = ['-D', home.data, '-k', connection.host, '-p', String(connection.port)]
  for (const deadline = performance.now() + readyMs; ;) {
    const options = { ...identity(home.account), cwd: home.data, env: programEnvironment() }
    const server = spawn(binaries.postgres, [...places, ...words], { ...options, stdio: 'ignore' })
    while (server.exitCode === null && performance.now() < deadline) {
      if ((await knock(connection)) === 'ready') return server
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
    // It refuses to start while a process of its killed predecessor still works.
    if (performance.now() > deadline) throw new Error('PostgreSQL does not start')
  }
}

/**
 * Its backends are sessions of their own, so that a signal to the process group would miss them. The postmaster comes first: once it
 * stands still, it makes no further one that would be missed.
 */
function signalAll(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return
  server.kill(signal)
  for (const pid of childrenOf(server.pid))
    try {
      process.kill(pid, signal)
    } catch {
      // A backend that has just ended needs no signal.
    }
}

function childrenOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  return pairs.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))
}
