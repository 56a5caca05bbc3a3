import { randomBytes } from 'node:crypto'
import { readConfig } from '../config.ts'
import { start, type Running } from '../start.ts'
import { explainFailure } from './explainFailure.ts'
import { fail, say } from './terminal.ts'

/** How long requests that are under way may take after a signal before the process ends anyway. */
const drainMs = 10_000

/**
 * Runs the service until SIGTERM or SIGINT, then drains and exits 0. What keeps it from starting is one clear line and
 * a non-zero exit status.
 */
export async function serve(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(environment)
  if ('errors' in read) return fail(read.errors)
  try {
    // In production standard output belongs to the log.
    const running = await start(read.config, read.config.development ? { progress: say } : {})
    stopOnSignal(running)
    greet(running)
  } catch (error) {
    fail([explainFailure(error, read.config)])
  }
}

function stopOnSignal(running: Running): void {
  const end = (signal: NodeJS.Signals) => {
    running.context.log.info({ signal }, 'finishing what is under way')
    setTimeout(() => process.exit(1), drainMs).unref()
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', end).once('SIGINT', end)
}

/** In development the URL, and one command that works when pasted, again and again; in production a line of the log. */
function greet({ config, url, context }: Running): void {
  if (!config.development) return context.log.info({ url, issuer: config.issuer }, 'listening')
  const email = `user-${randomBytes(3).toString('hex')}@example.com`
  say(`
Latchkey is ready: ${config.issuer}

Try it:

  curl -s ${config.issuer}/api/v1/auth/register \\
    -H 'content-type: application/json' \\
    -d '{"email":"${email}","password":"password123"}'
`)
}
