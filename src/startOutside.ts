import { readFileSync } from 'node:fs'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { createClientKeys } from './platform/clientKeys.ts'
import type { Clock } from './platform/clock.ts'
import type { Log } from './platform/log.ts'
import { createOutbound } from './platform/outbound.ts'

/** What reaches out to servers of clients. */
export function createOutside(
  { outbound: settings }: Config,
  clock: Clock,
  log: Log,
): Pick<Context, 'outbound' | 'clientKeys'> {
  const { certificates, allowedHosts } = settings
  const outbound = createOutbound({
    rules: { allowedHosts },
    certificates: certificates === null ? null : readFileSync(certificates, 'utf8'),
  })
  return { outbound, clientKeys: createClientKeys({ outbound, clock, log }) }
}
