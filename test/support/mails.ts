import type { TestService } from './service.ts'

/** A mail of a service without a mail server. */
export type SentMail = { readonly to: string; readonly subject: string; readonly text: string }

/** The mails to an address so far, oldest first. Waits until nothing is left to be mailed. */
export async function mailsTo(service: TestService, address: string): Promise<readonly SentMail[]> {
  await service.running.jobs.idle()
  const mails = service.running.context.mailbox?.list() ?? []
  return mails.filter(({ to }) => to === address).toReversed()
}

/** Their subjects. */
export async function subjectsTo(service: TestService, address: string): Promise<readonly string[]> {
  return (await mailsTo(service, address)).map(({ subject }) => subject)
}

/** The token of the link in a mail. */
export function linkToken(mail: SentMail | undefined): string {
  return /[?&]token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}
