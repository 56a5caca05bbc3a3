import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from './process.ts'

/** A Redis of a test's own, on the loopback, without a disk. */
export type TestRedis = {
  readonly url: string
  /** Stops it in the middle of everything: connections stay, nothing answers. */
  freeze(): void
  thaw(): void
  /** Ends it without a word. */
  kill(): Promise<void>
  /** Starts it again at the same address, empty. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Why tests with Redis are skipped; null where they can run. */
export const redisMissing =
  spawnSync('redis-server', ['--version']).error === undefined
    ? null
    : 'skipped: no redis-server here; test/support/install-redis.sh installs it'

/** Starts a Redis and waits until it answers. */
export async function startRedis(): Promise<TestRedis> {
  const port = await findFreePort()
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-redis-'))
  let server = await run(port, directory)
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const exit = once(server, 'exit')
    server.kill('SIGKILL')
    await exit
  }
  // A test run that is broken off leaves nothing behind.
  process.once('exit', () => server.kill('SIGKILL'))
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    kill,
    async restart() {
      await kill()
      server = await run(port, directory)
    },
    async stop() {
      await kill()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function run(port: number, directory: string): Promise<ChildProcess> {
  const options = { port, bind: '127.0.0.1', dir: directory, save: '', appendonly: 'no', daemonize: 'no' }
  const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const server = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  for await (const chunk of server.stdout) {
    said += String(chunk)
    if (said.includes('Ready to accept connections')) break
  }
  if (!said.includes('Ready to accept connections')) throw new Error(`redis-server did not start: ${said}`)
  return server
}
