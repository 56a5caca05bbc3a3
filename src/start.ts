import { createServer as createSocket, type AddressInfo } from 'node:net'
import type { Server } from 'node:tls'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { withPort, type Config } from './config.ts'
import type { Context } from './context.ts'
import { relyingPartyOf } from './domain/account/relyingParty.ts'
import { createLook } from './pages/look.ts'
import { createServer, type ServerOptions } from './http/server.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { loadCommonPasswords } from './platform/commonPasswords.ts'
import { createJobQueue } from './platform/jobQueue.ts'
import type { JobRunner } from './platform/jobRunner.ts'
import { createFlightRecorder } from './platform/flightRecorder.ts'
import { createKeyring } from './platform/keyring.ts'
import type { Limiter } from './platform/limiter.ts'
import { openLimiter } from './platform/limiter/open.ts'
import { createLog, type Log } from './platform/log.ts'
import { createPasskeyVerifier } from './platform/passkeys.ts'
import { createPasswords, type Passwords } from './platform/passwords.ts'
import { systemRandom } from './platform/random.ts'
import { createSealing, developmentSecret } from './platform/sealing.ts'
import { createSessionTokens } from './platform/sessionTokens.ts'
import { loadSubjectKey } from './platform/subjectKey.ts'
import { startSupervisedPostgres } from './platform/supervisedPostgres.ts'
import { readTls } from './platform/tls.ts'
import { countViolations } from './platform/violations.ts'
import { createMail, startDeletions, startHousekeeping, startJobs } from './startJobs.ts'
import { startMetrics } from './startMetrics.ts'
import { createOutside } from './startOutside.ts'
import { startTracing, traced, traceStatements } from './startTracing.ts'
import { migrate } from './store/mikro/migrate.ts'
import { openStore } from './store/mikro/open.ts'
import type { DatabaseSettings } from './store/mikro/settings.ts'
import { StoreUnavailable, type Store } from './store/store.ts'

/** What a caller may put in the place of the real thing: the clock that tests move, a database that is already there. */
export type StartOptions = ServerOptions & {
  readonly clock?: Clock
  readonly log?: Log
  readonly connection?: DatabaseSettings['connection']
  /** what is remembered elsewhere than in a database: none is opened then */
  readonly store?: Store
  /** where calls are counted; left out: in Redis or in this process, as configured */
  readonly limiter?: Limiter
  /** what hashes and compares passwords */
  readonly passwords?: Passwords
  /** told in short lines what takes time before the service answers */
  readonly progress?: (line: string) => void
  /** told what only the person at the terminal may read: the mails of a development server, with their links */
  readonly print?: (line: string) => void
}

/** A service that answers. */
export type Running = {
  /** where it listens; the issuer's URL may be another one */
  readonly url: string
  readonly config: Config
  readonly context: Context
  readonly jobs: JobRunner
  /**
   * Reads certificate and key again, for the connections to come; nothing where TLS ends elsewhere.
   *
   * @throws UnusableCertificate  the former ones stay
   */
  readonly reloadTls: () => void
  /**
   * Tells readiness, goes on for the configured while, stops accepting, lets what is under way finish, closes the
   * database. Safe to repeat.
   */
  stop(): Promise<void>
}

/** Who hears of what happens. */
type Witnesses = Pick<Context, 'log' | 'tracing'>

/** Times the database is asked during the start, each for as long as a connection may take. */
const startAttempts = 5

/** How often a node looks for keys that another one made, and for a rotation that is due. */
const keyCheckMs = 60_000
/** How long saying goodbye to the database may take. */
const farewellMs = 1_000

/**
 * Starts the whole service: database, migrations, keys, corridor, socket.
 *
 * @throws PostgresStartError, a database's or a socket's error: {@link explainStartFailure} in main puts them into words
 */
export async function start(given: Config, options: StartOptions = {}): Promise<Running> {
  const config = given.port === 0 ? withPort(given, await freePort(given.host)) : given
  const log = options.log ?? createLog({ level: config.logLevel, pretty: config.development })
  const tls = config.tls === null ? undefined : readTls(config.tls)
  const tracing = await startTracing(config, log)
  const memory = await openMemory(config, options, { log, tracing })
  try {
    const life = { isStopping: false }
    const made = await createContext(config, memory.store, { log, tracing }, options)
    const context = { ...made, isStopping: () => life.isStopping }
    const app = await listen(context, { ...options, tls })
    const timer = maintainKeys(context)
    const jobs = startJobs(context)
    const housekeeping = startHousekeeping(context)
    const deletions = startDeletions(context)
    // The management plane's half second of import is spent now, not by the first request that needs it.
    if (options.store === undefined) void import('./store/mikro/mapped.ts')
    const stop = once(async () => {
      life.isStopping = true
      await delay(config.drainSeconds * 1_000)
      clearInterval(timer)
      await Promise.all([app.close(), jobs.stop(), housekeeping.stop(), deletions.stop()])
      context.mailer.close()
      context.limiter.close()
      // Every request was answered by now, or cut: a database that is frozen does not keep the process from ending in order.
      await Promise.race([context.store.close(), delay(farewellMs, undefined, { ref: false })])
      await memory.stop()
      await tracing?.stop()
    })
    const reloadTls = () =>
      void (config.tls && (app.server as unknown as Server).setSecureContext(readTls(config.tls)))
    return { url: urlOf(app, config), config, context, jobs, stop, reloadTls }
  } catch (error) {
    await memory.stop()
    throw error
  }
}

