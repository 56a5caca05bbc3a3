import { statfsSync } from 'node:fs'
import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import type { Connection } from '#src/platform/postgres/connection.ts'
import { openStore } from '#src/store/mikro/open.ts'
import { makeLoad, runLoop, startLoad, startMeasured, type Measured } from './children.ts'
import { addExpired, grow } from './grow.ts'
import { measure, type Instruments } from './measure.ts'
import { writePart } from './page.ts'
import { watchPostgres } from './postgresCpu.ts'
import { markdownRows } from './report.ts'
import { scenarioTargets } from './scenarios.ts'
import { setStage, type Stage } from './stage.ts'
import { median } from './statistics.ts'
import type { Target } from './target.ts'
import { createDatabase, machine, onPostgres } from './onPostgres.ts'

/*
 * Whether an operation costs the same when there is a hundred times as much of everything: databases of several sizes, whose
 * rows are made in SQL, each with a service of its own, are asked the same in turn. LARGE=1 goes on to ten million people, which
 * takes half an hour and 25 GB.
 */

const sizes = process.env.LARGE === '1' ? [1_000, 100_000, 10_000_000] : [1_000, 100_000]
/** How much more a request may cost at the largest size than at the smallest. */
const mostGrowth = 1.2
/** How much longer the slowest refreshes may take while expired rows are removed. */
const mostSlower = 1.3
const rounds = 5
/** Rounds that nobody counts: code that was never run, pages that were never read, plans that were never made. */
const warmUps = 2
const bytesForLarge = 30 * 2 ** 30
/** Turns of the housekeeping beside one measurement, which is shorter. */
const turns = 2
const measured = /^(?:client_credentials|userinfo|introspection|refresh|code|revoke|list)/
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** The service over a database with so many people. */
type Sized = {
  readonly people: number
  readonly service: Measured
  readonly stage: Stage
  readonly targets: readonly Target[]
  readonly connection: Connection
}

/** Microseconds of service and PostgreSQL together for one request, round by round, for each size. */
type Costs = ReadonlyMap<string, readonly (readonly number[])[]>

async function setSize(people: number, postgres: EmbeddedPostgres): Promise<Sized> {
  say(`growing to ${people.toLocaleString('en')} people ...`)
  const connection = await createDatabase(postgres, `people_${people}`)
  const service = await startMeasured('./subject.ts', [JSON.stringify(connection)])
  const stage = await setStage(service, await startLoad())
  // One of each that nothing else made, for others to be copied from.
  await stage.refreshTokens(1)
  const store = await openStore({ connection })
  await store.accessTokens.revoke('the first', new Date(Date.now() + 86_400_000))
  await store.close()
  await grow(connection, 1, people, say)
  const targets = scenarioTargets(service, stage).filter(({ name }) => measured.test(name))
  return { people, service, stage, targets, connection }
}

/** Asks the services of all sizes in turn: a slow moment of the machine meets all of them. */
async function measureSizes(all: readonly Sized[], instruments: Instruments): Promise<Costs> {
  const costs = new Map(all[0]!.targets.map(({ name }) => [name, all.map((): number[] => [])]))
  for (let round = 1 - warmUps; round <= rounds; round++) {
    say(round > 0 ? `round ${round} of ${rounds} ...` : 'warming up ...')
    for (const [index, { name }] of all[0]!.targets.entries())
      for (const [size, { targets }] of all.entries()) {
        const { serverCpu, databaseCpu } = await measure(targets[index]!, instruments)
        if (round > 0) costs.get(name)![size]!.push(serverCpu + (databaseCpu ?? 0))
      }
  }
  return costs
}

/**
 * The 99th percentile of refreshes alone, and while the service removes expired rows as it does every five minutes: medians of
 * rounds that take turns. `rows` is how many were removed in all of them.
 */
async function measureExpiry({ service, stage, connection }: Sized) {
  const [load, empty] = [await startLoad(), stage.tokenRequest(stage.app, { grant_type: 'refresh_token' })]
  let seeds = await stage.refreshTokens(2)
  const refresh = async () => {
    const request = { ...empty, body: `${empty.body}&refresh_token={}` }
    const order = { port: service.port, status: 200, connections: 2, count: 800 }
    const requests = { kind: 'chain' as const, request, seeds }
    const report = await makeLoad(load, { ...order, requests, capture: '"refresh_token":"([^"]+)"' })
    seeds = report.captured
    return report.p99
  }
  await refresh()
  const alone: number[] = []
  const meanwhile: number[] = []
  let rows = 0
  for (let round = 1; round <= rounds; round++) {
    alone.push(await refresh())
    await addExpired(connection, 100_000, round)
    const removal = runLoop(service, { loop: 'expire', count: turns, atOnce: 1, seeds: [] })
    meanwhile.push(await refresh())
    rows += Number((await removal).seeds[0])
  }
  return { alone: median(alone), meanwhile: median(meanwhile), rows }
}

function tableOf(costs: Costs): readonly (readonly string[])[] {
  const head = ['', ...sizes.map((size) => `${size.toLocaleString('en')} people`), '×', 'target']
  return [
    head,
    ...[...costs].map(([name, bySize]) => {
      const [smallest, largest] = [bySize[0]!, bySize.at(-1)!]
      const ratio = median(largest.map((cost, round) => cost / smallest[round]!))
      const verdict = ratio <= mostGrowth ? 'met' : 'missed'
      return [
        name,
        ...bySize.map((each) => median(each).toFixed(0)),
        ratio.toFixed(2),
        `≤ ${mostGrowth}: ${verdict}`,
      ]
    }),
  ]
}

function checkDisk(directory: string): void {
  const { bavail, bsize } = statfsSync(directory)
  if (sizes.at(-1)! > 1_000_000 && bavail * bsize < bytesForLarge)
    throw new Error(`ten million people need ${bytesForLarge / 2 ** 30} GiB of disk`)
}

async function run(): Promise<void> {
  const about = machine()
  say(about)
  await onPostgres(async (postgres, directory) => {
    checkDisk(directory)
    const all: Sized[] = []
    for (const people of sizes) all.push(await setSize(people, postgres))
    const instruments = { load: await startLoad(), postgres: await watchPostgres(postgres.connection) }
    const costs = await measureSizes(all, instruments)
    say('removing what has expired ...')
    const { alone, meanwhile, rows } = await measureExpiry(all.at(-1)!)
    const slower = meanwhile / alone
    const expiry = `p99 of a refresh: ${alone.toFixed(1)} ms alone, ${meanwhile.toFixed(1)} ms while ${rows} expired rows were removed in batches, × ${slower.toFixed(2)} (≤ ${mostSlower}: ${slower <= mostSlower ? 'met' : 'missed'})`
    const text = [about, markdownRows(tableOf(costs)), expiry].join('\n\n')
    say(`\n${text}`)
    writePart('growth', text)
  })
}

await run()
