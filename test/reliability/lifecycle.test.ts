import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getLiveness, listApps } from '../../client/index.ts'
import { openHome } from '#src/platform/postgres/home.ts'
import { tryLock, type Lock } from '#src/platform/postgres/lock.ts'
import { isPostmaster, readPostmaster } from '#src/platform/postgres/postmaster.ts'
import { password, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { createDatabase, type DatabaseAddress, type TestDatabase } from '#test/support/database.ts'
import { openFaultProxy } from '#test/support/faultProxy.ts'
import {
  databaseUrl,
  endPrograms,
  errorLine,
  expectOneLine,
  findFreePort,
  programs,
  stageOf,
  startProgram,
  startServiceProcess,
  type Program,
  type ServiceProcess,
} from '#test/support/process.ts'

const secret = 'the secret of a test'
const inOrder = { status: 0, signal: null }
const root = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
const dataDir = join(root, 'data')
const lockedDir = join(root, 'locked')

let database: TestDatabase
let lock: Lock | null
let lockedOut: Program

beforeAll(async () => {
  database = await createDatabase()
  // Whoever meets this lock waits for half a minute, so it begins first and is looked at last.
  lock = tryLock(openHome(lockedDir, () => {}).startLock, 'exclusive')
  lockedOut = startProgram(programs.service, { LATCHKEY_DATA_DIR: lockedDir, PORT: '0' })
})

afterAll(async () => {
  await endPrograms()
  lock?.release()
  const pid = findPostgres()
  if (pid !== null) process.kill(pid, 'SIGKILL')
  rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  await database.drop()
})

const environmentOn = (address: DatabaseAddress) => ({
  DATABASE_URL: databaseUrl(address),
  LATCHKEY_SECRET: secret,
})

/** The pid of the PostgreSQL that runs on the data directory; null when none does. */
function findPostgres(): number | null {
  const data = join(dataDir, 'postgres', 'data')
  const pid = readPostmaster(data)?.pid ?? 0
  return isPostmaster(pid, data) ? pid : null
}

/**
 * Sends the head of a login and waits until the service has taken it (RFC 9110 §10.1.1): from here on the request is
 * under way, and it stays so until the returned function sends the body. The connection is one that is kept alive for
 * as long as the service likes, as a proxy's are.
 */
async function beginLogin({ port }: ServiceProcess, email: string) {
  const body = JSON.stringify({ email, password })
  const sent = request({
    agent: new Agent({ keepAlive: true }),
    host: '127.0.0.1',
    port,
    path: '/api/v1/auth/login',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length, expect: '100-continue' },
  })
  sent.flushHeaders()
  await once(sent, 'continue')
  return async () => {
    sent.end(body)
    const [answer] = await once(sent, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk)
    return { status: answer.statusCode as number, body: JSON.parse(Buffer.concat(chunks).toString()) }
  }
}

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    '%s lets a login that is under way finish, takes no new one, and ends with 0 at once',
    async (signal) => {
      // A hash of some hundred milliseconds, all of them after the signal.
      const slow = { LATCHKEY_PASSWORD_MEMORY_KIB: '65536', LATCHKEY_PASSWORD_PASSES: '5' }
      const service = await startServiceProcess({ ...environmentOn(database.connection), ...slow })
      const person = await signUp(stageOf(service))
      const finish = await beginLogin(service, person.email)

      const ending = service.end(signal)
      await service.says(/finishing what is under way/)
      const isAccepting = async () => (await getLiveness({ client: service.as() })).response !== undefined
      await expect.poll(isAccepting, { timeout: 5_000 }).toBe(false)
      const answer = await finish()
      expect(answer).toMatchObject({ status: 200, body: { user: { email: person.email }, expires_in: 3600 } })
      const answered = performance.now()
      expect(await ending).toEqual(inOrder)
      expect(performance.now() - answered).toBeLessThan(3_000)
      expect(service.said()).not.toMatch(errorLine)
    },
  )
})

