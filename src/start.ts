import { createServer as createSocket, type AddressInfo } from 'node:net'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import { withPort, type Config } from './config.ts'
import type { Context } from './context.ts'
import { boundHeapGrowth } from './platform/heapGrowth.ts'
import { createLog, type Log } from './platform/log.ts'
import { lowerPoolPriority } from './platform/poolPriority.ts'
import { keepTickShape } from './platform/tickShape.ts'
import { readTls } from './platform/tls.ts'
import type { Running, StartOptions } from './running.ts'
import { startTracing, traceStatements } from './startTracing.ts'
import type { Store } from './store/store.ts'

/** How long saying goodbye to the database may take. */
const farewellMs = 1_000

/**
 * Starts the whole service: database, migrations, keys, corridor, socket.
 *
 * Reading the code takes most of a second. It begins a turn late, when the embedded PostgreSQL has been launched and keys are
 * being made: both go on beside it.
 *
 * @throws PostgresStartError, a database's or a socket's error: {@link explainStartFailure} in main puts them into words
 */
export async function start(given: Config, options: StartOptions = {}): Promise<Running> {
  const config = given.port === 0 ? withPort(given, await freePort(given.host)) : given
  // As the mock issuer is, in the process of somebody's tests.
  const isGuest = options.store !== undefined
  if (!isGuest) boundHeapGrowth()
  keepTickShape()
  const log = options.log ?? createLog({ level: config.logLevel, pretty: config.development })
  const tls = config.tls === null ? undefined : readTls(config.tls)
  const tracing = await startTracing(config, log)
  const loading = nextTurn().then(() => import('./startService.ts'))
  const [memory, { startService }] = await Promise.all([
    openMemory(config, options, { log, tracing }, loading),
    loading,
  ])
  const { store } = memory
  try {
    const running = await startService(config, { ...options, store, log, tracing, tls })
    if (!isGuest) finishStart(log)
    const stop = once(async () => {
      await running.stop()
      // Every request was answered by now, or cut: a database that is frozen does not keep the process from ending in order.
      await Promise.race([store.close(), delay(farewellMs, undefined, { ref: false })])
      await memory.stop()
      await tracing?.stop()
    })
    return { ...running, stop }
  } catch (error) {
    await store.close()
    await memory.stop()
    throw error
  }
}

/** What nobody has to wait for. */
function finishStart(log: Pick<Log, 'warn'>): void {
  // The management plane's half second of import is spent now, not by the first request that needs it.
  void import('./store/mikro/mapped.ts')
  lowerPoolPriority().catch((error: unknown) =>
    log.warn({ err: error }, 'passwords are hashed as urgently as requests are answered'),
  )
}

/** What the service remembers by: the store that was handed in, or one on a database. @param idle  as for `openDatabase` */
async function openMemory(
  config: Config,
  options: StartOptions,
  { log, tracing }: Pick<Context, 'log' | 'tracing'>,
  idle: Promise<unknown>,
): Promise<{ readonly store: Store; stop(): Promise<void> }> {
  if (options.store !== undefined) return { store: options.store, stop: async () => {} }
  const [{ openDatabase }, { openStore }] = await Promise.all([
    import('./startDatabase.ts'),
    import('./store/mikro/open.ts'),
  ])
  const database = await openDatabase(config, options, log, idle)
  const settings = {
    ...database.settings,
    ...(tracing !== null && { trace: traceStatements(tracing) }),
  }
  return { store: await openStore(settings), stop: () => database.stop() }
}

/** Port 0 has to become a number before anything starts, because the issuer names it. */
async function freePort(host: string): Promise<number> {
  const socket = createSocket()
  await new Promise<void>((resolve, reject) => socket.once('error', reject).listen(0, host, resolve))
  const { port } = socket.address() as AddressInfo
  await new Promise((resolve) => socket.close(resolve))
  return port
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}
