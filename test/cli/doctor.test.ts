import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { commandLineIn, commandLineOf, jsonOf, type CommandLine } from '#test/support/commandLine.ts'
import { createEmptyDatabase, runAsAdmin } from '#test/support/database.ts'
import { startMailbox } from '#test/support/mailbox.ts'
import { databaseUrl, findFreePort } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'

// Each step starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

type Check = {
  readonly check: string
  readonly status: string
  readonly message: string
  readonly fix: string | null
}
type Report = { readonly ok: boolean; readonly checks: readonly Check[]; readonly tables: readonly object[] }

let service: TestService
let latchkey: CommandLine

beforeAll(async () => {
  service = await startService()
  latchkey = commandLineOf(service)
})

afterAll(() => service.stop())

/** What the doctor finds in an environment, by name. */
async function examine(
  line: CommandLine,
): Promise<{ readonly of: (check: string) => Check | undefined; report: Report; status: number | null }> {
  const { status, out, err } = await line(['doctor', '--json'])
  expect(err).toBe('')
  const report = JSON.parse(out) as Report
  return { of: (name) => report.checks.find(({ check }) => check === name), report, status }
}

describe('latchkey doctor', () => {
  it('finds everything in order beside a healthy service', async () => {
    const report = (await jsonOf(latchkey(['doctor', '--json']))) as Report
    expect(report.ok).toBe(true)
    expect(report.checks.map(({ check, status }) => `${status} ${check}`)).toEqual([
      'ok configuration',
      'ok issuer',
      'ok secret',
      'ok service',
      'ok database',
      'ok clock',
      'ok rights',
      'ok schema',
      'ok signing keys',
      'ok mail',
      'ok redis',
    ])
    expect(report.tables).toContainEqual(
      expect.objectContaining({ name: 'users', bytes: expect.any(Number) }),
    )
    const { status, out } = await latchkey(['doctor'])
    expect(status).toBe(0)
    expect(out).toMatch(/^ok +configuration +every setting/)
    expect(out).toMatch(/\nTABLE +ROWS \(ABOUT\) +SIZE\n/)
  })

  it('says of an empty database that it has to be migrated', async () => {
    const empty = await createEmptyDatabase()
    const line = commandLineOf({ config: service.config, database: empty.connection })
    const { of, report, status } = await examine(line)
    expect({ status, ok: report.ok }).toEqual({ status: 1, ok: false })
    expect(of('schema')).toMatchObject({ status: 'fail', fix: 'run latchkey migrate' })
    expect(of('signing keys')).toBeUndefined()
    await empty.drop()
  })

  it('tells a database that is away, one that is newer, and one whose role may not do enough', async () => {
    const port = await findFreePort()
    const gone = commandLineIn({ DATABASE_URL: `postgresql://someone:hunter2@127.0.0.1:${port}/none` })
    const { of, status } = await examine(gone)
    expect(status).toBe(1)
    expect(of('database')).toMatchObject({ status: 'fail', message: expect.stringContaining('DATABASE_URL') })
    expect(JSON.stringify(of('database'))).not.toContain('hunter2')

    const { database, config } = service
    await runAsAdmin(
      database,
      `insert into latchkey_migrations (name) values ('Migration29991231000000_later')`,
    )
    const newer = await examine(latchkey)
    const refused = await latchkey(['users', 'ls'])
    await runAsAdmin(database, `delete from latchkey_migrations where name like '%_later'`)
    expect(newer.of('schema')).toMatchObject({ status: 'fail', message: expect.stringContaining('newer') })
    expect(refused).toMatchObject({ status: 1, out: '', err: expect.stringContaining('newer version') })

    if (!('host' in database)) return
    const role = `reader_${database.database}`
    await runAsAdmin(database, `create role ${role} login`)
    await runAsAdmin(database, `grant select on all tables in schema public to ${role}`)
    const url = databaseUrl({ ...database, user: role })
    const poor = await examine(commandLineOf({ config, database }, { DATABASE_URL: url }))
    await runAsAdmin(database, `drop owned by ${role}`)
    await runAsAdmin(database, `drop role ${role}`)
    expect(poor.of('rights')).toMatchObject({ status: 'fail', message: expect.stringContaining('users') })
  })

  it('tells keys that the secret at hand does not open, and keys that nobody rotates', async () => {
    const stranger = commandLineOf(service, { LATCHKEY_SECRET: 'n1kWm3yYv0cXQ7dQ4mZr8tPz5uLbG2ae' })
    const { of, status } = await examine(stranger)
    expect(status).toBe(1)
    expect(of('signing keys')).toMatchObject({
      status: 'fail',
      fix: expect.stringContaining('LATCHKEY_SECRET'),
    })

    const shift = (days: number) =>
      runAsAdmin(
        service.database,
        `update signing_keys set status_since = status_since - interval '${days} days'`,
      )
    await shift(100)
    const old = await examine(latchkey)
    await shift(-100)
    expect(old.of('signing keys')).toMatchObject({
      status: 'warn',
      message: expect.stringContaining('100 days'),
    })
    expect(old.status).toBe(0)
  })

  it('speaks to the mail server and to Redis', async () => {
    const mailbox = await startMailbox()
    const here = await examine(commandLineOf(service, { SMTP_URL: mailbox.url }))
    expect(here.of('mail')).toMatchObject({ status: 'ok', message: expect.stringContaining('this machine') })
    expect(mailbox.mails).toHaveLength(0)
    await mailbox.stop()
    const port = await findFreePort()
    const gone = await examine(
      commandLineOf(service, {
        SMTP_URL: `smtp://me:hunter2@127.0.0.1:${port}`,
        REDIS_URL: `redis://:hunter2@127.0.0.1:${port}`,
      }),
    )
    expect(gone.of('mail')).toMatchObject({ status: 'fail', fix: expect.stringContaining('SMTP_URL') })
    expect(gone.of('redis')).toMatchObject({ status: 'warn', fix: expect.stringContaining('REDIS_URL') })
    expect(JSON.stringify(gone.report)).not.toContain('hunter2')
  })

  it('gives up on servers that accept and say nothing', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const { of } = await examine(
      commandLineOf(service, {
        PORT: String(port),
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        REDIS_URL: `redis://127.0.0.1:${port}`,
      }),
    )
    silent.close()
    expect(of('service')).toMatchObject({ status: 'warn' })
    expect(of('mail')).toMatchObject({ status: 'fail' })
    expect(of('redis')).toMatchObject({ status: 'warn' })
  })

  it('names every mistake of the settings', async () => {
    const { report, status } = await examine(
      commandLineIn({ LATCHKEY_ISSUER: 'http://auth.example.com', PORT: 'x' }),
    )
    expect(status).toBe(1)
    expect(report.checks.map(({ check }) => check)).toEqual(['configuration', 'configuration'])
  })
})
