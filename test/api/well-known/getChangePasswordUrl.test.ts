import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('getChangePasswordUrl', () => {
  it('leads to the page on which a password is changed, and whoever is not signed in to the sign-in first', async () => {
    const browser = createBrowser(service)
    const page = await browser.get(`${service.url}/.well-known/change-password`)
    expect([page.status, page.location]).toEqual([303, `${service.url}/account/password`])
    const signIn = await browser.get(page.location!)
    expect(signIn.location).toBe(`${service.url}/signin?return_to=%2Faccount%2Fpassword`)
  })
})
