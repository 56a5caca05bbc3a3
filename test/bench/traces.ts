import { createServer } from 'node:http'
import { createLog } from '#src/platform/log.ts'
import { createTracing } from '#src/platform/tracing/openTelemetry.ts'
import type { TracingSettings } from '#src/platform/tracing.ts'

/*
 * What traces cost a request: its span and two statements in it, delivery to a collector that takes everything included.
 * Microseconds of CPU of this process (which is the collector as well), the best of several rounds; without a collector none of
 * this code runs. Recorded, and not sampled.
 */

const rounds = 7
const requests = 4_000

const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200).end())
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const port = typeof address === 'object' ? address?.port : 0

async function measure(sampler: TracingSettings['sampler']): Promise<number> {
  const tracing = await createTracing(
    {
      url: `http://127.0.0.1:${port}/v1/traces`,
      headers: {},
      protocol: 'http/protobuf',
      serviceName: 'bench',
      resource: {},
      sampler,
    },
    { version: '0', log: createLog({ level: 'warn' }) },
  )
  const statement = {
    name: 'codes.redeem',
    kind: 'client',
    attributes: { 'db.system.name': 'postgresql' },
  } as const
  const nothing = () => Promise.resolve()
  async function request(): Promise<void> {
    const facts = {
      method: 'POST',
      scheme: 'https',
      route: '/oauth2/token',
      requestId: 'id',
      parent: undefined,
    }
    const span = tracing.beginRequest({ operationId: 'issueToken', ...facts })
    await new Promise<void>((resolve) => {
      span.within(
        () =>
          void tracing
            .step(statement, nothing)
            .then(() => tracing.step(statement, nothing))
            .then(resolve),
      )
    })
    span.end(200)
  }
  const costs: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    for (let count = 1; count <= requests; count++) {
      await request()
      // Fewer than the line of waiting spans holds.
      if (count % 400 === 0) await tracing.flush()
    }
    const { user, system } = process.cpuUsage(before)
    costs.push((user + system) / requests)
  }
  await tracing.stop()
  return Math.min(...costs)
}

for (const [name, root] of [
  ['recorded', 'always_on'],
  ['not sampled', 'always_off'],
] as const)
  process.stdout.write(
    `${name.padEnd(12)} ${(await measure({ root, followsParent: true })).toFixed(1).padStart(6)} µs\n`,
  )
server.close()
