import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { readPostmaster } from '#src/platform/postgres/postmaster.ts'
import { listApps } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { commandLineIn, jsonOf } from '#test/support/commandLine.ts'
import { createEmptyDatabase, runAsAdmin } from '#test/support/database.ts'
import {
  databaseUrl,
  endPrograms,
  stageOf,
  startServiceProcess,
  type ServiceProcess,
} from '#test/support/process.ts'

// Each step starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
const dataDir = join(folder, 'data')
const latchkey = commandLineIn({ LATCHKEY_DATA_DIR: dataDir })

let service: ServiceProcess
let person: Person

afterAll(async () => {
  await endPrograms()
  rmSync(folder, { recursive: true, force: true })
})

function postgresRuns(): boolean {
  return readPostmaster(join(dataDir, 'postgres', 'data')) !== null
}

describe('the database of a data directory', () => {
  it('is not made by a command that only looks', async () => {
    for (const words of [['users', 'ls'], ['auth', 'ls'], ['doctor']]) {
      const { status: ended, err, out } = await latchkey(words)
      expect(ended).toBe(1)
      expect(err + out).toContain(`there is no database in ${dataDir} yet`)
    }
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  })

  it('is that of the service that runs on it', async () => {
    service = await startServiceProcess({ LATCHKEY_DATA_DIR: dataDir })
    person = await signUp(stageOf(service))
    await registerTestApp(stageOf(service), person)
    const [user] = await jsonOf(latchkey(['users', 'ls', '--json']))
    expect(user.email).toBe(person.email)
    const words = ['auth', 'add', person.email, '-n', 'beside', '-s', 'read', '--json']
    const { secret } = await jsonOf(latchkey(words))
    expect(status(await listApps({ client: service.as(secret) }))).toBe(200)
  })

  it('is started for a command when the service does not run, and stopped after it', async () => {
    expect(await service.end('SIGTERM')).toEqual({ status: 0, signal: null })
    expect(postgresRuns()).toBe(false)
    expect(await jsonOf(latchkey(['users', 'show', person.email, '--json']))).toMatchObject({ apps: 1 })
    expect(postgresRuns()).toBe(false)
  })

  it('is left alone by the commands that need none', async () => {
    for (const words of [['--help'], ['config', 'print'], ['config', 'check']])
      expect((await latchkey(words)).status).toBe(0)
    expect(postgresRuns()).toBe(false)
  })
})

describe('a database that is behind this version', () => {
  it('is migrated by latchkey migrate and by no command that looks', async () => {
    const empty = await createEmptyDatabase()
    const line = commandLineIn({ DATABASE_URL: databaseUrl(empty.connection), LATCHKEY_DATA_DIR: dataDir })
    for (const words of [
      ['users', 'ls'],
      ['clients', 'ls', '--json'],
      ['keys', 'rotate'],
    ])
      expect(await line(words)).toMatchObject({
        status: 1,
        out: '',
        err: expect.stringMatching(/^latchkey: the database is behind .*: run latchkey migrate\n$/),
      })
    const tables = `select 1 from information_schema.tables where table_schema = 'public'`
    expect(await runAsAdmin(empty.connection, tables)).toEqual([])

    expect(await line(['migrate'])).toMatchObject({
      status: 0,
      out: expect.stringMatching(/the database is up to date\n$/),
    })
    expect(await jsonOf(line(['users', 'ls', '--json']))).toEqual([])
    expect((await line(['keys', 'ls'])).out).toContain('There is no key')
    await empty.drop()
  })
})
