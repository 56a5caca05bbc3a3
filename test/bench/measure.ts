import type { ChildProcess } from 'node:child_process'
import { makeLoad, runLoop, usedBy } from './children.ts'
import type { PostgresCpu } from './postgresCpu.ts'
import type { Sample, Target } from './target.ts'

/** What measuring needs beside the target. */
export type Instruments = { readonly load: ChildProcess; readonly postgres: PostgresCpu }

/** Measures one round of a target: what its process and PostgreSQL use for a fixed number of requests. */
export async function measure(
  target: Target,
  { load, postgres }: Instruments,
  count = target.count,
): Promise<Sample> {
  const { server, connections } = target
  const prepared = await target.prepare(count)
  const before = await usedBy(server)
  postgres.since()
  const done =
    'loop' in prepared
      ? { ...(await runLoop(server, { ...prepared, count, atOnce: connections })), captured: null }
      : await makeLoad(load, { port: server.port, connections, count, status: 200, ...prepared })
  const databaseCpu = postgres.since()
  const after = await usedBy(server)
  if (done.captured !== null) target.heard?.(done.captured)
  return {
    serverCpu: (after.cpuMicroseconds - before.cpuMicroseconds) / count,
    databaseCpu: databaseCpu === null ? null : databaseCpu / count,
    statements: (after.statements - before.statements) / count,
    perSecond: (count / done.milliseconds) * 1000,
    median: 'median' in done ? done.median : null,
    p99: 'p99' in done ? done.p99 : null,
    memoryBytes: after.memoryBytes,
  }
}
