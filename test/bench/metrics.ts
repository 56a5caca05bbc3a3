import { Counter, Histogram, Registry } from 'prom-client'
import { createRequestTally } from '#src/platform/metrics/requestTally.ts'

/*
 * What counting one answer costs, beside the library's own counters with labels made beforehand: nanoseconds of one thread,
 * the best of several rounds.
 */

const rounds = 7
const calls = 500_000
const operations = Array.from({ length: 40 }, (_, index) => `operation${index}`)
const statuses = [200, 201, 400, 401]

/** One answer of a mixed lot. */
type Count = (operation: string, status: number, seconds: number) => void

function measure(count: Count): number {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begun = process.hrtime.bigint()
    for (let call = 0; call < calls; call++)
      count(operations[call % 40]!, statuses[call % 4]!, (call % 97) / 100)
    times.push(Number(process.hrtime.bigint() - begun) / calls)
  }
  return Math.min(...times)
}

function createLibraryCount(): Count {
  const registers = [new Registry()]
  const requests = new Counter({
    name: 'requests',
    help: '-',
    labelNames: ['operation', 'status'],
    registers,
  })
  const times = new Histogram({ name: 'seconds', help: '-', labelNames: ['operation'], registers })
  const children = new Map(
    operations.map((operation) => [
      operation,
      {
        byStatus: new Map(statuses.map((status) => [status, requests.labels(operation, String(status))])),
        times: times.labels(operation),
      },
    ]),
  )
  return (operation, status, seconds) => {
    const child = children.get(operation)!
    child.byStatus.get(status)!.inc()
    child.times.observe(seconds)
  }
}

const tally = createRequestTally()
for (const [name, count] of [
  ['ours', tally.add.bind(tally)],
  ['the library, labels made beforehand', createLibraryCount()],
] as const)
  process.stdout.write(`${name.padEnd(36)} ${measure(count).toFixed(0).padStart(5)} ns\n`)
