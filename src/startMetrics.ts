import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { noMetrics, type Metrics } from './platform/metrics.ts'

/**
 * Starts counting, where there is a port to read it from: the library is loaded only there. The figures of what stands
 * behind the corridor are read when somebody asks for them.
 */
export async function startMetrics(
  { metricsPort }: Pick<Config, 'metricsPort'>,
  { store, passwords, limiter }: Pick<Context, 'store' | 'passwords' | 'limiter'>,
): Promise<Metrics> {
  if (metricsPort === null) return noMetrics
  const { createMetrics } = await import('./platform/metrics/prometheus.ts')
  const metrics = createMetrics()
  metrics.watch({
    name: 'latchkey_database_connections',
    help: 'Connections to the database by state; waiting: questions that have none yet',
    label: 'state',
    read: () => store.connections(),
  })
  metrics.watch({
    name: 'latchkey_password_hashes',
    help: 'Passwords being hashed, and waiting for it',
    label: 'state',
    read: () => passwords.load(),
  })
  metrics.watch({
    name: 'latchkey_limiter_alone',
    help: '1 while Redis is away and this node counts calls by itself, more strictly; else 0',
    label: null,
    read: () => ({ alone: limiter.isAlone() ? 1 : 0 }),
  })
  return metrics
}
