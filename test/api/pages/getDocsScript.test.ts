import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getDocsScript', () => {
  it('serves the file itself, to be kept until it changes', async () => {
    const request = { method: 'GET', path: '/docs/reference.js', headers: {} }
    const file = await send(service.url, request)
    expect([file.status, file.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(file.headers['cache-control']).toBe('public, max-age=300')
    expect(file.text).toContain('/openapi.json')
    // It asks nobody else; the one address in it is what samples are written with, and is replaced.
    expect(file.text.replace("'http://localhost:8787', service", '')).not.toMatch(/https?:/)
    const known = { 'if-none-match': file.headers.etag as string }
    const again = await send(service.url, { ...request, headers: known })
    expect([again.status, again.text]).toEqual([304, ''])
  })
})
