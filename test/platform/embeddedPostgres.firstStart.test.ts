import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startEmbeddedPostgres } from '#src/platform/embeddedPostgres.ts'
import {
  CHILD,
  dataOf,
  findPid,
  isRoot,
  isRunning,
  makeFolder,
  query,
  spawnProcess,
  start,
} from '#test/platform/embeddedPostgres.processes.ts'

const NOBODY = 65534
const root = makeFolder()

describe('embedded PostgreSQL, first start', { timeout: 30_000 }, () => {
  it('of two processes at once ends with both on the same server', async () => {
    const dataDir = join(root, 'twins')
    const twins = [spawnProcess(dataDir), spawnProcess(dataDir)]
    const [one, other] = await Promise.all(twins.map((twin) => twin.joined()))
    expect([one, other].filter((each) => each?.started)).toHaveLength(1)
    expect(one?.connection).toEqual(other?.connection)
    expect(one && (await query(one.connection, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    const pid = findPid(dataDir)
    await Promise.all(twins.map((twin) => twin.stop()))
    expect(isRunning(dataDir, pid)).toBe(false)
  })

  it('that was killed half-way leaves nothing half made', async () => {
    const dataDir = join(root, 'killed')
    const victim = spawnProcess(dataDir)
    expect(await victim.next()).toMatchObject({ event: 'progress' })
    await victim.kill()
    expect(existsSync(dataOf(dataDir))).toBe(false)
    const postgres = await start(dataDir)
    expect((await query(postgres.connection, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    expect(readdirSync(join(dataDir, 'postgres')).filter((name) => name.startsWith('data'))).toEqual(['data'])
  })

  it('that may not create says that the data are gone, and creates nothing', async () => {
    const dataDir = join(root, 'gone')
    await expect(startEmbeddedPostgres({ dataDir, mayCreate: false })).rejects.toThrow(/is gone: restore it/)
    expect(existsSync(dataOf(dataDir))).toBe(false)
  })

  it('in a path too long for a socket puts the socket into a private temporary folder', async () => {
    const dataDir = join(root, 'deep'.repeat(15), 'deeper'.repeat(15), 'data')
    const postgres = await start(dataDir)
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const { host } = postgres.connection
    expect(Buffer.byteLength(host)).toBeLessThan(90)
    expect(lstatSync(host)).toMatchObject({ uid: statSync(dataOf(dataDir)).uid })
    expect(lstatSync(host).mode & 0o777).toBe(0o700)
    expect((await query(postgres.connection, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    await postgres.stop()
    expect(existsSync(host)).toBe(false)
  })

  it.skipIf(!isRoot)(
    'by root under a 0700 folder goes where its user can reach it, and says so',
    async () => {
      const clone = join(root, 'closed', 'clone')
      mkdirSync(clone, { recursive: true })
      chmodSync(dirname(clone), 0o700)
      const dataDir = join(clone, '.latchkey')
      const lines: string[] = []
      const postgres = await startEmbeddedPostgres({ dataDir, progress: (line) => lines.push(line) })
      const elsewhere = dirname(realpathSync(join(dataDir, 'postgres')))
      onTestFinished(async () => {
        await postgres.stop()
        rmSync(elsewhere, { recursive: true })
      })
      expect(elsewhere).toMatch(/^\/var\/lib\/latchkey\/[0-9a-f]{16}$/)
      expect(lines.join(' ')).toContain(elsewhere)
      expect(statSync(dataOf(dataDir)).uid).not.toBe(0)
      expect((await query(postgres.connection, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
      await postgres.stop()
      const again = await start(dataDir)
      expect(realpathSync(dataOf(dataDir))).toBe(join(elsewhere, 'postgres', 'data'))
      expect(again.started).toBe(true)
    },
  )

  // Not in a clone under root's closed home, where nobody else can run Node.
  const look = `require('node:fs').accessSync(${JSON.stringify(CHILD)})`
  const canBeNobody = isRoot && spawnSync(process.execPath, ['-e', look], { uid: NOBODY }).status === 0

  it.skipIf(!canBeNobody)('by an ordinary user runs as that user, and as him again under root', async () => {
    const dataDir = join(root, 'ordinary')
    mkdirSync(dataDir, { mode: 0o700 })
    chownSync(dataDir, NOBODY, NOBODY)
    const ordinary = spawnProcess(dataDir, NOBODY)
    expect(await ordinary.joined()).toMatchObject({ started: true })
    expect(statSync(dataOf(dataDir)).uid).toBe(NOBODY)
    await ordinary.stop()
    const postgres = await start(dataDir)
    expect(statSync(join(postgres.connection.host, '.s.PGSQL.5432')).uid).toBe(NOBODY)
    await postgres.stop()
    const again = spawnProcess(dataDir, NOBODY)
    expect(await again.joined()).toMatchObject({ started: true })
    expect(await again.stop()).toBe(0)
  })
})
