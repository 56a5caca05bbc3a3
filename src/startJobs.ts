import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { deleteAccounts } from './jobs/deleteAccounts.ts'
import { deliverMail } from './jobs/deliverMail.ts'
import { expireSecrets, type ExpiryProgress } from './jobs/expireSecrets.ts'
import type { Clock } from './platform/clock.ts'
import { sendLogoutToken } from './jobs/sendLogoutToken.ts'
import { createDevelopmentMailbox } from './platform/developmentMailbox.ts'
import { startJobRunner, type JobRunner } from './platform/jobRunner.ts'
import type { Log } from './platform/log.ts'
import { createMissingMailer, createSmtpMailer } from './platform/mailer.ts'
import { startRepetition, type Repetition } from './platform/repetition.ts'

/**
 * Where mails go: to the configured server; without one, in development into the mailbox of the process, in production
 * nowhere, which is said once.
 *
 * @param print  for the terminal of whoever develops: links are printed there, and never logged
 */
export function createMail(
  config: Config,
  { clock, log, print }: { readonly clock: Clock; readonly log: Log; readonly print: (line: string) => void },
): Pick<Context, 'mailer' | 'mailbox'> {
  const { smtpUrl, issuer, mailFrom: from } = config
  if (smtpUrl !== null) return { mailer: createSmtpMailer({ smtpUrl, issuer, from }), mailbox: null }
  if (config.development) {
    const mailbox = createDevelopmentMailbox({ clock, print })
    return { mailer: mailbox.mailer, mailbox }
  }
  log.warn({}, 'SMTP_URL is not set: mails wait, and are given up after a day')
  return { mailer: createMissingMailer(), mailbox: null }
}

/** Starts working off what requests leave behind. */
export function startJobs(context: Context): JobRunner {
  const { store, jobs: queue, clock, random, log, metrics } = context
  return startJobRunner({
    jobs: store.jobs,
    queue,
    handlers: {
      deliverMail: (payload, job) => deliverMail(payload, job, context),
      sendLogoutToken: (payload) => sendLogoutToken(payload, context),
    },
    clock,
    random,
    log,
    metrics,
  })
}

/** How often housekeeping takes its turn. */
const housekeepingSeconds = 300

/** Starts removing what has expired, again and again. */
export function startHousekeeping(context: Context): Repetition {
  const progress: ExpiryProgress = new Map()
  const { random, log } = context
  const options = { name: 'expireSecrets', seconds: housekeepingSeconds, random, log }
  return startRepetition(() => expireSecrets(progress, context), options)
}

/** How often accounts are looked for whose time has come. */
const deletionSeconds = 600

/** Starts deleting accounts whose owners asked for it, again and again. */
export function startDeletions(context: Context): Repetition {
  const { random, log } = context
  const options = { name: 'deleteAccounts', seconds: deletionSeconds, random, log }
  return startRepetition(() => deleteAccounts(context), options)
}