describe('what keeps the service from starting is one line', () => {
  it('when the port is taken, which names it', async () => {
    const port = await findFreePort()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    const service = startProgram(programs.service, {
      ...environmentOn(database.connection),
      PORT: String(port),
    })
    expect(await expectOneLine(service)).toMatch(new RegExp(`port ${port} .*taken.*PORT`))
    other.close()
  })

  it.each(['service', 'command'] as const)('when nothing listens at the database (%s)', async (name) => {
    const url = `postgresql://latchkey:hunter2@127.0.0.1:${await findFreePort()}/latchkey`
    const environment = { DATABASE_URL: url, LATCHKEY_SECRET: secret, PORT: '0' }
    const program = startProgram(programs[name], environment, name === 'command' ? ['migrate'] : [])
    const line = await expectOneLine(program)
    expect(line).toMatch(/DATABASE_URL.*ECONNREFUSED/)
    expect(line).not.toContain('hunter2')
  })

  it('when the server has no such database', async () => {
    const url = databaseUrl(database.connection).replace(/latchkey_test_\w+/, 'latchkey_absent')
    const environment = { DATABASE_URL: url, LATCHKEY_SECRET: secret, PORT: '0' }
    expect(await expectOneLine(startProgram(programs.service, environment))).toMatch(/DATABASE_URL.*3D000/)
  })

  it('when the database accepts and says nothing', async () => {
    const proxy = await openFaultProxy(database.connection)
    await proxy.set('frozen')
    const begun = performance.now()
    const environment = { ...environmentOn(proxy.connection), PORT: '0' }
    expect(await expectOneLine(startProgram(programs.service, environment))).toMatch(/DATABASE_URL/)
    expect(performance.now() - begun).toBeLessThan(8_000)
    await proxy.close()
  })

  it('when a file is at the place of the data directory', async () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    const line = await expectOneLine(startProgram(programs.service, { LATCHKEY_DATA_DIR: file, PORT: '0' }))
    expect(line).toMatch(/LATCHKEY_DATA_DIR/)
  })
})

describe('a bad configuration', () => {
  it('is refused with every mistake at once, and shows no secret', async () => {
    const service = startProgram(programs.service, {
      PORT: 'many',
      LATCHKEY_ISSUER: 'http://auth.example.com',
      LATCHKEY_PROFILE: 'lax',
      LATCHKEY_SECERT: secret,
      DATABASE_URL: 'mysql://latchkey:hunter2@db/latchkey',
    })
    expect(await service.ended).toEqual({ status: 1, signal: null })
    const lines = service.complained().trimEnd().split('\n')
    const mistakes = [
      /^latchkey: LATCHKEY_SECERT is not a setting.*LATCHKEY_SECRET/,
      /^latchkey: PORT must be a whole number/,
      /^latchkey: LATCHKEY_ISSUER must start with https/,
      /^latchkey: LATCHKEY_PROFILE must be one of/,
      /^latchkey: DATABASE_URL must be a URL that starts with postgres/,
    ]
    expect(lines).toHaveLength(mistakes.length)
    for (const mistake of mistakes) expect(lines).toContainEqual(expect.stringMatching(mistake))
    expect(service.said()).not.toMatch(/hunter2|the secret/)
  })
})

