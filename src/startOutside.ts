import { readFileSync } from 'node:fs'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { createClientKeys } from './platform/clientKeys.ts'
import { createOutbound } from './platform/outbound.ts'
import { traced } from './startTracing.ts'

/** What reaches out to servers of clients. */
export function createOutside(
  { outbound: settings }: Config,
  { clock, log, tracing }: Pick<Context, 'clock' | 'log' | 'tracing'>,
): Pick<Context, 'outbound' | 'clientKeys'> {
  const { certificates, allowedHosts } = settings
  const way = createOutbound({
    rules: { allowedHosts },
    certificates: certificates === null ? null : readFileSync(certificates, 'utf8'),
  })
  const outbound = traced('outbound', way, tracing)
  return { outbound, clientKeys: createClientKeys({ outbound, clock, log }) }
}
