import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { EmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { runLoop, startLoad, startMeasured, type Measured } from './children.ts'
import { measure } from './measure.ts'
import { writePart } from './page.ts'
import { watchPostgres } from './postgresCpu.ts'
import { alignRows, figure, markdownRows } from './report.ts'
import { form, json, type Request } from './request.ts'
import { scenarioTargets } from './scenarios.ts'
import { setStage, type Stage } from './stage.ts'
import type { Result, Target } from './target.ts'
import { createDatabase, machine, onPostgres } from './onPostgres.ts'

/*
 * Latchkey beside node-oidc-provider and better-auth: the same requests, on databases of the same PostgreSQL, in turn. They
 * are installed by themselves (`test/bench/rivals/package.json`) and configured as their documentation has it. What they
 * do is not quite the same everywhere; docs/performance.md says where.
 */

const rounds = 5
const warmUps = 3
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** A request of ours and the same one of a rival's, by name. */
type Pair = { readonly name: string; readonly ours: Target; readonly theirs: Target; readonly rival: string }

async function startRival(script: string, name: string, postgres: EmbeddedPostgres): Promise<Measured> {
  return startMeasured(script, [JSON.stringify(await createDatabase(postgres, name))])
}

const target = (server: Measured, prepare: Target['prepare'], more: Partial<Target> = {}): Target => ({
  name: '',
  server,
  count: 400,
  connections: 8,
  floor: null,
  most: null,
  prepare,
  ...more,
})
const same = (request: Request, status = 200) => {
  const requests = { kind: 'same' as const, request }
  return async () => ({ requests, status })
}

/** node-oidc-provider: tokens. */
async function tokenPairs(ours: readonly Target[], provider: Measured): Promise<readonly Pair[]> {
  const order = { loop: 'seed', count: 8, atOnce: 1, seeds: [] }
  const [secret = '', ...seeds] = (await runLoop(provider, order)).seeds
  const credentials = { client_id: 'bench', client_secret: secret }
  const post = (path: string, parameters: Readonly<Record<string, string>>): Request => ({
    line: `POST ${path}`,
    // It knows that a proxy in front of it speaks TLS.
    headers: { ...form, 'x-forwarded-proto': 'https' },
    body: new URLSearchParams({ ...credentials, ...parameters }).toString(),
  })
  const get = (path: string): Request => ({ line: `GET ${path}`, headers: { 'x-forwarded-proto': 'https' } })
  let chain = seeds
  const refresh = target(
    provider,
    async () => {
      const empty = post('/token', { grant_type: 'refresh_token' })
      const request = { ...empty, body: `${empty.body}&refresh_token={}` }
      return {
        requests: { kind: 'chain', request, seeds: chain },
        capture: '"refresh_token":"([^"]+)"',
      }
    },
    { heard: (captured) => void (chain = [...captured]) },
  )
  const pair = (name: string, theirs: Target): Pair => ({
    name,
    ours: ours.find((each) => each.name === name)!,
    theirs,
    rival: 'node-oidc-provider',
  })
  return [
    pair('discovery', target(provider, same(get('/.well-known/openid-configuration')))),
    pair('JWKS', target(provider, same(get('/jwks')))),
    pair(
      'client_credentials, JWT',
      target(provider, same(post('/token', { grant_type: 'client_credentials', scope: 'read' }))),
    ),
    pair('refresh', refresh),
  ]
}

/** better-auth: people. */
function peoplePairs(
  ours: readonly Target[],
  stage: Stage,
  service: Measured,
  auth: Measured,
): readonly Pair[] {
  const post = (path: string, body: object): Request => ({
    line: `POST /api/auth/${path}`,
    headers: { ...json, origin: 'http://127.0.0.1' },
    body: JSON.stringify(body),
  })
  const { password } = stage
  const person = { email: `${randomUUID()}@example.com`, password }
  const few = { count: 24 * availableParallelism(), connections: 2 * availableParallelism() }
  let cookie = ''
  const register = target(
    auth,
    async (count) => ({
      requests: {
        kind: 'each',
        requests: Array.from({ length: count }, () =>
          post('sign-up/email', { email: `${randomUUID()}@example.com`, password, name: 'Ann' }),
        ),
      },
    }),
    few,
  )
  let isRegistered = false
  const login = target(
    auth,
    async () => {
      const request = isRegistered
        ? post('sign-in/email', person)
        : post('sign-up/email', { ...person, name: 'Ann' })
      return { requests: { kind: 'same', request }, capture: 'set-cookie: ([^;]+);' }
    },
    { ...few, heard: ([first]) => void (cookie = first ?? cookie) },
  )
  // The first round registers the one who signs in from then on, once.
  const once: Target = {
    ...login,
    prepare: async (count) => {
      const prepared = await login.prepare(count)
      isRegistered = true
      return prepared
    },
  }
  const session = target(auth, async () => ({
    requests: { kind: 'same', request: { line: 'GET /api/auth/get-session', headers: { cookie } } },
  }))
  const ourSession = target(
    service,
    same({ line: 'GET /api/v1/session', headers: { authorization: `Bearer ${stage.person.token}` } }),
  )
  const find = (name: string) => ours.find((each) => each.name === name)!
  const rival = 'better-auth'
  return [
    { name: 'register', ours: find('register'), theirs: register, rival },
    { name: 'login', ours: find('login'), theirs: once, rival },
    { name: 'session', ours: ourSession, theirs: session, rival },
  ]
}

function rowsOf(pairs: readonly Pair[], results: readonly (readonly [Result, Result])[]) {
  const number = (value: number | null, digits = 0) => value?.toFixed(digits) ?? ''
  const cells = (result: Result) => [
    number(figure(result, ({ serverCpu }) => serverCpu)),
    number(figure(result, ({ databaseCpu }) => databaseCpu)),
    number(
      figure(result, ({ statements }) => statements),
      1,
    ),
    number(figure(result, ({ perSecond }) => perSecond)),
  ]
  const columns = ['server µs', 'database µs', 'statements', 'requests/s']
  const head = ['', ...columns, ...columns.map((column) => `their ${column}`), '× ours', 'beside']
  return [
    head,
    ...pairs.map(({ name, rival }, index) => {
      const [ours, theirs] = results[index]!
      const cpu = (result: Result) =>
        figure(result, ({ serverCpu, databaseCpu }) => serverCpu + (databaseCpu ?? 0))!
      return [name, ...cells(ours), ...cells(theirs), (cpu(theirs) / cpu(ours)).toFixed(2), rival]
    }),
  ]
}

async function run(): Promise<void> {
  const about = machine()
  say(about)
  await onPostgres(async (postgres) => {
    const service = await startMeasured('./subject.ts', [JSON.stringify(postgres.connection)])
    const provider = await startRival('./rivals/oidcProvider.mjs', 'oidc_provider', postgres)
    const auth = await startRival('./rivals/betterAuth.mjs', 'better_auth', postgres)
    const stage = await setStage(service, await startLoad())
    const ours = scenarioTargets(service, stage)
    const pairs = [...(await tokenPairs(ours, provider)), ...peoplePairs(ours, stage, service, auth)]
    const instruments = { load: await startLoad(), postgres: await watchPostgres(postgres.connection) }
    const results = pairs.map(({ ours: { name } }) => {
      const empty = (): Result => ({ name, floor: null, most: null, samples: [] })
      return [empty(), empty()] as const
    })
    for (let round = 1 - warmUps; round <= rounds; round++) {
      say(round > 0 ? `round ${round} of ${rounds} ...` : 'warming up ...')
      for (const [index, pair] of pairs.entries())
        for (const [side, each] of [pair.ours, pair.theirs].entries()) {
          const isFirst = round === 1 - warmUps
          const count = isFirst && pair.name === 'login' ? 1 : each.count
          const sample = await measure(each, instruments, count)
          if (round > 0) results[index]![side]!.samples.push(sample)
        }
    }
    const rows = rowsOf(pairs, results)
    say(`\n${alignRows(rows)}`)
    writePart('rivals', [about, markdownRows(rows)].join('\n\n'))
  })
}

await run()
