import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { openSignIn, pathOf } from '#test/support/authorization.ts'
import { createBrowser, type Page } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let appId: string
beforeAll(async () => {
  service = await startService()
  appId = (await registerTestApp(service, await signUp(service))).app_id
})
afterAll(() => service.stop())

/** Where the form at the foot of a page goes; null when the page has none. */
function switcherOf({ html, url }: Page): string | null {
  const action = /<form class="languages" method="post" action="([^"]+)"/.exec(html)?.[1]
  return action === undefined ? null : new URL(action.replaceAll('&amp;', '&'), url).href
}

describe('submitLanguage', () => {
  it('shows the same page in the language that was chosen, and every other one after it', async () => {
    const browser = createBrowser(service, 'en')
    const page = await openSignIn(service, browser, appId)
    const german = await browser.follow(await browser.post(switcherOf(page)!, { language: 'de' }))
    expect(german.url).toBe(page.url)
    expect(german.html).toContain('<html lang="de" dir="ltr">')
    expect((await browser.open(`${service.url}/signout`)).html).toContain('<html lang="de" dir="ltr">')
    expect((await browser.open(`${service.url}/consent`)).html).toContain('Das hat nicht geklappt')
  })

  it('comes after what the app asks for, and then there is nothing to choose', async () => {
    const browser = createBrowser(service, 'en')
    await browser.post(`${service.url}/language`, { language: 'de' })
    const page = await openSignIn(service, browser, appId, { ui_locales: 'es' })
    expect(page.html).toContain('<html lang="es" dir="ltr">')
    expect(switcherOf(page)).toBeNull()
    const other = await openSignIn(service, browser, appId, { ui_locales: 'nl' })
    expect(other.html).toContain('<html lang="de" dir="ltr">')
    expect(switcherOf(other)).not.toBeNull()
  })

  it('leads back to a form that was shown again', async () => {
    const browser = createBrowser(service, 'en')
    const page = await openSignIn(service, browser, appId)
    const again = await browser.submit(page, { login: 'nobody@example.com', password: 'wrong password' })
    expect(again.status).toBe(401)
    const french = await browser.follow(await browser.post(switcherOf(again)!, { language: 'fr' }))
    expect([french.url, french.status]).toEqual([page.url, 200])
    expect(french.html).toContain('<h1>Connexion</h1>')
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'leads nowhere but to us: %j',
    async (target) => {
      const browser = createBrowser(service)
      const url = `${service.url}/language?return_to=${encodeURIComponent(target)}`
      const answer = await browser.post(url, { language: 'ja' })
      expect([answer.status, new URL(answer.location!).origin]).toEqual([303, service.url])
      expect(pathOf(await browser.follow(answer))).toBe('/signout')
    },
  )

  it('knows no language but ours', async () => {
    const browser = createBrowser(service)
    expect((await browser.post(`${service.url}/language`, { language: 'nl' })).status).toBe(400)
    expect(browser.cookies.size).toBe(0)
  })
})
