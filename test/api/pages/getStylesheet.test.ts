import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('getStylesheet', () => {
  it('is CSS that may be kept, for light and dark, and loads nothing', async () => {
    const response = await fetch(`${service.url}/assets/latchkey.css`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const css = await response.text()
    expect(css).toContain('prefers-color-scheme: dark')
    expect(css).not.toMatch(/url\(|@import/)
  })

  it('is not sent again to whoever has it', async () => {
    const { headers } = await fetch(`${service.url}/assets/latchkey.css`)
    const again = await fetch(`${service.url}/assets/latchkey.css`, {
      headers: { 'if-none-match': headers.get('etag')! },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})
