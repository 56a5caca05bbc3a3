import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import {
  authorizationUrl,
  credentials,
  openConsent,
  openSignIn,
  redeem,
} from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, type Page } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let app: AppRegistrationResponse
let person: Person

beforeAll(async () => {
  service = await startService()
  app = await registerTestApp(service, await signUp(service))
  person = await signUp(service)
})
afterAll(() => service.stop())

/** What the page would post to the app. */
function postedBy(page: Page): URLSearchParams {
  expect([page.status, actionOf(page)]).toEqual([200, redirectUri])
  expect(page.headers.get('cache-control')).toBe('no-store')
  return new URLSearchParams(hiddenFields(page))
}

describe('response_mode=form_post', () => {
  it('posts code, state and issuer to the app, and leaves nothing in a URL', async () => {
    const browser = createBrowser(service)
    const consent = await openConsent(service, browser, app.app_id, person, { response_mode: 'form_post' })
    const page = await browser.submit(consent, { decision: 'approve' })
    expect([page.location, page.url.includes('code=')]).toEqual([null, false])
    const posted = postedBy(page)
    expect([...posted.keys()]).toEqual(['code', 'state', 'iss'])
    expect(await redeem(service, app, posted)).toMatchObject({ token_type: 'Bearer' })
  })

  it('lets the form go to the app and run one script of ours, nothing else', async () => {
    const browser = createBrowser(service)
    const changes = { response_mode: 'form_post' }
    const signIn = await openSignIn(service, browser, app.app_id, changes)
    // They agreed before: the sign-in itself is answered by the form.
    await browser.submit(signIn, credentials(person))
    const page = await browser.open(authorizationUrl(service, app.app_id, changes))
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(page.html).toContain('<script src="/assets/submit.js" defer></script>')
    expect(page.html).toMatch(/<button type="submit"/)
  })

  it.each([
    ['of the person', { response_mode: 'form_post' }, 'deny', 'access_denied'],
    ['that nobody has to see', { response_mode: 'form_post', prompt: 'none' }, null, 'login_required'],
    ['about the request', { response_mode: 'form_post', scope: 'openid nonsense' }, null, 'invalid_scope'],
  ])('posts an error %s', async (_, changes, decision, error) => {
    const browser = createBrowser(service)
    const stranger = await signUp(service)
    const page =
      decision === null
        ? await browser.open(authorizationUrl(service, app.app_id, changes))
        : await browser.submit(await openConsent(service, browser, app.app_id, stranger, changes), {
            decision,
          })
    const posted = postedBy(page)
    expect([posted.get('error'), posted.get('state'), posted.has('iss')]).toEqual([
      error,
      'random-state',
      true,
    ])
  })

  it('escapes what the app sent', async () => {
    const state = '"><script>alert(1)</script>'
    const browser = createBrowser(service)
    const page = await browser.open(
      authorizationUrl(service, app.app_id, { response_mode: 'form_post', prompt: 'none', state }),
    )
    expect(page.html).not.toContain('<script>alert')
    expect(postedBy(page).get('state')).toBe(state)
  })
})
