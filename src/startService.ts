import type { AddressInfo } from 'node:net'
import type { Server } from 'node:tls'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { relyingPartyOf } from './domain/account/relyingParty.ts'
import { createLook } from './pages/look.ts'
import { createServer } from './http/server.ts'
import { systemClock } from './platform/clock.ts'
import { loadCommonPasswords } from './platform/commonPasswords.ts'
import { createJobQueue } from './platform/jobQueue.ts'
import { createFlightRecorder } from './platform/flightRecorder.ts'
import { createKeyring } from './platform/keyring.ts'
import { openLimiter } from './platform/limiter/open.ts'
import type { Log } from './platform/log.ts'
import { createPasskeyVerifier } from './platform/passkeys.ts'
import { createPasswords } from './platform/passwords.ts'
import { systemRandom } from './platform/random.ts'
import { createSealing, developmentSecret } from './platform/sealing.ts'
import { createSessionTokens } from './platform/sessionTokens.ts'
import { loadSubjectKey } from './platform/subjectKey.ts'
import { readTls } from './platform/tls.ts'
import { countViolations } from './platform/violations.ts'
import type { Running, StartOptions } from './running.ts'
import { createMail, startDeletions, startHousekeeping, startJobs, unlessClockIsWrong } from './startJobs.ts'
import { startMetrics } from './startMetrics.ts'
import { createOutside } from './startOutside.ts'
import { traced } from './startTracing.ts'
import { StoreUnavailable, type Store } from './store/store.ts'

/** Times the database is asked during the start, each for as long as a connection may take. */
const startAttempts = 5

/** How often a node looks for keys that another one made, and for a rotation that is due. */
const keyCheckMs = 60_000

/**
 * Starts the service over what remembers for it: keys, corridor, socket, jobs.
 *
 * @returns `stop` leaves the store open
 * @throws a socket's error, and whatever keeps the keys from being had
 */
export async function startService(
  config: Config,
  options: StartOptions & {
    readonly store: Store
    readonly log: Log
    readonly tracing: Context['tracing']
    readonly tls: ReturnType<typeof readTls> | undefined
  },
): Promise<Running> {
  const life = { isStopping: false }
  const context = { ...(await createContext(config, options)), isStopping: () => life.isStopping }
  const app = await listen(context, options)
  const timer = maintainKeys(context)
  const jobs = startJobs(context)
  const housekeeping = startHousekeeping(context)
  const deletions = startDeletions(context)
  const stop = async () => {
    life.isStopping = true
    await delay(config.drainSeconds * 1_000)
    clearInterval(timer)
    await Promise.all([app.close(), jobs.stop(), housekeeping.stop(), deletions.stop()])
    context.mailer.close()
    context.limiter.close()
  }
  const reloadTls = () =>
    void (config.tls && (app.server as unknown as Server).setSecureContext(readTls(config.tls)))
  return { url: urlOf(app, config), config, context, jobs, stop, reloadTls }
}

async function listen(
  context: Context,
  { operations, ...options }: Parameters<typeof startService>[1],
): Promise<FastifyInstance> {
  const app = await createServer(context, { ...options, operations: await operations })
  try {
    await app.listen({ port: context.config.port, host: context.config.host })
  } catch (error) {
    await app.close()
    throw error
  }
  return app
}

async function createContext(
  config: Config,
  options: Parameters<typeof startService>[1],
): Promise<Omit<Context, 'isStopping'>> {
  const { clock = systemClock, print = () => {}, store, log, tracing } = options
  const secrets = config.secrets.length > 0 ? config.secrets : [developmentSecret(config.dataDirectory)]
  const sealing = createSealing(secrets)
  const keys = await (options.keys ??
    patiently(() => createKeyring({ keys: store.keys, sealing, clock, log })))
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

function maintainKeys(context: Context): NodeJS.Timeout {
  const { keys, log } = context
  const check = () =>
    keys
      .refresh()
      .then(() => unlessClockIsWrong(context, () => keys.maintain()))
      // The next turn tries again; the keys at hand stay in use meanwhile.
      .catch((error: unknown) => log.warn({ err: error }, 'the signing keys could not be checked'))
  return setInterval(() => void check(), keyCheckMs).unref()
}

function urlOf(app: FastifyInstance, { tls }: Config): string {
  const { address, port, family } = app.server.address() as AddressInfo
  return `${tls === null ? 'http' : 'https'}://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}
