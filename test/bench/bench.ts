import { availableParallelism } from 'node:os'
import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { drawChart } from './chart.ts'
import { startLoad, startMeasured, type Measured } from './children.ts'
import { measureFlood, type FloodReport } from './flood.ts'
import { floorTargets } from './floors.ts'
import { measure } from './measure.ts'
import { writeChart, writePart } from './page.ts'
import { watchPostgres } from './postgresCpu.ts'
import { alignRows, figure, markdownRows, ratioOf, rowsOf } from './report.ts'
import { scenarioTargets } from './scenarios.ts'
import { setStage } from './stage.ts'
import { measureStarts, type StartReport, type StartsReport } from './startup.ts'
import { median } from './statistics.ts'
import { requestsOfRound, type Result, type Target } from './target.ts'
import { measureWorkers, workersLine, type WorkersReport } from './workers.ts'
import { machine, onPostgres } from './onPostgres.ts'

/*
 * What each operation costs beside what the same libraries cost by themselves. Counted is the CPU time of the server's
 * process, and of PostgreSQL's, for a fixed number of requests, which other load on the machine changes little; requests
 * per second and times mean something on a quiet machine only. All are measured in turn, round after round, so that a slow
 * moment meets all of them alike. Floors and service are processes of their own, and so is what makes the load.
 *
 * ONLY=<regular expression> measures only what it matches, with its floors, and writes nothing down.
 */

const rounds = 5
const warmUps = 3
/** How often a round measures what does little more than reply: such short looks differ most. */
const timesOfBare = 3
const startsEach = 3
/** No round begins after this, however slow the machine is. */
const lastRoundMs = 240_000

const only = process.env.ONLY ? new RegExp(process.env.ONLY) : null
const say = (line: string) => void process.stdout.write(`${line}\n`)

async function chooseTargets(postgres: EmbeddedPostgres): Promise<{
  readonly targets: readonly Target[]
  readonly flood: () => Promise<FloodReport>
}> {
  const address = JSON.stringify(postgres.connection)
  const service = await startMeasured('./subject.ts', [address])
  const stage = await setStage(service, await startLoad())
  const floor = await startMeasured('./floor.ts', [address, stage.person.id])
  const hasher: Measured = await startMeasured('./floor.ts', [address, stage.person.id])
  const floors = floorTargets(floor, hasher, stage)
  const scenarios = scenarioTargets(service, stage)
  const chosen = scenarios.filter(({ name }) => only === null || only.test(name))
  const needed = floors.filter(({ name }) => only === null || chosen.some((each) => each.floor === name))
  return { targets: [...needed, ...chosen], flood: () => measureFlood(service, stage) }
}

async function measureAll(
  targets: readonly Target[],
  postgres: EmbeddedPostgres,
): Promise<readonly Result[]> {
  const instruments = { load: await startLoad(), postgres: await watchPostgres(postgres.connection) }
  const results = targets.map(({ name, floor, most }): Result => ({ name, floor, most, samples: [] }))
  const groups = besideTheirFloors(targets)
  for (let turn = 1; turn <= warmUps; turn++) {
    say(`warming up, ${turn} of ${warmUps} ...`)
    for (const target of groups.flat()) await measure(target, instruments)
  }
  const begun = performance.now()
  for (let round = 1; round <= rounds && performance.now() - begun < lastRoundMs; round++) {
    say(`round ${round} of ${rounds} ...`)
    for (const group of groups) {
      const times = group[0]!.count === requestsOfRound.bare ? timesOfBare : 1
      for (let time = 0; time < times; time++)
        for (const target of group)
          results[targets.indexOf(target)]!.samples.push(await measure(target, instruments))
    }
  }
  return results
}

/** Each floor with what stands on it: they are measured one behind the other, so that a slow moment meets all of them. */
function besideTheirFloors(targets: readonly Target[]): readonly (readonly Target[])[] {
  const isOn = (floor: Target) => (target: Target) => target === floor || target.floor === floor.name
  return targets.filter(({ floor }) => floor === null).map((floor) => targets.filter(isOn(floor)))
}

/** What is no row of the table, as lines of Markdown. */
function extras(
  results: readonly Result[],
  flood: FloodReport,
  starts: StartsReport,
  workers: readonly WorkersReport[],
): readonly string[] {
  const verdict = (value: number, most: number) => (value <= most ? 'met' : 'missed')
  const perSecond = (name: string) =>
    figure(
      results.find((result) => result.name === name)!,
      (sample) => sample.perSecond,
    )!
  const logins = perSecond('login') / perSecond('argon2id')
  const slower = flood.flooded.p99 / flood.idle.p99
  const memory = (of: (result: Result) => boolean) =>
    Math.max(...results.filter(of).flatMap(({ samples }) => samples.map(({ memoryBytes }) => memoryBytes))) /
    2 ** 20
  const used = memory(({ floor }) => floor !== null)
  const bare = memory(({ floor, name }) => floor === null && name !== 'argon2id')
  const allowed = 2 * bare + 20 * availableParallelism()
  const start = (reports: readonly StartReport[], most: number) => {
    const took = median(reports.map(({ milliseconds }) => milliseconds)) / 1000
    const cpu = median(reports.map(({ cpuMilliseconds }) => cpuMilliseconds ?? Number.NaN)) / 1000
    return `${took.toFixed(2)} s, of which ${cpu.toFixed(2)} s CPU of the service's process (≤ ${most}: ${verdict(took, most)})`
  }
  return [
    `- logins per second over raw argon2id: ${logins.toFixed(2)} (≥ 0.9: ${logins >= 0.9 ? 'met' : 'missed'})`,
    `- p99 of a refresh: ${flood.idle.p99.toFixed(1)} ms alone, ${flood.flooded.p99.toFixed(1)} ms in a flood of logins, × ${slower.toFixed(2)} (≤ 3: ${verdict(slower, 3)})`,
    `- memory under load: ${used.toFixed(0)} MiB, of at most ${allowed.toFixed(0)}: twice bare Fastify with a pool (${bare.toFixed(0)}) and 20 for each hashing slot (${verdict(used, allowed)})`,
    `- start to first 200, as installed (make package), on a migrated database: ${start(starts.installed, 1.5)}`,
    `- the same, with an embedded database to be launched: ${start(starts.embedded, 1.5)}`,
    `- the same from source (make run): ${start(starts.fromSource, 1.5)}`,
    `- start to first 200, from source, embedded from nothing: ${start(starts.fromNothing, 5)}`,
    ...workers.map((report) => `- ${workersLine(report)}`),
  ]
}

async function run(): Promise<void> {
  const about = machine()
  say(about)
  say('starting the servers ...')
  await onPostgres(async (postgres) => {
    const { targets, flood } = await chooseTargets(postgres)
    const results = await measureAll(targets, postgres)
    const rows = rowsOf(results)
    say(`\n${alignRows(rows)}\n`)
    if (only !== null) return
    say('refreshes in a flood of logins ...')
    const flooded = await flood()
    say('starts ...')
    const started = await measureStarts(postgres, startsEach)
    say('two workers ...')
    const lines = extras(results, flooded, started, await measureWorkers(postgres))
    say(lines.join('\n'))
    writePart('bench', [about, markdownRows(rows), lines.join('\n')].join('\n\n'))
    const bars = results.flatMap((result) => {
      const ratio = ratioOf(result, results)
      return ratio === null ? [] : [{ name: result.name, ratio, most: result.most }]
    })
    writeChart('performance.svg', drawChart('Server CPU of an operation, in multiples of its floor', bars))
    say('written to docs/performance.md and docs/performance.svg')
  })
}

await run()
