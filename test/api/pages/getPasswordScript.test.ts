import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('getPasswordScript', () => {
  it('shows passwords and calls nobody', async () => {
    const response = await fetch(`${service.url}/assets/password.js`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const script = await response.text()
    expect(script).toContain("import('./password-strength.js')")
    expect(script).not.toMatch(/fetch\(|XMLHttpRequest|sendBeacon|eval\(|localStorage|document\.cookie/)
    expect(script).not.toMatch(/^\s*\/\//m)
  })
})
