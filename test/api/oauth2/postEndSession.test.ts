import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('postEndSession', () => {
  it('leads to the same request by GET, with what means something and nothing else', async () => {
    const fields = { state: 'a b', client_id: 'app_x', unknown: '1', post_logout_redirect_uri: '' }
    const page = await createBrowser(service).post(`${service.url}/oauth2/logout`, fields, {
      origin: 'https://app.example',
      'sec-fetch-site': 'cross-site',
    })
    expect([page.status, page.location]).toEqual([
      303,
      `${service.url}/oauth2/logout?client_id=app_x&state=a+b`,
    ])
  })

  it('takes a form and nothing else', async () => {
    const response = await fetch(`${service.url}/oauth2/logout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.status).toBe(415)
  })
})
