import type { Clock } from './clock.ts'
import type { Mail, Mailer } from './mailer.ts'

/** A mail that nobody delivered: it lies here to be looked at. */
export type StoredMail = Mail & { readonly sentAt: Date }

/** Where mails go in development when no server is configured. */
export type DevelopmentMailbox = {
  readonly mailer: Mailer
  /** The latest hundred, newest first. */
  list(): readonly StoredMail[]
}

const most = 100

/**
 * Makes the mailbox of a development server. It lives as long as the process.
 *
 * @param print  is told of each mail in one line, with the link that is in it: only for the terminal of whoever develops,
 *               never for a log
 */
export function createDevelopmentMailbox(options: {
  readonly clock: Clock
  readonly print: (line: string) => void
}): DevelopmentMailbox {
  const mails: StoredMail[] = []
  return {
    list: () => [...mails],
    mailer: {
      async send(mail) {
        mails.unshift({ ...mail, sentAt: options.clock.now() })
        mails.length = Math.min(mails.length, most)
        const link = /https?:\/\/\S+/.exec(mail.text)?.[0]
        options.print(`mail to ${mail.to}: ${mail.subject}${link === undefined ? '' : `\n  ${link}`}`)
        return 'accepted'
      },
      close: () => {},
    },
  }
}
