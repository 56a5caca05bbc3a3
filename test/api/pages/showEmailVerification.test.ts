import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { login, register } from '../../../client/index.ts'
import { status } from '#test/support/answers.ts'
import { expectErrorPage } from '#test/support/authorization.ts'
import { createBrowser, textOf } from '#test/support/browser.ts'
import { mailedLinks } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService({ LATCHKEY_REGISTRATION: 'verified' })
})
afterAll(() => service.stop())

const body = { email: 'fresh@example.com', password: 'password123' }

describe('showEmailVerification', () => {
  it('asks for the password where the mailed link leads, and changes nothing', async () => {
    await register({ client: service.as(), body, throwOnError: true })
    const [link] = await mailedLinks(service)
    for (const browser of [createBrowser(service), createBrowser(service)]) {
      const page = await browser.open(link!)
      expect(page.status).toBe(200)
      expect(page.html).toMatch(/<input id="password" name="password" type="password"/)
    }
    expect(status(await login({ client: service.as(), body }))).toBe(401)
  })

  it.each(['', '?token=nonsense', `?token=verify_${'a'.repeat(49)}`])(
    'says that a link is useless: %j',
    async (query) => {
      const page = await createBrowser(service).open(`${service.url}/verify-email${query}`)
      expect([page.status, textOf(page).includes('The link is invalid')]).toEqual([400, true])
      expect(page.html).toContain('Latchkey error')
    },
  )

  it('refuses a step that there is not', async () => {
    const page = await createBrowser(service).open(`${service.url}/verify-email?step=evil`)
    expectErrorPage(page, 400, 'invalid_request')
  })
})
