import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('getSubmitScript', () => {
  it('is a script that sends the form of its page and does nothing else', async () => {
    const response = await fetch(`${service.url}/assets/submit.js`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const lines = (await response.text()).split('\n').filter((line) => !line.startsWith('//') && line !== '')
    expect(lines).toEqual(['document.forms[0].submit()'])
  })
})
