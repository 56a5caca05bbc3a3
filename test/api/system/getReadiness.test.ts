import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getReadiness } from '../../../client/index.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getReadiness', () => {
  it('says what was looked at', async () => {
    const answer = await getReadiness({ client: service.as() })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ status: 'ready', checks: { database: 'ok', clock: 'ok', keys: 'ok' } })
    expect(header(answer, 'cache-control')).toBe('no-store')
  })

  it.each([60, -60])(
    'sends traffic away while the clock is %i seconds off, and takes it back',
    async (seconds) => {
      service.clock.advance(seconds)
      const away = await getReadiness({ client: service.as() })
      expectRefused(away, 503, 'temporarily_unavailable')
      expect(Number(header(away, 'retry-after'))).toBeGreaterThan(0)
      service.clock.advance(-seconds)
      expect(status(await getReadiness({ client: service.as() }))).toBe(200)
    },
  )

  it('sends traffic away while the database cannot be asked, and tells nothing about it', async () => {
    await service.running.context.store.close()
    const away = await getReadiness({ client: service.as() })
    const refusal = expectRefused(away, 503, 'temporarily_unavailable')
    expect(refusal.error_description).not.toMatch(/sql|postgres|pool|connect|select/i)
    expect(Number(header(away, 'retry-after'))).toBeGreaterThan(0)
  })
})
