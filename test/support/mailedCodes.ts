import { updateAccount } from '../../client/index.ts'
import type { Person } from './actors.ts'
import { runAsAdmin } from './database.ts'
import type { CaughtMail, Mailbox } from './mailbox.ts'
import type { TestService } from './service.ts'

/** Makes the mailbox of somebody, whose sign-in is fresh, their second factor. */
export async function enrolMailbox(service: TestService, { id, token }: Person): Promise<void> {
  // As a link out of a mail would have confirmed it.
  await runAsAdmin(service.database, 'update users set email_verified = true where id = $1', [id])
  await updateAccount({ client: service.as(token), body: { second_factor_email: true }, throwOnError: true })
}

/** The code in a mail: the same one in both of its forms. */
export function codeIn({ text, html }: CaughtMail): string {
  const code = /^\d{8}$/m.exec(text)?.[0] ?? ''
  return html.includes(`>${code}<`) ? code : ''
}

/** The codes that were mailed to an address, in the order in which they came: waits until there are so many. */
export async function codesTo(mailbox: Mailbox, address: string, count: number): Promise<string[]> {
  const isCode = ({ to, text }: CaughtMail) => to === address && /^\d{8}$/m.test(text)
  const deadline = performance.now() + 10_000
  while (mailbox.mails.filter(isCode).length < count && performance.now() < deadline)
    await new Promise((resolve) => setImmediate(resolve))
  return mailbox.mails.filter(isCode).map(codeIn)
}
