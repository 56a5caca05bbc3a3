import { statfsSync } from 'node:fs'
import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
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
import { machine, onPostgres } from './onPostgres.ts'

/*
 * Whether an operation costs the same when there is a thousand times as much of everything: rows are made in SQL, then the
 * same requests are asked as before. LARGE=1 goes on to ten million people, which takes half an hour and 60 GB.
 */

const sizes = process.env.LARGE === '1' ? [1_000, 100_000, 10_000_000] : [1_000, 100_000]
/** How much more a request may cost at the largest size than at the smallest. */
const mostGrowth = 1.2
/** How much longer the slowest refreshes may take while expired rows are removed. */
const mostSlower = 1.3
const rounds = 5
const bytesForLarge = 60 * 2 ** 30
/** Turns of the housekeeping beside one measurement, which is shorter. */
const turns = 2
const measured = /^(?:client_credentials|userinfo|introspection|refresh|code|revoke|list)/
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Microseconds of service and PostgreSQL together for one request, by name of the target. */
type Costs = ReadonlyMap<string, number>

async function measureSize(targets: readonly Target[], instruments: Instruments): Promise<Costs> {
  const samples = new Map(targets.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round <= rounds; round++)
    for (const target of targets) {
      const { serverCpu, databaseCpu } = await measure(target, instruments)
      // The first is for warming up: pages that were never read, plans that were never made.
      if (round > 0) samples.get(target.name)!.push(serverCpu + (databaseCpu ?? 0))
    }
  return new Map([...samples].map(([name, values]) => [name, median(values)]))
}

/**
 * The 99th percentile of refreshes alone, and while the service removes expired rows as it does every five minutes: medians of rounds that take
 * turns. `rows` is how many were removed in all of them.
 */
async function measureExpiry(service: Measured, stage: Stage, postgres: EmbeddedPostgres) {
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
    await addExpired(postgres.connection, 100_000, round)
    const removal = runLoop(service, { loop: 'expire', count: turns, atOnce: 1, seeds: [] })
    meanwhile.push(await refresh())
    rows += Number((await removal).seeds[0])
  }
  return { alone: median(alone), meanwhile: median(meanwhile), rows }
}

function tableOf(costs: readonly Costs[]): readonly (readonly string[])[] {
  const head = ['', ...sizes.map((size) => `${size.toLocaleString('en')} people`), '×', 'target']
  return [
    head,
    ...[...costs[0]!.keys()].map((name) => {
      const values = costs.map((at) => at.get(name)!)
      const ratio = values.at(-1)! / values[0]!
      const verdict = ratio <= mostGrowth ? 'met' : 'missed'
      return [
        name,
        ...values.map((value) => value.toFixed(0)),
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
    const service = await startMeasured('./subject.ts', [JSON.stringify(postgres.connection)])
    const stage = await setStage(service, await startLoad())
    const instruments = { load: await startLoad(), postgres: await watchPostgres(postgres.connection) }
    const targets = scenarioTargets(service, stage).filter(({ name }) => measured.test(name))
    // One revocation, for others to be copied from.
    const store = await openStore({ connection: postgres.connection })
    await store.accessTokens.revoke('the first', new Date(Date.now() + 86_400_000))
    await store.close()
    const costs: Costs[] = []
    for (const [index, size] of sizes.entries()) {
      say(`growing to ${size.toLocaleString('en')} people ...`)
      await grow(postgres.connection, (sizes[index - 1] ?? 0) + 1, size, say)
      say('measuring ...')
      costs.push(await measureSize(targets, instruments))
    }
    say('removing what has expired ...')
    const { alone, meanwhile, rows } = await measureExpiry(service, stage, postgres)
    const slower = meanwhile / alone
    const expiry = `p99 of a refresh: ${alone.toFixed(1)} ms alone, ${meanwhile.toFixed(1)} ms while ${rows} expired rows were removed in batches, × ${slower.toFixed(2)} (≤ ${mostSlower}: ${slower <= mostSlower ? 'met' : 'missed'})`
    const text = [about, markdownRows(tableOf(costs)), expiry].join('\n\n')
    say(`\n${text}`)
    writePart('growth', text)
  })
}

await run()
