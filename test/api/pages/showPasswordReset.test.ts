import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { login } from '../../../client/index.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { expectErrorPage, openSignIn, pathOf } from '#test/support/authorization.ts'
import { createBrowser, linkOf, textOf } from '#test/support/browser.ts'
import { resetLink } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('showPasswordReset', () => {
  it('asks for the address, and leads back to the sign-in it came from', async () => {
    const browser = createBrowser(service)
    const app = await registerTestApp(service, await signUp(service))
    const signIn = await openSignIn(service, browser, app.app_id)
    const page = await browser.open(linkOf(signIn, 'Forgot your password?')!)
    expect(page.status).toBe(200)
    expect(page.html).toMatch(/<input id="login" name="login" [^>]*autocomplete="username"/)
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self';")
    expect(page.headers.get('content-security-policy')).not.toContain('script-src')
    expect(pathOf(await browser.open(linkOf(page, 'Back to the sign-in')!))).toBe('/signin')
  })

  it('works on its own, and gives the browser the cookie that its form needs', async () => {
    const browser = createBrowser(service)
    const page = await browser.open(`${service.url}/reset-password`)
    expect(linkOf(page, 'Back to the sign-in')).toBe(`${service.url}/signin`)
    expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
  })

  it('asks for the new password where the mailed link leads, as often as it is opened, and changes nothing', async () => {
    const person = await signUp(service)
    const link = await resetLink(service, person.email)
    for (const browser of [createBrowser(service), createBrowser(service)]) {
      const page = await browser.open(link)
      expect(page.status).toBe(200)
      expect(page.html).toMatch(
        /<input id="password" name="password" type="password" autocomplete="new-password"/,
      )
      expect(textOf(page)).toContain('At least 8 characters.')
      expect(page.headers.get('referrer-policy')).toBe('same-origin')
      expect(page.headers.get('content-security-policy')).toContain("; script-src 'self'")
    }
    const { email, password } = person
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)
  })

  it.each(['nonsense', `reset_${'a'.repeat(49)}`, 'verify_x'])(
    'says that a link is useless: %s, and offers another',
    async (token) => {
      const browser = createBrowser(service, 'de')
      const page = await browser.open(`${service.url}/reset-password?token=${token}`)
      expectErrorPage(page, 400, 'invalid_grant')
      expect(textOf(page)).toContain('Der Link ist ungültig')
      expect((await browser.open(linkOf(page, 'Noch einmal beginnen')!)).status).toBe(200)
    },
  )

  it('shows nothing that somebody has put into its URL', async () => {
    const browser = createBrowser(service)
    const evil = encodeURIComponent('"><script>alert(1)</script>')
    const page = await browser.open(`${service.url}/reset-password?transaction=${evil}&step=sent`)
    expect(page.html).not.toContain('<script>')
    expect(linkOf(page, 'Back to the sign-in')).toMatch(/^http:\/\/localhost:\d+\/signin\?transaction=/)
    expectErrorPage(await browser.open(`${service.url}/reset-password?step=evil`), 400, 'invalid_request')
  })
})
