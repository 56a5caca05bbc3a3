import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getChangePasswordUrl', () => {
  it('leads to a page on which a password is changed', async () => {
    const browser = createBrowser(service)
    const page = await browser.get(`${service.url}/.well-known/change-password`)
    expect([page.status, page.location]).toEqual([303, `${service.url}/reset-password`])
    expect((await browser.follow(page)).status).toBe(200)
  })
})
