import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '../../client/index.ts'
import { readConfig, type Config } from '#src/config.ts'
import type { Violation } from '#src/http/reply.ts'
import { createLog } from '#src/platform/log.ts'
import { openMemoryStore } from '#src/store/memory/open.ts'
import { start } from '#src/start.ts'
import type { Running, StartOptions } from '#src/running.ts'
import { createDatabase, type DatabaseAddress } from './database.ts'
import { createMovableClock, type MovableClock } from './clock.ts'
import { lendKeys } from './signingKeys.ts'
import { openTally, tallyLog } from '#test/truth/record.ts'

/** A real service on a free port of the loopback, with a database of its own, a clock that tests move, and its log kept. */
export type TestService = {
  readonly url: string
  readonly config: Config
  readonly running: Running
  readonly clock: MovableClock
  /** its database, for looking and reaching behind it */
  readonly database: DatabaseAddress
  /** every line that was logged */
  readonly log: readonly string[]
  /** answers that broke the contract so far */
  readonly violations: readonly Violation[]
  /** an SDK client that presents this token */
  as(token?: string): Client
  /** Stops everything; throws when an answer broke the contract meanwhile. */
  stop(): Promise<void>
}

/**
 * Starts a service for a test file. `environment` overrides what tests usually run with; `options` puts handlers in the place of
 * ours, for tests of what keeps them honest.
 */
export async function startService(
  environment: NodeJS.ProcessEnv = {},
  options: Pick<StartOptions, 'operations' | 'contractMode'> = {},
): Promise<TestService> {
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
  const clock = createMovableClock()
  const storage = await createStorage(clock)
  const { connection, store } = storage
  const config = readTestConfig({ LATCHKEY_DATA_DIR: directory, ...environment })
  const returnKeys = await lendKeys(storage, config)
  const violations: Violation[] = []
  const log: string[] = []
  const running = await start(config, {
    clock,
    connection,
    ...(store !== null && { store }),
    contractMode: 'refuse',
    ...options,
    onViolation: (violation) => violations.push(violation),
    log: createLog({ level: 'debug', destination: { write: (line) => log.push(line) } }),
  })
  return {
    url: running.config.issuer,
    config: running.config,
    running,
    clock,
    database: connection,
    log,
    violations,
    as: (token) => createClient({ baseUrl: running.config.issuer, token, retries: 0 }),
    async stop() {
      await running.stop()
      const tally = openTally()
      if (tally !== null) tallyLog(tally, log)
      returnKeys()
      await storage.drop()
      rmSync(directory, { recursive: true, force: true })
      if (violations.length > 0) throw new Error(`answers broke the contract: ${JSON.stringify(violations)}`)
    },
  }
}

/** A database of its own; with LATCHKEY_TEST_STORE=memory the store of the mock issuer, which the same stories are told of. */
async function createStorage(clock: MovableClock) {
  if (process.env['LATCHKEY_TEST_STORE'] !== 'memory') return { ...(await createDatabase()), store: null }
  const nowhere = { host: 'nowhere', port: 0, user: '', database: '' }
  return { connection: nowhere, store: openMemoryStore(() => clock.now()), drop: async () => {} }
}

/** Cheap hashes: what they cost is measured elsewhere. */
function readTestConfig(environment: NodeJS.ProcessEnv): Config {
  const read = readConfig({
    PORT: '0',
    LATCHKEY_PASSWORD_MEMORY_KIB: '1024',
    LATCHKEY_PASSWORD_PASSES: '1',
    ...environment,
  })
  if ('errors' in read) throw new Error(read.errors.join('\n'))
  return read.config
}
