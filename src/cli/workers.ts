import cluster, { type Worker } from 'node:cluster'
import type { Config } from '../config.ts'
import { readServiceConfig } from '../config/service.ts'
import { systemClock } from '../platform/clock.ts'
import { createLimiterHost, type Channel } from '../platform/limiter/shared.ts'
import { createLog, type Log } from '../platform/log.ts'
import { fail } from './terminal.ts'
import { hashersOf } from './worker.ts'

/** Pauses before a worker that ended is started again: the first, and the longest of those that fail one after the other. */
const pauses = { firstMs: 200, longestMs: 10_000 } as const
/** Who has lived for so long is not one that fails at once. */
const settledMs = 10_000
/** Threads that the passwords do not take: for files and names. */
const otherThreads = 4

/** A place among the workers: who holds it changes, its number and its port for metrics do not. */
type Place = { readonly index: number; pauseMs: number }

/** What keeps the workers running. */
type Crew = {
  readonly config: Config
  readonly workers: number
  readonly log: Log
  readonly host: (worker: Channel) => void
  /** those that have listened */
  readonly listening: WeakSet<Worker>
  /** whether one of them has ever listened */
  hasServed: boolean
  isStopping: boolean
}

/**
 * Runs the service in several processes that share the port. This one counts calls for all of them where there is no Redis,
 * starts again whoever ends, and hands on signals; it answers no request itself and knows no database.
 */
export function serveByWorkers(environment: NodeJS.ProcessEnv, workers: number): void {
  const read = readServiceConfig(environment)
  if ('errors' in read) return fail(read.errors)
  const { config } = read
  const mistakes = checkWorkers(config, workers)
  if (mistakes.length > 0) return fail(mistakes)
  const log = createLog({ level: config.logLevel, pretty: false })
  const crew: Crew = {
    config,
    workers,
    log,
    host: createLimiterHost(systemClock),
    listening: new WeakSet(),
    hasServed: false,
    isStopping: false,
  }
  handOnSignals(crew)
  startFirst(crew)
}

/** Why the service may not run in workers. */
function checkWorkers(config: Config, workers: number): readonly string[] {
  const { development, databaseUrl, port, metricsPort } = config
  const errors: string[] = []
  if (development)
    errors.push(
      '--workers is for production: in development one process keeps the mails and stories under /dev',
    )
  if (databaseUrl === null)
    errors.push('--workers needs DATABASE_URL: the embedded PostgreSQL serves one process')
  if (port === 0) errors.push('--workers needs a PORT that all of them can share, not 0')
  if (metricsPort !== null && port >= metricsPort && port < metricsPort + workers)
    errors.push(`PORT ${port} is one of the ${workers} ports for metrics from LATCHKEY_METRICS_PORT on`)
  return errors
}

/**
 * The first worker is alone until it listens: it brings the database to this version, and shows whether the service can start
 * at all. One that cannot says why, and ends this process with it.
 */
function startFirst(crew: Crew): void {
  const first = startWorker(crew, { index: 0, pauseMs: pauses.firstMs })
  first.once('listening', () => {
    crew.hasServed = true
    // Told to stop meanwhile: whoever is started now has not heard it.
    if (crew.isStopping) return
    for (let index = 1; index < crew.workers; index++) startWorker(crew, { index, pauseMs: pauses.firstMs })
  })
}

function startWorker(crew: Crew, place: Place): Worker {
  const { config, workers, log, host } = crew
  const begun = performance.now()
  const worker = cluster.fork({
    UV_THREADPOOL_SIZE: process.env['UV_THREADPOOL_SIZE'] ?? String(hashersOf(workers) + otherThreads),
    ...(config.metricsPort !== null && { LATCHKEY_METRICS_PORT: String(config.metricsPort + place.index) }),
  })
  host({
    on: worker.on.bind(worker),
    // One that ends meanwhile hears nothing, and that is no error.
    send: (message) => worker.isConnected() && worker.send(message as object, () => {}),
  })
  worker.once('listening', () => crew.listening.add(worker))
  worker.on('exit', (status, signal) => {
    if (crew.isStopping) return
    if (!crew.hasServed) process.exit(status === 0 ? 0 : 1)
    const hasSettled = performance.now() - begun > settledMs
    const pauseMs = hasSettled ? pauses.firstMs : place.pauseMs
    log.error({ worker: place.index, status, signal, pauseMs }, 'a worker has ended: starting another one')
    const next = { index: place.index, pauseMs: Math.min(2 * pauseMs, pauses.longestMs) }
    setTimeout(() => crew.isStopping || startWorker(crew, next), pauseMs)
  })
  return worker
}

/** Everybody drains at once; the last who is done ends this process too, with 1 when one of them could not end in order. */
function handOnSignals(crew: Crew): void {
  const everybody = () => Object.values(cluster.workers ?? {}).filter((worker) => worker?.isDead() === false)
  const hand = (signal: NodeJS.Signals) => everybody().forEach((worker) => worker?.process.kill(signal))
  const stop = (signal: NodeJS.Signals) => {
    crew.isStopping = true
    let status = 0
    const endWithLast = () => everybody().length === 0 && process.exit(status)
    cluster.on('exit', (_worker, code) => {
      if (code !== 0) status = 1
      endWithLast()
    })
    hand(signal)
    endWithLast()
  }
  process.once('SIGTERM', stop).once('SIGINT', stop)
  // Never left to its default, which would end this process and cut every request off. Who starts up is told once it can hear.
  process.on('SIGHUP', () => {
    for (const worker of everybody()) {
      const tell = () => void worker?.process.kill('SIGHUP')
      if (crew.listening.has(worker!)) tell()
      else worker?.once('listening', tell)
    }
  })
}
