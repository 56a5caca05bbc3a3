import { requestPasswordReset } from '../../client/index.ts'
import { createBrowser } from './browser.ts'
import type { TestService } from './service.ts'

/** The links in the mails of a development server, newest first, as its own page shows them. */
export async function mailedLinks(service: TestService): Promise<string[]> {
  await service.running.jobs.idle()
  const { html } = await createBrowser(service).open(`${service.url}/dev/mail`)
  return [...html.matchAll(/<a href="([^"]+token=[^"]+)">/g)].map((match) => match[1]!)
}

/** Asks for a mail with a reset link, and returns the link. */
export async function resetLink(service: TestService, email: string): Promise<string> {
  await requestPasswordReset({ client: service.as(), body: { email }, throwOnError: true })
  const [link] = await mailedLinks(service)
  if (link === undefined) throw new Error('no link was mailed')
  return link
}
