import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const get = (path: string) => send(service.url, { method: 'GET', path, headers: {} })

describe('getLlms', () => {
  it('lists every page as Markdown, to be kept until it changes', async () => {
    const list = await get('/llms.txt')
    expect([list.status, list.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(list.text).toMatch(/^# Latchkey\n\n> /)
    expect(list.text).toContain(`](${service.url}/docs/reference.md)`)
    expect(list.headers['cache-control']).toBe('public, max-age=300')
    const known = { 'if-none-match': list.headers.etag as string }
    expect((await send(service.url, { method: 'GET', path: '/llms.txt', headers: known })).status).toBe(304)
  })
})
