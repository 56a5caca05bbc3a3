import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { passwordStrength } from '../../../client/index.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('getPasswordStrengthScript', () => {
  it('estimates what the SDK estimates, and calls nobody', async () => {
    const response = await fetch(`${service.url}/assets/password-strength.js`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const script = await response.text()
    const own = `data:text/javascript,${encodeURIComponent(script)}`
    const { passwordStrength: served } = (await import(own)) as { passwordStrength: typeof passwordStrength }
    for (const text of [
      'short',
      'password123',
      'correct horse battery staple',
      'aaaaaaaaaaaa',
      '  ',
      '𝒳'.repeat(9),
    ])
      expect(served(text, { email: 'ann@example.com' })).toEqual(
        passwordStrength(text, { email: 'ann@example.com' }),
      )
    expect(script).not.toMatch(/fetch\(|XMLHttpRequest|sendBeacon|eval\(|localStorage|document\.cookie/)
    expect(script).not.toMatch(/^\s*\/\//m)
  })
})
