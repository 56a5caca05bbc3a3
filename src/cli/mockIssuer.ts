import { once } from 'node:events'
import { startMockIssuer } from '../mockIssuer/start.ts'
import { say } from './terminal.ts'

/** Runs the mock issuer until SIGTERM or SIGINT. */
export async function serveMockIssuer(options: {
  readonly port: number
  readonly signInAs?: string
}): Promise<void> {
  // Heard from the beginning: whoever waits for the words below may send a signal with the first of them.
  const told = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')])
  const issuer = await startMockIssuer(options)
  const who = options.signInAs ?? 'whoever the page is told'
  say(`
The mock issuer is ready: ${issuer.url}

Signs in:   ${who}; login_hint names somebody else
Apps:       any client_id that begins with app_, with any secret and redirect URI
Discovery:  ${issuer.url}/.well-known/openid-configuration
Scenarios:  ${issuer.url}/docs/mock-issuer
`)
  await told
  await issuer.stop()
}
