import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getReadiness } from '../../client/index.ts'
import { isPostmaster, readPostmaster } from '#src/platform/postgres/postmaster.ts'
import { status } from '#test/support/answers.ts'
import { expectCalm, isServed, prepareWorkload, startLoad } from '#test/support/load.ts'
import { endPrograms, startServiceProcess, type ServiceProcess } from '#test/support/process.ts'

const root = mkdtempSync(join(tmpdir(), 'latchkey-test-'))
const dataDir = join(root, 'data')
const data = join(dataDir, 'postgres', 'data')
const inOrder = { status: 0, signal: null }

let service: ServiceProcess

beforeAll(async () => {
  service = await startServiceProcess({ LATCHKEY_DATA_DIR: dataDir })
})

afterAll(async () => {
  await endPrograms()
  const pid = findPostgres()
  if (pid !== null) process.kill(pid, 'SIGKILL')
  rmSync(root, { recursive: true, force: true, maxRetries: 5 })
})

/** The pid of the PostgreSQL that runs on the data directory; null when none does. */
function findPostgres(): number | null {
  const pid = readPostmaster(data)?.pid ?? 0
  return isPostmaster(pid, data) ? pid : null
}

/** Ends it as the kernel does when memory is short, and tells its pid. */
function killPostgres(): number {
  const pid = findPostgres()
  expect(pid).not.toBeNull()
  process.kill(pid!, 'SIGKILL')
  return pid!
}

const askReadiness = async (asked: ServiceProcess) => status(await getReadiness({ client: asked.as() }))

/** Another process first, so that the death is not overlooked: a quick revival is over before anybody has seen a 503. */
async function expectBack(asked: ServiceProcess, killed: number): Promise<void> {
  await expect
    .poll(() => ![killed, null].includes(findPostgres()), { timeout: 8_000, interval: 20 })
    .toBe(true)
  await expect.poll(() => askReadiness(asked), { timeout: 5_000, interval: 50 }).toBe(200)
}

// One service through its life: each test begins where the one before has ended.
describe('an embedded PostgreSQL that dies under the service', () => {
  it('is back within seconds, twice, with everything that was acknowledged', async () => {
    const work = await prepareWorkload(service)
    for (let round = 1; round <= 2; round++) {
      const load = startLoad([work.refresh, work.login, work.list], 20)
      const killed = killPostgres()
      await expectBack(service, killed)
      await load.stop()
      expectCalm(load.samples)
      expect(isServed(await work.refresh())).toBe(true)
      expect(isServed(await work.login())).toBe(true)
    }
    expect(service.said()).toMatch(/PostgreSQL runs again/)
  })

  it('is not replaced by an empty one when its data is gone, and is back when the data is', async () => {
    const pid = findPostgres()
    expect(pid).not.toBeNull()
    // Before its end: the service may have seen that and begun within the time between two looks of ours.
    renameSync(data, join(root, 'aside'))
    process.kill(pid!, 'SIGKILL')
    await service.says(/could not be started again/)
    expect(existsSync(data)).toBe(false)
    expect(await askReadiness(service)).toBe(503)
    renameSync(join(root, 'aside'), data)
    await expect.poll(() => askReadiness(service), { timeout: 6_000, interval: 50 }).toBe(200)
  })

  it('is started once for two services, and ends with the last of them', async () => {
    const second = await startServiceProcess({ LATCHKEY_DATA_DIR: dataDir })
    const killed = killPostgres()
    await Promise.all([expectBack(service, killed), expectBack(second, killed)])
    const revived = findPostgres()
    expect(await service.end('SIGTERM')).toEqual(inOrder)
    expect(findPostgres()).toBe(revived)
    expect(await askReadiness(second)).toBe(200)
    expect(await second.end('SIGTERM')).toEqual(inOrder)
    expect(findPostgres()).toBeNull()
  })
})
