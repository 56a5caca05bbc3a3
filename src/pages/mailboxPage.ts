import { deliveredLook } from './look.ts'

/** A mail as the mailbox shows it. */
export type MailboxEntry = {
  readonly to: string
  readonly subject: string
  /** with its links */
  readonly text: string
  readonly sentAt: Date
}

/** Renders the mailbox of a development server, newest mail first. It is for developers, and English. */
export function renderMailboxPage(mails: readonly MailboxEntry[]): string {
  const entries = mails.map((mail) => ({
    ...mail,
    sentAt: mail.sentAt.toISOString(),
    lines: mail.text.split('\n'),
  }))
  return deliveredLook.render('mailbox', { mails: entries })
}
