import * as openid from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '#generated/operations.gen.ts'
import { authorize, getAccount, getUserinfo, issueToken, setAvatar } from '../../client/index.ts'
import { createPkce, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { formOf } from '#test/support/accountPages.ts'
import { authorizationUrl, credentials } from '#test/support/authorization.ts'
import { createBrowser, type Page, type TestBrowser } from '#test/support/browser.ts'
import { createPng } from '#test/support/images.ts'
import { startBelowPath } from '#test/support/issuerPath.ts'
import { signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { beginAuthorization, createRelyingParty, endAuthorization } from '#test/support/relyingParty.ts'
import { openRegistration } from '#test/support/registrations.ts'
import type { TestService } from '#test/support/service.ts'
import { blobOf } from '#test/support/uploads.ts'

const callback = 'https://example.com/callback'
let service: TestService
let origin: string
beforeAll(async () => {
  service = await startBelowPath({
    ...openRegistration,
    LATCHKEY_RATE_LIMIT_HOUR: '0',
    LATCHKEY_RATE_LIMIT_DAY: '0',
  })
  origin = new URL(service.url).origin
})
afterAll(() => service.stop())

const path = '/id/auth'
const get = (at: string) => fetch(`${origin}${at}`, { redirect: 'manual' })
const statusAt = async (at: string, method = 'GET') =>
  (await fetch(`${origin}${at}`, { method, redirect: 'manual' })).status

/** Signs somebody in at the page that leads to the account. @param somebody  left out: somebody new */
async function visitAccount(
  somebody?: Person,
): Promise<{ readonly browser: TestBrowser; readonly page: Page }> {
  const browser = createBrowser(service)
  const signIn = await browser.open(`${service.url}/account`)
  const person = somebody ?? (await signUp(service))
  return { browser, page: await browser.submit(signIn, credentials(person)) }
}

describe('discovery of an issuer with a path', () => {
  it.each([
    ['OpenID Connect Discovery §4', `${path}/.well-known/openid-configuration`],
    ['RFC 8414 §3.1, §5', `/.well-known/openid-configuration${path}`],
    ['RFC 8414 §3.1', `/.well-known/oauth-authorization-server${path}`],
    ['RFC 8414 for clients that append', `${path}/.well-known/oauth-authorization-server`],
  ])('%s: the issuer is exactly the one that was asked, and all it names is below it', async (_rfc, at) => {
    const answer = await get(at)
    expect(answer.status).toBe(200)
    const metadata = (await answer.json()) as Record<string, unknown>
    expect(metadata['issuer']).toBe(service.url)
    const urls = Object.entries(metadata).filter(([name]) => /_(?:endpoint|uri|documentation)$/.test(name))
    expect(urls.length).toBeGreaterThan(5)
    for (const [, url] of urls) expect(url).toContain(`${service.url}/`)
    expect(await statusAt(new URL(String(metadata['jwks_uri'])).pathname)).toBe(200)
  })

  it('RFC 9728 §3.1, §5.1: a refused token is told where the resource is described', async () => {
    const { headers } = await get(`${path}/oauth2/userinfo`)
    const described = `${origin}/.well-known/oauth-protected-resource${path}`
    expect(headers.get('www-authenticate')).toContain(`resource_metadata="${described}"`)
    const metadata: unknown = await (await fetch(described)).json()
    expect(metadata).toMatchObject({ resource: service.url, authorization_servers: [service.url] })
  })

  it.each(['oidc', 'oauth2'] as const)('openid-client finds it (%s)', async (algorithm) => {
    const config = await openid.discovery(new URL(service.url), 'app', undefined, undefined, {
      algorithm,
      execute: [openid.allowInsecureRequests],
    })
    expect(config.serverMetadata().token_endpoint).toBe(`${service.url}/oauth2/token`)
  })
})

describe('nothing has two URLs', () => {
  const paths = [...new Set(Object.values(operations).flatMap((entry) => [entry.path, ...entry.aliases]))]

  it('an operation that is asked for without the path of the issuer is not found', async () => {
    expect(paths.length).toBeGreaterThan(100)
    for (const each of paths) {
      const at = each.replaceAll(/\{\w+\}/g, 'some')
      const found = [await statusAt(at), await statusAt(at, 'POST'), await statusAt(at, 'OPTIONS')]
      expect({ at, found }).toEqual({ at, found: [404, 404, 404] })
      expect({ at, found: await statusAt(`${path}${at}`, 'OPTIONS') }).toEqual({ at, found: 204 })
    }
  })

  it.each([
    '/',
    '/id',
    '/id/authdocs',
    '/ID/AUTH/docs',
    '/id/%61uth/docs',
    '/id%2Fauth/docs',
    '//id/auth/docs',
    '/id/auth//docs',
    '/id/auth/id/auth/docs',
    '/.well-known/openid-configuration/id',
    '/.well-known/openid-configuration/id/auth/',
    '/.well-known/jwks.json/id/auth',
    '/.well-known/change-password/id/auth',
    '/.nowhere',
    '/id/auth/.nowhere',
  ])('%s is not found, and says so in the one shape of errors', async (at) => {
    const answer = await get(at)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({
      error: 'not_found',
      error_uri: expect.stringContaining(`${service.url}/`),
    })
  })

  it('a query goes with its request', async () => {
    expect((await get(`${path}/account?x=1`)).headers.get('location')).toBe(
      `${service.url}/signin?return_to=${encodeURIComponent('/account?x=1')}`,
    )
  })
})

describe('the flows of an issuer with a path', () => {
  it('lead a browser from the app through sign-in and consent back, with openid-client', async () => {
    const person = await signUp(service)
    const party = await createRelyingParty(service, await signUp(service), callback)
    const browser = createBrowser(service)
    const begun = await beginAuthorization(party)
    const signIn = await browser.open(begun.url)
    expect(signIn.url).toContain(`${service.url}/signin?`)
    const consent = await browser.submit(signIn, credentials(person))
    expect(consent.url).toContain(`${service.url}/consent?`)
    const back = await browser.submit(consent, { decision: 'approve' })
    expect(new URL(back.location!).searchParams.get('iss')).toBe(service.url)
    const { claims, userinfo } = await endAuthorization(party, back.location!, begun)
    expect(claims).toMatchObject({ iss: service.url, sub: person.id })
    expect(userinfo.sub).toBe(person.id)
    const silently = await beginAuthorization(party, { prompt: 'none' })
    const again = await endAuthorization(party, (await browser.open(silently.url)).location!, silently)
    expect(again.claims.sub).toBe(person.id)
  })

  it('give a program that answers for somebody a code, and tokens for it', async () => {
    const [person, pkce] = [await signUp(service), createPkce()]
    const app = await registerTestApp(service, person)
    const request = { client_id: app.app_id, redirect_uri: callback, scope: 'openid' }
    const { data } = await authorize({
      client: service.as(person.token),
      body: {
        ...request,
        response_type: 'code',
        code_challenge: pkce.challenge,
        code_challenge_method: 'S256',
        state: 's',
      },
      throwOnError: true,
    })
    const answer = new URL(data.redirect_uri).searchParams
    expect(answer.get('iss')).toBe(service.url)
    const { data: tokens } = await issueToken({
      client: service.as(),
      body: {
        grant_type: 'authorization_code',
        code: answer.get('code')!,
        redirect_uri: callback,
        code_verifier: pkce.verifier,
        client_id: app.app_id,
        client_secret: app.app_secret!,
      },
      throwOnError: true,
    })
    const userinfo = await getUserinfo({ client: service.as(tokens.access_token), throwOnError: true })
    expect(userinfo.data).toMatchObject({ sub: person.id })
  })

  it('take passkeys, which are bound to the host and the origin', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    const { data } = await signInByPasskey(service, authenticator)
    const { data: account } = await getAccount({ client: service.as(data?.token), throwOnError: true })
    expect(account.id).toBe(person.id)
  })
})

describe('the pages of an issuer with a path', () => {
  it('lead to the sign-in and back to the page that was asked for', async () => {
    const browser = createBrowser(service)
    const signIn = await browser.open(`${service.url}/account/profile`)
    const page = await browser.submit(signIn, credentials(await signUp(service)))
    expect([page.status, page.url]).toEqual([200, `${service.url}/account/profile`])
  })

  it('speak the language that was chosen, where it was chosen', async () => {
    const { browser, page } = await visitAccount()
    const action = /action="([^"]*\/language[^"]*)"/.exec(page.html)![1]!
    const chosen = await browser.follow(await browser.post(`${origin}${action}`, { language: 'de' }))
    expect(chosen.url).toBe(`${service.url}/account`)
    expect(chosen.html).toContain('<html lang="de"')
  })

  it('take a form, and say on the next page what was done', async () => {
    const { browser } = await visitAccount()
    const profile = await browser.open(`${service.url}/account/profile`)
    const fields = { ...formOf(profile, `${path}/account/profile`), name: 'Ann Example' }
    const saved = await browser.follow(await browser.post(`${service.url}/account/profile`, fields))
    expect([saved.status, saved.url]).toEqual([200, `${service.url}/account/profile`])
    expect(saved.html).toContain('role="status"')
  })

  it('keep cookies for the whole host, as the __Host- prefix of production demands', async () => {
    const { browser } = await visitAccount()
    expect(browser.setCookies.length).toBeGreaterThan(1)
    for (const cookie of browser.setCookies) expect(cookie).toContain('; Path=/; ')
  })

  it('have no link that leads out of it, and none that is dead', async () => {
    const person = await signUp(service)
    const client = service.as(person.token)
    await setAvatar({ client, body: blobOf(createPng(), 'image/png'), throwOnError: true })
    const app = await registerTestApp(service, person)
    const { browser } = await visitAccount(person)
    const waiting = authorizationUrl(service, app.app_id, { prompt: 'login' })
    const from = ['/account', '/docs', '/docs/reference', '/docs/index.md', '/dev/mail', '/reset-password']
    const seen = await crawl(browser, [waiting, ...from.map((each) => `${service.url}${each}`)])
    expect([...seen].some((each) => each.startsWith(`${path}/api/v1/pictures/`))).toBe(true)
    expect(seen).toContain(`${path}/account/apps/${app.app_id}/settings`)
    expect(seen).toContain(`${path}/signup`)
    expect(seen).toContain(`${path}/docs/errors/invalid_grant`)
    expect(seen).toContain(`${path}/openapi.json`)
  })

  it('mail links that work', async () => {
    const { email } = await signUp(service)
    const browser = createBrowser(service)
    const reset = await browser.open(`${service.url}/reset-password`)
    await browser.submit(reset, { login: email })
    const mailbox = async () => (await browser.get(`${service.url}/dev/mail`)).html
    await expect.poll(mailbox).toContain(`href="${service.url}/reset-password?token=`)
    const [, link = ''] = /href="([^"]*reset-password\?token=[^"]*)"/.exec(await mailbox())!
    expect((await browser.open(link)).html).toContain('Choose a new password')
  })
})

/** What links on a page, by its media type. */
const links = [
  ['text/html', /\s(?:href|src|action)="([^"]*)"/g],
  ['text/markdown', /\]\(([^)]*)\)/g],
] as const

/** Follows every link, script, image and style that stays at this host; forms are looked at only. @returns the paths that were seen */
async function crawl(browser: TestBrowser, from: readonly string[]): Promise<ReadonlySet<string>> {
  const waiting = [...from]
  const seen = new Set<string>()
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    const { pathname } = new URL(url)
    if (seen.has(pathname)) continue
    seen.add(pathname)
    const page = await browser.follow(await browser.get(url, { accept: '*/*' }))
    expect({ url, status: page.status }).toEqual({ url, status: 200 })
    const ours = linksOf(page).filter((link) => new URL(link).origin === origin)
    expect({ url, out: ours.filter((link) => !link.startsWith(`${service.url}/`)) }).toEqual({ url, out: [] })
    waiting.push(...ours.filter((link) => !page.html.includes(`action="${new URL(link).pathname}`)))
  }
  return seen
}

function linksOf({ html, url, headers }: Page): string[] {
  const type = headers.get('content-type') ?? ''
  const pattern = links.find(([mediaType]) => type.startsWith(mediaType))?.[1] ?? /(?!)/g
  const found = [...html.matchAll(pattern)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
  return found.filter((link) => URL.canParse(link, url)).map((link) => new URL(link, url).href)
}
