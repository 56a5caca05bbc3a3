import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const get = (path: string) => send(service.url, { method: 'GET', path, headers: {} })

describe('getDocsPage', () => {
  it('shows a page with the issuer of this service in its code', async () => {
    const page = await get('/docs/quickstart-machine-to-machine')
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.text).toContain(`issuer: '${service.url}'`)
    expect(page.text).not.toContain('localhost:8787')
  })

  it.each(['nothing', 'README', '..%2Fconfiguration', '__proto__', 'index.html'])(
    'has none called %s',
    async (name) => {
      expect((await get(`/docs/${name}`)).status).toBe(404)
    },
  )
})
