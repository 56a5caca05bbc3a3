import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { deleteAccounts } from './jobs/deleteAccounts.ts'
import { deliverMail } from './jobs/deliverMail.ts'
import { isClockWrong } from './domain/readiness.ts'
import { expireSecrets, type ExpiryProgress } from './jobs/expireSecrets.ts'
import { sendLogoutToken } from './jobs/sendLogoutToken.ts'
import { createDevelopmentMailbox } from './platform/developmentMailbox.ts'
import { startJobRunner, type JobRunner } from './platform/jobRunner.ts'
import { createMissingMailer, createSmtpMailer } from './platform/mailer.ts'
import { asJob } from './platform/tracing.ts'
import { traced } from './startTracing.ts'
import { startRepetition, type Repetition } from './platform/repetition.ts'

/**
 * Where mails go: to the configured server; without one, in development into the mailbox of the process, in production
 * nowhere, which is said once.
 *
 * @param print  for the terminal of whoever develops: links are printed there, and never logged
 */
export function createMail(
  config: Config,
  {
    clock,
    log,
    print,
    tracing,
  }: Pick<Context, 'clock' | 'log' | 'tracing'> & {
    readonly print: (line: string) => void
  },
): Pick<Context, 'mailer' | 'mailbox'> {
  const { smtpUrl, issuer, mailFrom: from } = config
  if (smtpUrl !== null)
    return { mailer: traced('mailer', createSmtpMailer({ smtpUrl, issuer, from }), tracing), mailbox: null }
  if (config.development) {
    const mailbox = createDevelopmentMailbox({ clock, print })
    return { mailer: traced('mailer', mailbox.mailer, tracing), mailbox }
  }
  log.warn({}, 'SMTP_URL is not set: mails wait, and are given up after a day')
  return { mailer: createMissingMailer(), mailbox: null }
}

/** Starts working off what requests leave behind. */
export function startJobs(context: Context): JobRunner {
  const { store, jobs: queue, clock, random, log, metrics, tracing } = context
  return startJobRunner({
    jobs: store.jobs,
    queue,
    handlers: {
      deliverMail: (payload, job) => asJob(tracing, 'deliverMail', () => deliverMail(payload, job, context)),
      sendLogoutToken: (payload) =>
        asJob(tracing, 'sendLogoutToken', () => sendLogoutToken(payload, context)),
    },
    clock,
    random,
    log,
    metrics,
  })
}

/**
 * Does what nobody can take back: removals, deletions, the retirement of keys. It is left undone while the clock of this machine is
 * wrong, which would take what lives for what has ended; another node, or the next turn, does it.
 *
 * @returns undefined when it was left undone
 */
export async function unlessClockIsWrong<T>(
  { store, clock, log }: Pick<Context, 'store' | 'clock' | 'log'>,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (!isClockWrong(await store.databaseTime(), clock.now())) return work()
  log.error('the clock of this machine is wrong: nothing is removed and no key retired until it is right')
  return undefined
}

/** How often housekeeping takes its turn. */
const housekeepingSeconds = 300

/** Starts removing what has expired, again and again. */
export function startHousekeeping(context: Context): Repetition {
  const progress: ExpiryProgress = new Map()
  const { random, log, tracing } = context
  const name = 'expireSecrets'
  const options = { name, seconds: housekeepingSeconds, random, log }
  return startRepetition(
    () => asJob(tracing, name, () => unlessClockIsWrong(context, () => expireSecrets(progress, context))),
    options,
  )
}

/** How often accounts are looked for whose time has come. */
const deletionSeconds = 600

/** Starts deleting accounts whose owners asked for it, again and again. */
export function startDeletions(context: Context): Repetition {
  const { random, log, tracing } = context
  const name = 'deleteAccounts'
  const options = { name, seconds: deletionSeconds, random, log }
  return startRepetition(
    () => asJob(tracing, name, () => unlessClockIsWrong(context, () => deleteAccounts(context))),
    options,
  )
}
