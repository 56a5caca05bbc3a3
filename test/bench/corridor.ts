import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '../../client/index.ts'
import { startEmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { obtainTokens, registerTestApp, signUp } from '#test/support/actors.ts'
import type { TestService } from '#test/support/service.ts'
import type { LoadOrder, LoadReport } from './load.ts'
import type { CpuUsed, Listening } from './measured.ts'
import { formatTable, type Measured, type Sample } from './table.ts'

/*
 * What the corridor costs beside bare Fastify. Counted is the CPU time of the server's process for each request, which
 * other load on the machine changes little; requests per second are shown too, and mean something on a quiet machine
 * only. All targets are measured in turn, round after round, so that a slow moment meets all of them alike. The process
 * of PostgreSQL and the one that makes the load are not counted.
 */

const rounds = 5
const connections = 8
const roundMs = 700
/** No round begins after this, however slow the machine is. */
const lastRoundMs = 45_000

type Server = { readonly child: ChildProcess; readonly url: URL }

/** A request that is measured, at its server; `floor` is the name of what it is compared with, itself included. */
type Target = Pick<Measured, 'name' | 'floor'> & { readonly server: Server; readonly request: string }

const children: ChildProcess[] = []
const directory = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
const begun = performance.now()

function start(script: string, words: readonly string[] = []): ChildProcess {
  const file = fileURLToPath(import.meta.resolve(script))
  const child = fork(file, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] })
  children.push(child)
  return child
}

async function startServer(script: string, words: readonly string[] = []): Promise<Server> {
  const child = start(script, words)
  const [{ url }] = (await answerOf(child)) as [Listening]
  return { child, url: new URL(url) }
}

/** The next message of a child; throws when it ends instead. */
async function answerOf(child: ChildProcess): Promise<unknown[]> {
  const listening = new AbortController()
  const { signal } = listening
  const end = once(child, 'exit', { signal }).then(([status]) => {
    throw new Error(`a child ended (${status})`)
  })
  try {
    return await Promise.race([once(child, 'message', { signal }), end])
  } finally {
    // The listener of whichever did not happen; its promise is nobody's any more.
    end.catch(() => {})
    listening.abort()
  }
}

async function ask<T>(child: ChildProcess, message: object): Promise<T> {
  const answer = answerOf(child)
  child.send(message)
  return (await answer)[0] as T
}

/** The bytes of a request over a connection that is kept alive. */
function requestBytes(
  line: string,
  { url }: Server,
  headers: Record<string, string> = {},
  body = '',
): string {
  const own = body === '' ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ host: url.host, ...own }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

async function measure(load: ChildProcess, { server, request }: Target): Promise<Sample> {
  const order: LoadOrder = {
    port: Number(server.url.port),
    request,
    status: 200,
    connections,
    milliseconds: roundMs,
  }
  const before = await ask<CpuUsed>(server.child, {})
  const report = await ask<LoadReport>(load, order)
  const after = await ask<CpuUsed>(server.child, {})
  if ('problem' in report) throw new Error(`${request.split('\r\n')[0]}: ${report.problem}`)
  return {
    cpuMicroseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / report.answers,
    perSecond: (report.answers / report.milliseconds) * 1000,
    p99: report.p99,
  }
}

/** Floors first, then what stands on them. */
async function prepareTargets(floor: Server, service: Server, quiet: Server): Promise<readonly Target[]> {
  const as = (token?: string) => createClient({ baseUrl: service.url.origin, token, retries: 0 })
  // Actors use nothing of a service but its client.
  const stage = { as } as TestService
  const person = await signUp(stage)
  const app = await registerTestApp(stage, person)
  const opaque = await registerTestApp(stage, person, { access_token_format: 'opaque' })
  const [jwtToken, opaqueToken] = [
    await obtainTokens(stage, person, app),
    await obtainTokens(stage, person, opaque),
  ]
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
  const json = { 'content-type': 'application/json' }
  const grant = { grant_type: 'client_credentials', client_id: app.app_id, client_secret: app.app_secret }
  const body = JSON.stringify(grant)
  const [get, post, signed] = ['bare GET', 'bare POST', 'bare POST + ES256']
  const at = (server: Server, line: string, headers?: Record<string, string>, text?: string) => ({
    server,
    request: requestBytes(line, server, headers, text),
  })
  return [
    { name: get, floor: get, ...at(floor, 'GET /constant') },
    { name: post, floor: post, ...at(floor, 'POST /echo', json, body) },
    { name: signed, floor: signed, ...at(floor, 'POST /sign', json, body) },
    { name: '/livez', floor: get, ...at(service, 'GET /livez') },
    { name: '/livez, no access log', floor: get, ...at(quiet, 'GET /livez') },
    { name: 'discovery', floor: get, ...at(service, 'GET /.well-known/openid-configuration') },
    { name: 'JWKS', floor: get, ...at(service, 'GET /.well-known/jwks.json') },
    { name: 'client_credentials', floor: signed, ...at(service, 'POST /oauth2/token', json, body) },
    {
      name: 'userinfo, JWT',
      floor: get,
      ...at(service, 'GET /oauth2/userinfo', bearer(jwtToken.access_token)),
    },
    {
      name: 'userinfo, opaque',
      floor: get,
      ...at(service, 'GET /oauth2/userinfo', bearer(opaqueToken.access_token)),
    },
  ]
}

async function run(say: (line: string) => void): Promise<void> {
  say(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`)
  say('starting the servers ...')
  const postgres = await startEmbeddedPostgres({ dataDir: directory })
  try {
    const address = JSON.stringify(postgres.connection)
    const floor = await startServer('./floor.ts')
    const service = await startServer('./subject.ts', [address])
    const quiet = await startServer('./subject.ts', [address, 'warn'])
    const load = start('./load.ts')
    await answerOf(load)
    const targets = await prepareTargets(floor, service, quiet)
    const measured = targets.map(({ name, floor: compared }): Measured => ({
      name,
      floor: compared,
      samples: [],
    }))
    say('warming up ...')
    for (const target of targets) await measure(load, target)
    for (let round = 1; round <= rounds && performance.now() - begun < lastRoundMs; round += 1) {
      say(`round ${round} of ${rounds} ...`)
      for (const [index, target] of targets.entries())
        measured[index]?.samples.push(await measure(load, target))
    }
    say(`\n${formatTable(measured)}`)
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

await run((line) => process.stdout.write(`${line}\n`))
