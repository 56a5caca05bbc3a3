import { randomBytes } from 'node:crypto'
import cluster from 'node:cluster'
import { readServiceConfig } from '../config/service.ts'
import { start } from '../start.ts'
import type { Running, StartOptions } from '../running.ts'
import { explainFailure } from './explainFailure.ts'
import { fail, say } from './terminal.ts'

/** How long requests that are under way may take after a signal before the process ends anyway. */
const drainMs = 10_000

/**
 * Runs the service until SIGTERM or SIGINT, in as many processes as wanted. A worker comes by here as well: it is started
 * with the words of the process it works for.
 */
export async function serveWith({ workers }: { readonly workers: number }): Promise<void> {
  if (workers === 1) return serve(process.env)
  if (cluster.isPrimary) return (await import('./workers.ts')).serveByWorkers(process.env, workers)
  await serve(process.env, (await import('./worker.ts')).workerOptions(process.env, workers))
}

/**
 * Runs the service until SIGTERM or SIGINT, then drains and exits 0. What keeps it from starting is one clear line and
 * a non-zero exit status.
 */
export async function serve(environment: NodeJS.ProcessEnv, options: StartOptions = {}): Promise<void> {
  const read = readServiceConfig(environment)
  if ('errors' in read) return fail(read.errors)
  // In production standard output belongs to the log.
  const told = read.config.development ? { progress: say, print: say } : {}
  const starting = start(read.config, { ...told, ...options })
  stopOnSignal(starting)
  // In development it is the terminal that was closed, and ends the process as it ends any other.
  if (!read.config.development || read.config.tls !== null) renewOnSignal(starting)
  try {
    greet(await starting)
  } catch (error) {
    fail([explainFailure(error, read.config)])
  }
}

/** A signal during the start waits for it, so that nothing it launched is left behind. */
function stopOnSignal(starting: Promise<Running>): void {
  const end = async (signal: NodeJS.Signals) => {
    const running = await starting
    setTimeout(() => process.exit(1), drainMs + running.config.drainSeconds * 1_000).unref()
    running.context.log.info({ signal }, 'finishing what is under way')
    await running.stop()
    process.exit(0)
  }
  const endOrFail = (signal: NodeJS.Signals) => void end(signal).catch(() => process.exit(1))
  process.once('SIGTERM', endOrFail).once('SIGINT', endOrFail)
}

/**
 * SIGHUP says that files have changed. One that comes during the start waits for it, and one for which there is nothing to read
 * changes nothing: left to its default it would end the process.
 */
function renewOnSignal(starting: Promise<Running>): void {
  // A start that fails says so itself, and ends the process.
  process.on('SIGHUP', () => void starting.then(renewCertificate, () => undefined))
}

/** Certificates are renewed without a restart. One that cannot be used is no reason to stop serving the former. */
function renewCertificate({ config, context, reloadTls }: Running): void {
  if (config.tls === null) return context.log.info('SIGHUP: there is no certificate to read again')
  try {
    reloadTls()
    context.log.info('the certificate was read again')
  } catch (error) {
    context.log.error({ err: error }, 'the certificate could not be read again')
  }
}

/** In development the URLs, and one command that works when pasted, again and again; in production a line of the log. */
function greet({ config, url, context }: Running): void {
  if (!config.development) return context.log.info({ url, issuer: config.issuer }, 'listening')
  const email = `user-${randomBytes(3).toString('hex')}@example.com`
  say(`
Latchkey is ready: ${config.issuer}

Try it:

  curl -s ${config.issuer}/api/v1/auth/register \\
    -H 'content-type: application/json' \\
    -d '{"email":"${email}","password":"password123"}'

Reference: ${config.issuer}/docs
${config.smtpUrl === null ? `Mailbox:   ${config.issuer}/dev/mail\n` : ''}Every error answer has an error_uri: open it to see what went wrong and how to fix it.
`)
}
