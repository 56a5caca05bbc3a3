import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { openStore } from '#src/store/mikro/open.ts'
import type { Store } from '#src/store/store.ts'
import { endChildren, makeLoad, startLoad, startMeasured, type Measured } from './children.ts'
import { addExpired, grow } from './grow.ts'
import { measure, type Instruments } from './measure.ts'
import { writePart } from './page.ts'
import { watchPostgres } from './postgresCpu.ts'
import { markdownRows } from './report.ts'
import { scenarioTargets } from './scenarios.ts'
import { setStage, type Stage } from './stage.ts'
import { median } from './statistics.ts'
import type { Target } from './target.ts'

/*
 * Whether an operation costs the same when there is a thousand times as much of everything: rows are made in SQL, then the
 * same requests are asked as before. LARGE=1 goes on to ten million people, which takes an hour and 60 GB.
 */

const sizes = process.env.LARGE === '1' ? [1_000, 100_000, 10_000_000] : [1_000, 100_000]
/** How much more a request may cost at the largest size than at the smallest. */
const mostGrowth = 1.2
/** How much longer the slowest refreshes may take while expired rows are removed. */
const mostSlower = 1.3
const rounds = 5
const bytesForLarge = 60 * 2 ** 30
const idleSeconds = 7 * 86_400
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

/** The 99th percentile of refreshes alone, and while expired rows are removed batch after batch. */
async function measureExpiry(service: Measured, stage: Stage, store: Store, postgres: EmbeddedPostgres) {
  await addExpired(postgres.connection, 100_000)
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
  const alone = await refresh()
  const state = { isOver: false, rows: 0 }
  const removing = (async () => {
    for (const rule of ['revoked_access_tokens', 'session_tokens'])
      for (let from: string | null = null; !state.isOver;) {
        const removal = await store.expiry.remove(rule, from, idleSeconds, new Date())
        if (removal === 'busy') continue
        state.rows += removal.rows
        if (removal.next === null) break
        from = removal.next
      }
  })()
  const meanwhile = await refresh()
  state.isOver = true
  await removing
  return { alone, meanwhile, rows: state.rows }
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
  const about = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} at the start`
  say(about)
  const directory = mkdtempSync(join(tmpdir(), 'latchkey-growth-'))
  checkDisk(directory)
  const postgres = await startEmbeddedPostgres({ dataDir: directory })
  try {
    const service = await startMeasured('./subject.ts', [JSON.stringify(postgres.connection)])
    const stage = await setStage(service, await startLoad())
    const instruments = { load: await startLoad(), postgres: await watchPostgres(postgres.connection) }
    const targets = scenarioTargets(service, stage).filter(({ name }) => measured.test(name))
    // One revocation, for others to be copied from.
    const store = await openStore({ connection: postgres.connection })
    await store.accessTokens.revoke('the first', new Date(Date.now() + 86_400_000))
    const costs: Costs[] = []
    for (const [index, size] of sizes.entries()) {
      say(`growing to ${size.toLocaleString('en')} people ...`)
      await grow(postgres.connection, (sizes[index - 1] ?? 0) + 1, size)
      say('measuring ...')
      costs.push(await measureSize(targets, instruments))
    }
    say('removing what has expired ...')
    const { alone, meanwhile, rows } = await measureExpiry(service, stage, store, postgres)
    await store.close()
    const slower = meanwhile / alone
    const expiry = `p99 of a refresh: ${alone.toFixed(1)} ms alone, ${meanwhile.toFixed(1)} ms while ${rows} expired rows were removed in batches, × ${slower.toFixed(2)} (≤ ${mostSlower}: ${slower <= mostSlower ? 'met' : 'missed'})`
    const text = [about, markdownRows(tableOf(costs)), expiry].join('\n\n')
    say(`\n${text}`)
    writePart('growth', text)
  } finally {
    await endChildren()
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

await run()
