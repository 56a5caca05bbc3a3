import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client, type QueryResultRow } from 'pg'
import { chooseAccount, identity } from '#src/platform/postgres/account.ts'
import { findFreePort } from '#test/support/process.ts'

/** One PostgreSQL of a pair. */
export type Member = {
  readonly port: number
  /** Asks as the superuser, past everything in between. */
  ask<R extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** Ends every one of its processes at the same moment, as a machine that loses its power does. */
  crash(): Promise<void>
}

/** A primary and its streaming standby. */
export type Pair = {
  readonly primary: Member
  readonly standby: Member
  /** Stops the primary's sending of the log where it stands (SIGSTOP): the standby gets nothing from here on. */
  stall(): void
  /** Makes the standby the primary, and waits until it is. */
  promote(): Promise<void>
  remove(): Promise<void>
}

/** Who a service is to the database, and to what. */
export const databaseName = 'latchkey'

const readyMs = 30_000
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  log_min_error_statement: 'panic',
}

/** The newest PostgreSQL of Debian's packages: what comes with ours has no pg_basebackup. */
function binary(name: string): string {
  const versions = readdirSync('/usr/lib/postgresql').toSorted((a, b) => Number(b) - Number(a))
  return `/usr/lib/postgresql/${versions[0]}/bin/${name}`
}

/**
 * Makes and starts both.
 *
 * @param mode  whether a commit waits until the standby has it on its disk
 */
export async function createPair(mode: 'synchronous' | 'asynchronous'): Promise<Pair> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-pair-'))
  const account = chooseAccount(join(folder, 'primary'))
  if (account !== null) chownSync(folder, account.uid, account.gid)
  const options = { ...identity(account), cwd: folder, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' } }
  const run = (name: string, words: readonly string[]) => {
    const { status, stderr } = spawnSync(binary(name), words, { ...options, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${name}: ${stderr}`)
  }
  const launch = (data: string, own: Readonly<Record<string, string>>) => {
    const words = Object.entries({ ...settings, ...own }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    return spawn(binary('postgres'), ['-D', data, ...words], { ...options, stdio: 'ignore' })
  }
  const servers: ChildProcess[] = []
  // A run that is broken off leaves nothing behind.
  process.once('exit', () => servers.forEach((server) => signalAll(server, 'SIGKILL')))

  const [first, second] = [await findFreePort(), await findFreePort()]
  const [data, copy] = [join(folder, 'primary'), join(folder, 'standby')]
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale'])
  servers.push(launch(data, { port: String(first) }))
  const primary = memberOf(first, servers[0]!)
  await isReady(primary)
  for (const text of [
    'role latchkey login',
    'role haproxy_check login',
    `database ${databaseName} owner latchkey`,
  ])
    await primary.ask(`create ${text}`)
  const source = ['-h', '127.0.0.1', '-p', String(first), '-U', 'postgres']
  run('pg_basebackup', ['-D', copy, '-X', 'stream', '-c', 'fast', ...source])
  writeFileSync(join(copy, 'standby.signal'), '')
  const primaryInfo = `host=127.0.0.1 port=${first} user=postgres application_name=standby`
  servers.push(launch(copy, { port: String(second), primary_conninfo: primaryInfo }))
  const standby = memberOf(second, servers[1]!)
  await isReady(standby)
  await until('the standby follows', () => follows(primary, 'async'))
  if (mode === 'synchronous') {
    await primary.ask(`alter system set synchronous_standby_names = 'standby'`)
    await primary.ask('select pg_reload_conf()')
    await until('commits wait for the standby', () => follows(primary, 'sync'))
  }
  return {
    primary,
    standby,
    stall: () => stallSender(servers[0]!),
    promote: async () => void (await standby.ask('select pg_promote(true, 30)')),
    async remove() {
      for (const server of servers) await end(server)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function memberOf(port: number, server: ChildProcess): Member {
  return {
    port,
    async ask<R extends QueryResultRow>(text: string, values: readonly unknown[] = []) {
      const address = { host: '127.0.0.1', port, user: 'postgres', database: databaseOf(text) }
      const client = new Client({ ...address, query_timeout: 40_000 })
      client.on('error', () => {})
      await client.connect()
      try {
        return (await client.query<R>(text, [...values])).rows
      } finally {
        await client.end()
      }
    },
    crash: () => end(server),
  }
}

async function follows(primary: Member, state: 'async' | 'sync'): Promise<boolean> {
  const rows = await primary.ask('select 1 from pg_stat_replication where sync_state = $1', [state])
  return rows.length === 1
}

/** What is about the service's tables is asked in its database, everything else in the one that is always there. */
const databaseOf = (text: string) => (/\bfrom (?:users|grants)\b/.test(text) ? databaseName : 'postgres')

async function isReady(member: Member): Promise<void> {
  await until('PostgreSQL answers', () => member.ask('select 1').then(() => true))
}

/** Asks again and again until it is so. */
export async function until(what: string, isSo: () => Promise<boolean>, patienceMs = readyMs): Promise<void> {
  for (const deadline = performance.now() + patienceMs; ;) {
    if (await isSo().catch(() => false)) return
    if (performance.now() > deadline) throw new Error(`it never came to this: ${what}`)
    await delay(20)
  }
}

/** First all stand still, then all are gone: none of them finishes, or tells anybody, anything meanwhile. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const exit = once(server, 'exit')
  const pids = processesOf(server)
  for (const signal of ['SIGSTOP', 'SIGKILL'] as const) pids.forEach((pid) => send(pid, signal))
  await exit
}

function stallSender(primary: ChildProcess): void {
  const isSender = ({ parent, title }: ReturnType<typeof listProcesses>[number]) =>
    parent === primary.pid && title.includes('walsender')
  const [sender, ...others] = listProcesses().filter(isSender)
  if (sender === undefined || others.length > 0) throw new Error('the primary sends its log not once')
  send(sender.pid, 'SIGSTOP')
}

function signalAll(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.exitCode === null && server.signalCode === null)
    processesOf(server).forEach((pid) => send(pid, signal))
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // One that has just ended needs no signal.
  }
}

function processesOf({ pid = 0 }: ChildProcess): readonly number[] {
  return [
    pid,
    ...listProcesses()
      .filter(({ parent }) => parent === pid)
      .map((each) => each.pid),
  ]
}

function listProcesses() {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return stdout.split('\n').map((line) => {
    const [, pid = '0', parent = '0', title = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return { pid: Number(pid), parent: Number(parent), title }
  })
}
