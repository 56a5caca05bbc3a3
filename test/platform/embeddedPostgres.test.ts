import { spawn } from 'node:child_process'
import { chownSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startEmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import { PostgresStartError } from '#src/platform/postgres/error.ts'
import { tryLock } from '#src/platform/postgres/lock.ts'
import {
  dataOf,
  findPid,
  isRunning,
  makeFolder,
  query,
  spawnProcess,
  start,
} from '#test/platform/embeddedPostgres.processes.ts'

const refusal = (dataDir: string) => startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error)

const root = makeFolder()

describe('embedded PostgreSQL', { timeout: 30_000 }, () => {
  const dataDir = join(root, 'shared')

  it('makes a database at the first start, behind a socket that only its owner reaches', async () => {
    const postgres = await start(dataDir)
    expect(postgres.started).toBe(true)
    const answer = await query(
      postgres.connection,
      `SELECT 1 AS one, current_setting('listen_addresses') AS addresses, current_setting('fsync') AS fsync,
        current_setting('server_encoding') AS encoding, lower('ÄÖ') AS lower`,
    )
    expect(answer.rows).toEqual([{ one: 1, addresses: '', fsync: 'on', encoding: 'UTF8', lower: 'äö' }])
    expect(statSync(postgres.connection.host).mode & 0o777).toBe(0o700)
    expect(statSync(dataOf(dataDir)).mode & 0o777).toBe(0o700)
  })

  it('keeps its data, and leaves neither process nor lock behind when stopped', async () => {
    const first = await start(dataDir)
    await query(first.connection, 'CREATE TABLE kept (word text)')
    await query(first.connection, `INSERT INTO kept VALUES ('here')`)
    const pid = findPid(dataDir)
    await first.stop()
    await first.stop()
    expect(isRunning(dataDir, pid)).toBe(false)
    for (const name of ['start.lock', 'users.lock']) {
      const lock = tryLock(join(dataDir, 'postgres', name), 'exclusive')
      expect(lock).not.toBeNull()
      lock?.release()
    }
    const second = await start(dataDir)
    expect(second.started).toBe(true)
    expect((await query(second.connection, 'SELECT word FROM kept')).rows).toEqual([{ word: 'here' }])
  })

  it('is joined by a second process, and stopped by whichever of them leaves last', async () => {
    const starter = spawnProcess(dataDir)
    const { started, connection } = await starter.joined()
    const joiner = spawnProcess(dataDir)
    const joined = await joiner.joined()
    expect([started, joined.started]).toEqual([true, false])
    expect(joined.connection).toEqual(connection)
    const pid = findPid(dataDir)
    expect(await starter.stop()).toBe(0)
    expect(isRunning(dataDir, pid)).toBe(true)
    expect((await query(connection, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect(await joiner.stop()).toBe(0)
    expect(isRunning(dataDir, pid)).toBe(false)
  })

  it('survives the kill -9 of its process, and the next start adopts it', async () => {
    const victim = spawnProcess(dataDir)
    await victim.joined()
    const pid = findPid(dataDir)
    await victim.kill()
    expect(isRunning(dataDir, pid)).toBe(true)
    const heir = await start(dataDir)
    expect(heir.started).toBe(false)
    expect(findPid(dataDir)).toBe(pid)
    expect((await query(heir.connection, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await heir.stop()
    expect(isRunning(dataDir, pid)).toBe(false)
  })

  it('is not reached by a Ctrl-C in the terminal of its process', async () => {
    const starter = spawnProcess(dataDir)
    const { connection } = await starter.joined()
    await starter.interruptGroup()
    expect((await query(connection, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect((await start(dataDir)).started).toBe(false)
  })

  it('comes back with every acknowledged row after its own kill -9', async () => {
    const before = await start(dataDir)
    await query(before.connection, `INSERT INTO kept VALUES ('acknowledged')`)
    const pid = findPid(dataDir)
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => isRunning(dataDir, pid)).toBe(false)
    const after = await start(dataDir)
    expect(after.started).toBe(true)
    const kept = await query(after.connection, `SELECT word FROM kept WHERE word = 'acknowledged'`)
    expect(kept.rows).toHaveLength(1)
    // Who was there before the crash still counts as a user of what runs now.
    await after.stop()
    expect(isRunning(dataDir, findPid(dataDir))).toBe(true)
    await before.stop()
    expect(findPid(dataDir)).toBe(0)
  })

  it('starts although the pid of a killed predecessor was given to a stranger, whom it leaves alone', async () => {
    const { uid, gid } = statSync(dataOf(dataDir))
    const stranger = spawn('sleep', ['60'], { uid, gid, stdio: 'ignore' })
    onTestFinished(() => void stranger.kill())
    const pidFile = join(dataOf(dataDir), 'postmaster.pid')
    const socket = join(dataDir, 'postgres', 'socket')
    writeFileSync(pidFile, `${stranger.pid}\n${dataOf(dataDir)}\n1\n5432\n${socket}\n\n`, { mode: 0o600 })
    chownSync(pidFile, uid, gid)
    const postgres = await start(dataDir)
    expect(postgres.started).toBe(true)
    await postgres.stop()
    expect(stranger.exitCode).toBeNull()
    expect(stranger.signalCode).toBeNull()
  })

  it('says what its log says when it dies while starting', async () => {
    const file = join(dataOf(dataDir), 'postgresql.auto.conf')
    const original = readFileSync(file)
    writeFileSync(file, 'no_such_setting = on\n')
    const error = await refusal(dataDir)
    writeFileSync(file, original)
    expect(error).toBeInstanceOf(PostgresStartError)
    expect(String(error)).toMatch(/ended while starting: FATAL: .*contains errors.*postgres\.log/)
    expect(String(error)).not.toContain('\n')
  })

  it('says what to do about data of another major version, and does not touch them', async () => {
    const file = join(dataOf(dataDir), 'PG_VERSION')
    const original = readFileSync(file)
    writeFileSync(file, '12\n')
    const error = await refusal(dataDir)
    writeFileSync(file, original)
    expect(error).toBeInstanceOf(PostgresStartError)
    expect(String(error)).toMatch(/made by PostgreSQL 12 .*dump it .*move .* away .*DATABASE_URL/)
    expect(String(error)).not.toContain('\n')
  })

  it('writes no value of a failed statement to its log', async () => {
    const postgres = await start(dataDir)
    await query(postgres.connection, 'CREATE TABLE person (email text UNIQUE)')
    const insert = `INSERT INTO person VALUES ('someone@example.com')`
    await query(postgres.connection, insert)
    await expect(query(postgres.connection, insert)).rejects.toMatchObject({ code: '23505' })
    await postgres.stop()
    const log = readFileSync(join(dataDir, 'postgres', 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key value')
    expect(log).not.toContain('someone@example.com')
  })
})
