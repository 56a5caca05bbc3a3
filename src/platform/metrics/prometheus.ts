import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics, type Metric } from 'prom-client'
import type { Metrics, ReusedSecret } from '../metrics.ts'
import { createRequestTally, type Line } from './requestTally.ts'

/**
 * Counts for Prometheus, in a registry of this service's own, with the figures of the process. Importing this file loads the
 * library: import it where there is a port to read it from.
 */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = createRequestTally()
  addLines(registry, 'latchkey_requests_total', 'counter', 'Requests answered', (name) =>
    requests.counts(name),
  )
  addLines(registry, 'latchkey_request_seconds', 'histogram', 'Time to the end of an answer', (name) =>
    requests.times(name),
  )
  const refusals = new Counter({
    name: 'latchkey_refusals_total',
    help: 'Requests refused, by the error they were told',
    labelNames: ['operation', 'error'],
    registers,
  })
  const violations = new Counter({
    name: 'latchkey_contract_violations_total',
    help: 'Answers that broke the contract',
    labelNames: ['operation'],
    registers,
  })
  const exceeded = new Counter({
    name: 'latchkey_rate_limit_exceeded_total',
    help: 'Calls refused because none was left, by whose they were',
    labelNames: ['subject'],
    registers,
  })
  const expired = new Counter({
    name: 'latchkey_expired_rows_total',
    help: 'Rows that housekeeping removed, or ended (surplus_sessions)',
    labelNames: ['rule'],
    registers,
  })
  return {
    reused: countReuse(registry),
    refused: (operation, error) => refusals.inc({ operation, error }),
    answered: (operation, status, milliseconds) => requests.add(operation, status, milliseconds / 1000),
    violated: (operation) => violations.inc({ operation }),
    exceeded: (subject) => exceeded.inc({ subject }),
    attempted: countAttempts(registry),
    expired: (rule, rows) => expired.inc({ rule }, rows),
    watch({ name, help, label, read }) {
      const labelNames = label === null ? [] : [label]
      const gauge = new Gauge({ name, help, labelNames, registers, collect: fill })
      function fill(): void {
        for (const [value, figure] of Object.entries(read()))
          gauge.set(label === null ? {} : { [label]: value }, figure)
      }
    },
    page: { contentType: registry.contentType, render: () => registry.metrics() },
  }
}

/** Starts at 0, so that the first of them is seen to be one more. */
function countReuse(registry: Registry): Metrics['reused'] {
  const reuses = new Counter({
    name: 'latchkey_reused_secrets_total',
    help: 'Codes and refresh tokens presented again after their use, which ends their grant',
    labelNames: ['secret'],
    registers: [registry],
  })
  const secrets = ['code', 'refresh_token'] as const satisfies readonly ReusedSecret[]
  for (const secret of secrets) reuses.inc({ secret }, 0)
  return (secret) => reuses.inc({ secret })
}

function countAttempts(registry: Registry): Metrics['attempted'] {
  const registers = [registry]
  const attempts = new Counter({
    name: 'latchkey_job_attempts_total',
    help: 'Attempts at jobs; buried: given up, a dead letter',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const times = new Histogram({
    name: 'latchkey_job_seconds',
    help: 'Time an attempt at a job took',
    labelNames: ['kind'],
    buckets: [0.01, 0.1, 1, 5, 15, 60],
    registers,
  })
  const lags = new Histogram({
    name: 'latchkey_job_lag_seconds',
    help: 'Time from when a job was due to the attempt at it',
    labelNames: ['kind'],
    buckets: [0.1, 1, 5, 30, 120, 600, 3600],
    registers,
  })
  return ({ kind, outcome, seconds, lagSeconds }) => {
    attempts.inc({ kind, outcome })
    times.observe({ kind }, seconds)
    lags.observe({ kind }, lagSeconds)
  }
}

/** A metric whose lines are written when they are asked for: what a registry calls of a metric, and no more. */
function addLines(
  registry: Registry,
  name: string,
  type: 'counter' | 'histogram',
  help: string,
  lines: (name: string) => readonly Line[],
): void {
  const metric = { name, get: async () => ({ name, type, help, values: lines(name) }) }
  registry.registerMetric(metric as unknown as Metric)
}
