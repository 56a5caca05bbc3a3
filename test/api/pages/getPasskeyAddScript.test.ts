import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('getPasskeyAddScript', () => {
  it('is a script of ours that talks to the browser and to nobody else', async () => {
    const response = await fetch(`${service.url}/assets/passkey-add.js`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
    const text = await response.text()
    expect(text).toContain('navigator.credentials.create')
    expect(text).not.toMatch(/fetch|XMLHttpRequest|innerHTML|eval|https?:/)
  })
})
