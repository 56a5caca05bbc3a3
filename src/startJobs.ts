import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { deliverMail } from './jobs/deliverMail.ts'
import type { Clock } from './platform/clock.ts'
import { createDevelopmentMailbox } from './platform/developmentMailbox.ts'
import { startJobRunner, type JobRunner } from './platform/jobRunner.ts'
import type { Log } from './platform/log.ts'
import { createMissingMailer, createSmtpMailer } from './platform/mailer.ts'

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
  const { store, jobs: queue, clock, random, log } = context
  return startJobRunner({
    jobs: store.jobs,
    queue,
    handlers: { deliverMail: (payload, job) => deliverMail(payload, job, context) },
    clock,
    random,
    log,
  })
}