/** What the service remembers by: the store that was handed in, or one on a database. */
async function openMemory(
  config: Config,
  options: StartOptions,
  { log, tracing }: Witnesses,
): Promise<{ readonly store: Store; stop(): Promise<void> }> {
  if (options.store !== undefined) return { store: options.store, stop: async () => {} }
  const database = await openDatabase(config, options, log)
  const settings = {
    ...database.settings,
    ...(tracing !== null && { trace: traceStatements(tracing) }),
  }
  return { store: await openStore(settings), stop: () => database.stop() }
}

async function listen(context: Context, options: StartOptions): Promise<FastifyInstance> {
  try {
    const app = await createServer(context, options)
    try {
      await app.listen({ port: context.config.port, host: context.config.host })
    } catch (error) {
      await app.close()
      throw error
    }
    return app
  } catch (error) {
    await context.store.close()
    throw error
  }
}

/** The configured database, or the embedded one; migrated in either case. */
export async function openDatabase(
  config: Config,
  options: Pick<StartOptions, 'connection' | 'progress'>,
  log: Log,
): Promise<{ readonly settings: DatabaseSettings; stop(): Promise<void> }> {
  const embedded =
    config.databaseUrl === null && options.connection === undefined
      ? await startSupervisedPostgres({ dataDir: config.dataDirectory, progress: options.progress, log })
      : null
  const connection = options.connection ?? embedded?.connection ?? { connectionString: config.databaseUrl! }
  const settings: DatabaseSettings = {
    connection,
    poolSize: config.databasePool,
    log: (line, details) => log.warn(details, line),
  }
  const stop = async () => embedded?.stop()
  try {
    for (const name of await migrate(settings)) options.progress?.(`migrated the database: ${name}`)
  } catch (error) {
    await stop()
    throw error
  }
  return { settings, stop }
}

async function createContext(
  config: Config,
  store: Store,
  { log, tracing }: Witnesses,
  options: StartOptions,
): Promise<Omit<Context, 'isStopping'>> {
  try {
    const { clock = systemClock, print = () => {} } = options
    const secrets = config.secrets.length > 0 ? config.secrets : [developmentSecret(config.dataDirectory)]
    const sealing = createSealing(secrets)
    const keys = await patiently(() => createKeyring({ keys: store.keys, sealing, clock, log }))
    const hasher = options.passwords ?? createPasswords({ ...config.passwords, log })
    const passwords = traced('passwords', hasher, tracing)
    const limiter = options.limiter ?? (await openLimiter(config.redisUrl, clock, log))
    return {
      config,
      look: createLook(config.templateDirectory),
      store,
      keys,
      passwords,
      passkeyVerifier: createPasskeyVerifier(relyingPartyOf(config)),
      isCommonPassword: config.profile === 'strict' ? await loadCommonPasswords() : () => false,
      commonPasswords: loadCommonPasswords,
      sessionTokens: createSessionTokens({ issuer: config.issuer, sealing, random: systemRandom }),
      sealing,
      limiter,
      subjectKey: await patiently(() => loadSubjectKey(store.sealedKeys, sealing, systemRandom)),
      ...createOutside(config, { clock, log, tracing }),
      jobs: createJobQueue({ sealing, random: systemRandom }),
      ...createMail(config, { clock, log, print, tracing }),
      clock,
      random: systemRandom,
      log,
      metrics: await startMetrics(config, { store, passwords, limiter }),
      tracing,
      violations: countViolations(clock.now()),
      flights: config.development ? createFlightRecorder() : null,
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** A start is in no hurry: on a machine that is busy with starting everything, the database may need a second knock. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt === startAttempts) throw error
    }
  }
}

function maintainKeys({ keys, log }: Context): NodeJS.Timeout {
  const check = () =>
    keys
      .refresh()
      .then(() => keys.maintain())
      // The next turn tries again; the keys at hand stay in use meanwhile.
      .catch((error: unknown) => log.warn({ err: error }, 'the signing keys could not be checked'))
  return setInterval(() => void check(), keyCheckMs).unref()
}

/** Port 0 has to become a number before anything starts, because the issuer names it. */
async function freePort(host: string): Promise<number> {
  const socket = createSocket()
  await new Promise<void>((resolve, reject) => socket.once('error', reject).listen(0, host, resolve))
  const { port } = socket.address() as AddressInfo
  await new Promise((resolve) => socket.close(resolve))
  return port
}

function urlOf(app: FastifyInstance, { tls }: Config): string {
  const { address, port, family } = app.server.address() as AddressInfo
  return `${tls === null ? 'http' : 'https'}://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => (done ??= work())
}
