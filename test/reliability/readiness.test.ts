import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getJwks, getLiveness, getReadiness } from '../../client/index.ts'
import { unlessClockIsWrong } from '#src/startJobs.ts'
import { migrationsTable } from '#src/store/mikro/migrations.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const ask = () => getReadiness({ client: service.as() })

/** Expects "not now" from readiness, and life from everything that does without the database. */
async function expectNotReady(description: RegExp): Promise<void> {
  const answer = await ask()
  expect(expectRefused(answer, 503, 'temporarily_unavailable').error_description).toMatch(description)
  expect(Number(header(answer, 'retry-after'))).toBeGreaterThan(0)
  expect(status(await getLiveness({ client: service.as() }))).toBe(200)
  expect(status(await getJwks({ client: service.as() }))).toBe(200)
}

describe('readiness tells the truth', () => {
  it('when everything is there', async () => {
    expect((await ask()).data).toEqual({
      status: 'ready',
      checks: { database: 'ok', clock: 'ok', keys: 'ok' },
    })
  })

  it('when the tables of this version are not there', async () => {
    const rename = (from: string, to: string) =>
      runAsAdmin(service.database, `alter table ${from} rename to ${to}`)
    await rename(migrationsTable, 'elsewhere')
    await expectNotReady(/tables/)
    await rename('elsewhere', migrationsTable)
    expect(status(await ask())).toBe(200)

    const [last] = await runAsAdmin(
      service.database,
      `delete from ${migrationsTable} where id = (select max(id) from ${migrationsTable}) returning *`,
    )
    await expectNotReady(/tables/)
    const names = Object.keys(last!)
    const slots = names.map((_, index) => `$${index + 1}`)
    const insert = `insert into ${migrationsTable} (${names.join(', ')}) values (${slots.join(', ')})`
    await runAsAdmin(service.database, insert, Object.values(last!))
    expect(status(await ask())).toBe(200)
  })

  it('when an algorithm has lost its keys, until it has new ones', async () => {
    await runAsAdmin(service.database, "delete from signing_keys where algorithm = 'EdDSA'")
    service.clock.advance(11)
    await service.running.context.keys.refresh()
    await expectNotReady(/signing key/)
    await service.running.context.keys.maintain()
    expect(status(await ask())).toBe(200)
  })

  it('when the clock is half a minute off', async () => {
    service.clock.advance(31)
    await expectNotReady(/clock/)
    service.clock.advance(-31)
    expect(status(await ask())).toBe(200)
  })
})

describe('what cannot be taken back', () => {
  it('is left undone while the clock is wrong, which would take what lives for what has ended', async () => {
    const { context } = service.running
    const work = () => Promise.resolve('done')
    expect(await unlessClockIsWrong(context, work)).toBe('done')
    for (const seconds of [50, -100]) {
      service.clock.advance(seconds)
      expect(await unlessClockIsWrong(context, work)).toBeUndefined()
    }
    service.clock.advance(50)
    expect(await unlessClockIsWrong(context, work)).toBe('done')
    expect(service.log.filter((line) => line.includes('the clock of this machine is wrong'))).toHaveLength(2)
  })
})
