import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const get = (path: string) => send(service.url, { method: 'GET', path, headers: {} })

describe('getErrorMarkdown', () => {
  it('is the page of a code as Markdown', async () => {
    const page = await get('/docs/errors/invalid_grant.md')
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8'])
    expect(page.text).toMatch(/^# `invalid_grant`\n\n\*\*Meaning\.\*\* /)
  })

  it('has none for a code that there is not', async () => {
    const page = await get('/docs/errors/no_such_code.md')
    expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  })
})
