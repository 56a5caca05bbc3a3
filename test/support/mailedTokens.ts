import type { TestService } from './service.ts'

/**
 * The tokens of the links that a service without a mail server has mailed to an address, newest first. Waits until nothing is
 * left to be mailed.
 */
export async function mailedTokens(service: TestService, address: string): Promise<readonly string[]> {
  await service.running.jobs.idle()
  const mails = service.running.context.mailbox?.list() ?? []
  return mails
    .filter(({ to }) => to === address)
    .flatMap(({ text }) => /[?&]token=([\w-]+)/.exec(text)?.[1] ?? [])
}
