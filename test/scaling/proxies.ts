import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { chooseAccount, identity } from '#src/platform/postgres/account.ts'
import { findFreePort } from '#test/support/process.ts'
import { databaseName, until } from './postgres.ts'

/** What stands in front of the nodes and of PostgreSQL. */
export type FrontDoor = {
  readonly url: string
  /** `DATABASE_URL` of the nodes */
  readonly databaseUrl: string
  stop(): Promise<void>
}

/** What stands between the nodes and PostgreSQL. */
export type Pooler = { readonly url: string; stop(): Promise<void> }

const config = fileURLToPath(import.meta.resolve('../../deploy/haproxy/haproxy.cfg'))
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/**
 * Starts HAProxy with the configuration that is delivered.
 *
 * @param nodes     ports of the two nodes
 * @param members   ports of the two PostgreSQL
 */
export async function startHaproxy(
  nodes: readonly [number, number],
  members: readonly [number, number],
): Promise<FrontDoor> {
  const [front, database] = [await findFreePort(), await findFreePort()]
  const at = (port: number) => `127.0.0.1:${port}`
  const child = spawn('haproxy', ['-db', '-f', config], {
    stdio: 'ignore',
    env: {
      PATH: '/usr/sbin:/usr/bin:/bin',
      LATCHKEY_BIND: at(front),
      NODE1: at(nodes[0]),
      NODE2: at(nodes[1]),
      POSTGRES_BIND: at(database),
      POSTGRES1: at(members[0]),
      POSTGRES2: at(members[1]),
    },
  })
  const databaseUrl = `postgresql://latchkey@${at(database)}/${databaseName}`
  await until('HAProxy leads to the primary', () => answers(databaseUrl))
  return { url: `http://${at(front)}`, databaseUrl, stop: stopper(child) }
}

/** Starts PgBouncer before a PostgreSQL. */
export async function startPgbouncer(
  member: { readonly port: number },
  mode: 'session' | 'transaction',
  settings: Readonly<Record<string, string | number>> = {},
): Promise<Pooler> {
  const port = await findFreePort()
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-pgbouncer-'))
  const account = chooseAccount(join(folder, 'nothing'))
  const file = join(folder, 'pgbouncer.ini')
  const lines = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: mode,
    // pg asks for these limits as a connection begins; PgBouncer refuses what it does not know, unless it may drop it.
    ignore_startup_parameters:
      'statement_timeout,lock_timeout,idle_in_transaction_session_timeout,extra_float_digits',
    ...settings,
  }
  const text = [
    '[databases]',
    `${databaseName} = host=127.0.0.1 port=${member.port} user=latchkey`,
    '[pgbouncer]',
    ...Object.entries(lines).map(([name, value]) => `${name} = ${value}`),
  ]
  writeFileSync(file, `${text.join('\n')}\n`)
  if (account !== null) for (const path of [folder, file]) chownSync(path, account.uid, account.gid)
  const child = spawn('pgbouncer', [file], { ...identity(account), stdio: 'ignore', cwd: folder })
  const url = `postgresql://latchkey@127.0.0.1:${port}/${databaseName}`
  await until('PgBouncer answers', () => answers(url))
  const stop = stopper(child)
  return {
    url,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  await client.connect()
  await client.query('select 1')
  await client.end()
  return true
}

function stopper(child: ChildProcess): () => Promise<void> {
  running.add(child)
  return async () => {
    running.delete(child)
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
}