// One data directory through its life: each test begins where the one before has ended.
describe('on one data directory of its own', () => {
  let port: number
  let service: ServiceProcess
  let person: Person

  /** The service with nothing configured but where its data is. The same port is the same issuer. */
  const startLife = () => startServiceProcess({ LATCHKEY_DATA_DIR: dataDir, PORT: String(port) })

  it('the first start makes everything from nothing', async () => {
    port = await findFreePort()
    service = await startLife()
    expect(service.said()).toMatch(/creating the database/)
    expect(service.said()).toMatch(/migrated the database/)
    person = await signUp(stageOf(service))
    await registerTestApp(stageOf(service), person)
    expect(findPostgres()).not.toBeNull()
  })

  it('an orderly end leaves no PostgreSQL behind', async () => {
    expect(await service.end('SIGTERM')).toEqual(inOrder)
    expect(findPostgres()).toBeNull()
  })

  it('the second start keeps accounts, apps and sessions', async () => {
    service = await startLife()
    expect(service.said()).not.toMatch(/creating|migrated/)
    expect(await signIn(stageOf(service), person.email)).toMatch(/./)
    const { data: apps } = await listApps({ client: service.as(person.token) })
    expect(apps).toHaveLength(1)
  })

  it('latchkey migrate runs beside the service', async () => {
    const pid = findPostgres()
    const command = startProgram(programs.command, { LATCHKEY_DATA_DIR: dataDir }, ['migrate'])
    expect(await command.ended).toEqual(inOrder)
    expect(command.said()).toBe('the database is up to date\n')
    expect(findPostgres()).toBe(pid)
    expect(await signIn(stageOf(service), person.email)).toMatch(/./)
  })

  it('a second process joins the running PostgreSQL, both serve, and the last one stops it', async () => {
    const pid = findPostgres()
    const second = await startServiceProcess({ LATCHKEY_DATA_DIR: dataDir })
    expect(findPostgres()).toBe(pid)
    const other = await signUp(stageOf(second))
    expect(await signIn(stageOf(service), other.email)).toMatch(/./)
    expect(await service.end('SIGTERM')).toEqual(inOrder)
    expect(findPostgres()).toBe(pid)
    expect(await signIn(stageOf(second), person.email)).toMatch(/./)
    expect(await second.end('SIGTERM')).toEqual(inOrder)
    expect(findPostgres()).toBeNull()
  })

  it('latchkey migrate without a service starts PostgreSQL and stops it again', async () => {
    const command = startProgram(programs.command, { LATCHKEY_DATA_DIR: dataDir }, ['migrate'])
    expect(await command.ended).toEqual(inOrder)
    expect(findPostgres()).toBeNull()
  })

  it('after a kill -9 the next start takes over the PostgreSQL that was left, and stops it at its end', async () => {
    service = await startLife()
    const pid = findPostgres()
    expect(await service.end('SIGKILL')).toEqual({ status: null, signal: 'SIGKILL' })
    expect(findPostgres()).toBe(pid)
    service = await startLife()
    expect(findPostgres()).toBe(pid)
    expect(await signIn(stageOf(service), person.email)).toMatch(/./)
    expect(await service.end('SIGINT')).toEqual(inOrder)
    expect(findPostgres()).toBeNull()
  })
})

describe('a data directory that another process keeps locked', () => {
  it('is one line after half a minute, and nothing waits for ever', async () => {
    expect(lock).not.toBeNull()
    const line = await expectOneLine(lockedOut)
    expect(line).toMatch(/has been starting or stopping PostgreSQL .* for 30 s: .*DATABASE_URL/)
  }, 45_000)
})

describe('the libraries of OpenTelemetry', () => {
  // Says which modules are loaded, before the program's first one is.
  const witness = `import { registerHooks } from 'node:module'
    const seen = (url, context, next) => {
      if (url.includes('/@opentelemetry/')) process._rawDebug('loaded ' + url)
      return next(url, context)
    }
    registerHooks({ load: seen })`
  const options = `--import data:text/javascript,${encodeURIComponent(witness)}`

  it.each([
    ['are not loaded where no traces are collected', {}, false],
    ['are loaded where they are', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' }, true],
  ])('%s', async (_name, environment, isLoaded) => {
    const service = await startServiceProcess({
      ...environmentOn(database.connection),
      ...environment,
      NODE_OPTIONS: options,
    })
    await signUp(stageOf(service))
    expect(await service.end('SIGTERM')).toEqual(inOrder)
    expect(service.complained().includes('loaded ')).toBe(isLoaded)
  })
})
