import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('getIcon', () => {
  it('is a picture that runs nothing and loads nothing', async () => {
    const response = await fetch(`${service.url}/assets/icon.svg`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const picture = await response.text()
    expect(picture).toMatch(/^<svg /)
    expect(picture).not.toMatch(/<script|\son\w+=|href=/)
  })
})
