import type { FastifyServerOptions } from 'fastify'
import type { Context } from '../context.ts'

/**
 * Whose `X-Forwarded-For` Fastify believes. Addresses and networks it checks itself. A number of hops it takes for none at
 * all, because hops prove nothing about the peer; whoever sets a number says that nobody but these proxies can reach this
 * port, so that many entries, from the right, are the proxies' own words.
 */
export function trustedProxy(trusted: Context['config']['trustProxy']): FastifyServerOptions['trustProxy'] {
  if (typeof trusted === 'number') return (_address, hop) => hop < trusted
  return trusted === false ? false : [...trusted]
}
