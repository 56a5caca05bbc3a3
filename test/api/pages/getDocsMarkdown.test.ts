import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const get = (path: string) => send(service.url, { method: 'GET', path, headers: {} })

describe('getDocsMarkdown', () => {
  it('is a page as it was written, with the issuer of this service', async () => {
    const page = await get('/docs/scopes.md')
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8'])
    expect(page.text).toMatch(/^# Scopes\n/)
    const quickstart = await get('/docs/quickstart-mobile.md')
    expect(quickstart.text).toContain(`const issuer = '${service.url}'`)
  })

  it('has none called otherwise', async () => {
    expect((await get('/docs/nothing.md')).status).toBe(404)
  })
})
