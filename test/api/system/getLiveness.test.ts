import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getLiveness } from '../../../client/index.ts'
import { header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getLiveness', () => {
  it('answers without a token, and nobody may keep the answer', async () => {
    const answer = await getLiveness({ client: service.as() })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ status: 'ok' })
    expect(header(answer, 'cache-control')).toBe('no-store')
  })

  it('does not look at the token that somebody sends along', async () => {
    const headers = { Authorization: 'Bearer nonsense', 'X-Auth-Token': 'other' }
    expect(status(await getLiveness({ client: service.as(), headers }))).toBe(200)
  })

  it('does not look at the database: it answers when the store is closed', async () => {
    await service.running.context.store.close()
    expect(status(await getLiveness({ client: service.as() }))).toBe(200)
  })
})
