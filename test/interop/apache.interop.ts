import { randomBytes } from 'node:crypto'
import type { Browser, Response } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signUp, type Person } from '#test/support/actors.ts'
import { launchChromium } from '#test/support/chromium.ts'
import { findFreePort } from '#test/support/process.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { apacheMissing, startApache, type Apache } from './apache.ts'
import { signInThere, visit, type Visitor } from './visitor.ts'

let service: TestService
let chromium: Browser
let apache: Apache
let visitor: Visitor
let person: Person

/**
 * Starts an Apache that registered itself, with these directives besides the ones that everybody needs.
 *
 * @param told  how it hears of a sign-out that happens here
 */
async function start(
  directives: readonly string[],
  told: 'back-channel' | 'front-channel' = 'back-channel',
): Promise<Apache> {
  const port = await findFreePort()
  // One site with us, whatever the ports: a browser keeps the cookies of another site from the form that we make it post.
  const url = `http://localhost:${port}`
  const redirectUri = `${url}/protected/callback`
  const { client_id, client_secret } = await registerByItself(service, {
    redirect_uris: [redirectUri],
    post_logout_redirect_uris: [`${url}/signed-out.html`],
    ...(told === 'front-channel'
      ? { frontchannel_logout_uri: `${redirectUri}?logout=get` }
      : { backchannel_logout_uri: `http://127.0.0.1:${port}/protected/callback?logout=backchannel` }),
  })
  return startApache(port, [
    `OIDCProviderMetadataURL ${service.url}/.well-known/openid-configuration`,
    `OIDCClientID ${client_id}`,
    `OIDCClientSecret ${client_secret}`,
    `OIDCRedirectURI ${redirectUri}`,
    `OIDCCryptoPassphrase ${randomBytes(16).toString('hex')}`,
    'OIDCScope "openid email"',
    ...directives,
  ])
}

/**
 * Opens the protected page as somebody who is not signed in, and signs in.
 *
 * @param method  the one that we call the app back with
 */
async function signIn(method: 'GET' | 'POST'): Promise<void> {
  const { page } = visitor
  const protectedUrl = `${apache.url}/protected/`
  const callback = page.waitForRequest((request) => request.url().startsWith(`${protectedUrl}callback`))
  await page.goto(protectedUrl)
  const letIn = page.waitForResponse(
    (response) => response.url() === protectedUrl && response.status() === 200,
  )
  await signInThere(page, person)
  await expectLetIn(await letIn)
  expect((await callback).method()).toBe(method)
}

/** Expects the protected page, and that Apache knows whose it is. */
async function expectLetIn(response: Response | null): Promise<void> {
  expect([response?.status(), await response?.text()]).toEqual([200, 'let in'])
  const { 'x-user': user, 'x-email': email } = response!.headers()
  expect(user).toContain(person.id)
  expect(email).toBe(person.email)
}

/** Expects that Apache knows nobody, and that we neither do. */
async function expectSignedOut(): Promise<void> {
  await visitor.page.goto(`${apache.url}/protected/`)
  expect(visitor.page.url()).toContain(`${service.url}/signin`)
}

describe.skipIf(apacheMissing !== null)(
  `Apache with mod_auth_openidc${apacheMissing === null ? '' : ` (${apacheMissing})`}`,
  () => {
    beforeAll(async () => {
      service = await startService(openRegistration)
      chromium = await launchChromium()
    })
    afterAll(async () => {
      await chromium.close()
      await service.stop()
    })
    beforeEach(async () => {
      person = await signUp(service)
      visitor = await visit(chromium)
    })
    afterEach(async () => {
      await visitor.context.close()
      await apache.stop()
    })

    it.each([
      ['query', 'GET', 'OIDCUserInfoTokenMethod authz_header'],
      ['form_post', 'POST', 'OIDCUserInfoTokenMethod post_param'],
    ] as const)(
      'signs in with PKCE by %s, %s, %s, and signs out here too',
      async (mode, method, directive) => {
        apache = await start(['OIDCPKCEMethod S256', `OIDCResponseMode ${mode}`, directive])
        const { page, complaints } = visitor
        await signIn(method)
        await expectLetIn(await page.goto(`${apache.url}/protected/`))
        const leave = new URLSearchParams({ logout: `${apache.url}/signed-out.html` })
        await page.goto(`${apache.url}/protected/callback?${leave}`)
        expect(page.url().split('?')[0]).toBe(`${apache.url}/signed-out.html`)
        await expectSignedOut()
        expect(complaints).toEqual([])
      },
    )

    it.each(['back-channel', 'front-channel'] as const)(
      'hears by the %s of a sign-out that happens here',
      async (channel) => {
        apache = await start([], channel)
        await signIn('GET')
        await visitor.page.goto(`${service.url}/signout`)
        await visitor.page.getByRole('button', { name: 'Sign out' }).click()
        await visitor.page.getByText('You are logged out').waitFor()
        // Frames are part of what has to be loaded.
        await visitor.page.waitForLoadState('load')
        await service.running.jobs.idle()
        await expectSignedOut()
      },
    )
  },
)
