import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorCodes } from '#src/domain/explanations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const get = (path: string) => send(service.url, { method: 'GET', path, headers: {} })

describe('getErrorDocs', () => {
  it('leads to the page of every code', async () => {
    const page = await get('/docs/errors')
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    for (const code of errorCodes) expect(page.text).toContain(`<a href="/docs/errors/${code}">`)
  })
})
