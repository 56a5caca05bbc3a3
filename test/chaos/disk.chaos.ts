import { spawnSync } from 'node:child_process'
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getLiveness, getReadiness } from '../../client/index.ts'
import { status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startHistory } from '#test/support/history.ts'
import { findBreaches } from '#test/support/invariants.ts'
import { expectCalm, isServed, prepareWorkload, startLoad, type Workload } from '#test/support/load.ts'
import { createPostgres, type OwnPostgres } from '#test/support/postgres.ts'
import { databaseUrl, endPrograms, startServiceProcess, type ServiceProcess } from '#test/support/process.ts'
import { longOrShort, pass } from './duration.ts'

/** Room for a cluster and some of its log. */
const diskMiB = 192

const disk = mkdtempSync(join(tmpdir(), 'latchkey-disk-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMiB}m`, 'tmpfs', disk])
/** Why these tests are skipped; null where they can run. */
const diskMissing = mounted.status === 0 ? null : 'skipped: this user may not mount a small disk here'

let postgres: OwnPostgres
let service: ServiceProcess
let works: readonly Workload[]
const history = startHistory()

beforeAll(async () => {
  if (diskMissing !== null) return
  chmodSync(disk, 0o755)
  postgres = await createPostgres({ max_wal_size: '48MB', min_wal_size: '32MB' }, disk)
  service = await startServiceProcess({
    DATABASE_URL: databaseUrl(postgres.connection),
    LATCHKEY_SECRET: 'the secret of a test',
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
    LOG_LEVEL: 'warn',
  })
  const watched = history.watch(service, 'one node')
  works = await Promise.all([prepareWorkload(watched), prepareWorkload(watched)])
})

afterAll(async () => {
  if (diskMissing === null) {
    await endPrograms()
    await postgres.remove()
    spawnSync('umount', ['-l', disk])
  }
  rmSync(disk, { recursive: true, force: true })
})

const ballast = join(disk, 'ballast')

/** Takes all the room that is left. */
function fillDisk(): void {
  const file = openSync(ballast, 'a')
  for (let size = 2 ** 20; size >= 512;) {
    try {
      if (writeSync(file, Buffer.alloc(size)) === size) continue
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOSPC') throw error
    }
    size /= 2
  }
  closeSync(file)
}

const emptyDisk = () => rmSync(ballast, { force: true })

const startEverything = () =>
  startLoad(
    works.flatMap((work) => Object.values(work)),
    20,
  )

/** The same process serves everything again; what it had acknowledged is there. */
async function expectRecovery(): Promise<void> {
  const readiness = async () => status(await getReadiness({ client: service.as() }))
  await expect.poll(readiness, { timeout: 5_000, interval: 50 }).toBe(200)
  const samples = await Promise.all(works.flatMap((work) => Object.values(work)).map((ask) => ask()))
  expect(samples.filter((each) => !isServed(each))).toEqual([])
  expect(findBreaches(history.entries)).toEqual([])
}

describe.skipIf(diskMissing !== null)(
  `a PostgreSQL whose disk is full${diskMissing === null ? '' : ` (${diskMissing})`}`,
  () => {
    it('for tables: what cannot be written is put off, nothing is lost, and it goes on once there is room', async () => {
      const load = startEverything()
      await pass(1)
      fillDisk()
      await pass(longOrShort(10, 3))
      expect(status(await getLiveness({ client: service.as() }))).toBe(200)
      emptyDisk()
      await pass(1)
      await load.stop()
      const notNow = load.samples.filter((each) => !isServed(each)).length
      process.stdout.write(`disk full: ${load.samples.length} asked, ${notNow} "not now"\n`)
      expectCalm(load.samples)
      await expectRecovery()
    })

    it('for its log: it goes down, and is back with everything acknowledged once there is room', async () => {
      const load = startEverything()
      await pass(1)
      fillDisk()
      // Every switch wants another file of 16 MB; the one that gets none ends the server.
      const down = async () => {
        for (let file = 0; file < 20; file += 1)
          await runAsAdmin(
            postgres.connection,
            `select pg_switch_wal(), pg_logical_emit_message(false, 'test', repeat('x', 100000))`,
          )
      }
      await expect(down()).rejects.toThrow()
      await pass(longOrShort(5, 1))
      emptyDisk()
      // What is left of it, if anything, ends; as whoever watches over it would see to.
      await postgres.kill()
      await postgres.start()
      await pass(1)
      await load.stop()
      const notNow = load.samples.filter((each) => !isServed(each)).length
      process.stdout.write(`log full: ${load.samples.length} asked, ${notNow} "not now"\n`)
      expectCalm(load.samples)
      expect(notNow).toBeGreaterThan(0)
      await expectRecovery()
    })
  },
)
