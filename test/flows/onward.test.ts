import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register, type AppRegistrationResponse } from '../../client/index.ts'
import { password, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { authorizationUrl, credentials, openSignIn, pathOf } from '#test/support/authorization.ts'
import { createBrowser, linkOf, type Page, type TestBrowser } from '#test/support/browser.ts'
import { freshAddress, mailedChange } from '#test/support/emailChange.ts'
import { mailedLinks } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'

let open: TestService
let verified: TestService
let owner: Person
let app: AppRegistrationResponse
let verifiedApp: AppRegistrationResponse

beforeAll(async () => {
  open = await startService({ LATCHKEY_REGISTRATION: 'open' })
  owner = await signUp(open)
  app = await registerTestApp(open, owner)
  verified = await startService({ LATCHKEY_REGISTRATION: 'verified' })
  verifiedApp = await registerTestApp(verified, await makeOwner())
})
afterAll(() => Promise.all([open.stop(), verified.stop()]))

const toApp = 'Continue to \u2068My Application\u2069'
const toSignIn = 'Continue to sign-in'
const fresh = () => `user-${randomBytes(6).toString('hex')}@example.com`

/** An account of a service where addresses are verified, with a session. */
async function makeOwner(): Promise<Person> {
  const email = fresh()
  await register({ client: verified.as(), body: { email, password }, throwOnError: true })
  const [link] = await mailedLinks(verified)
  const browser = createBrowser(verified)
  await browser.submit(await browser.open(link!), { password })
  return { id: '', email, password, token: await signIn(verified, email) }
}

/** Signs up from this page, and answers with the address; the mail is on its way. */
async function signUpFrom(browser: TestBrowser, page: Page): Promise<string> {
  const email = fresh()
  await browser.submit(page, { login: email, password })
  return email
}

/** Opens the link that was mailed last in a browser, and confirms. */
async function confirm(browser: TestBrowser): Promise<Page> {
  const [link] = await mailedLinks(verified)
  const done = await browser.submit(await browser.open(link!), { password })
  expect([done.status, done.url]).toEqual([200, `${verified.url}/verify-email?step=done`])
  return done
}

const signUpPage = (browser: TestBrowser) =>
  browser.open(authorizationUrl(verified, verifiedApp.app_id, { prompt: 'create' }))

describe('the way on after an address was confirmed', () => {
  it('is to the app that somebody signed up for', async () => {
    const browser = createBrowser(verified)
    const email = await signUpFrom(browser, await signUpPage(browser))
    const done = await confirm(browser)
    const asked = await browser.open(linkOf(done, toApp)!)
    expect(pathOf(asked)).toBe('/signin')
    expect(pathOf(await browser.submit(asked, { login: email, password }))).toBe('/consent')
  })

  it('is to the sign-in in another browser, and once the app waits no more', async () => {
    const browser = createBrowser(verified)
    await signUpFrom(browser, await signUpPage(browser))
    const [link] = await mailedLinks(verified)
    const other = createBrowser(verified)
    // A stranger's cookie leads nowhere: the authorization is not theirs.
    other.cookies.set('latchkey-goal', browser.cookies.get('latchkey-goal')!)
    const page = await other.submit(await other.open(link!), { password })
    expect(linkOf(page, toApp)).toBeNull()
    expect(linkOf(page, toSignIn)).toBe(`${verified.url}/signin`)
    verified.clock.advance(1800)
    const late = await browser.open(`${verified.url}/verify-email?step=done`)
    expect([linkOf(late, toApp), linkOf(late, toSignIn)]).toEqual([null, `${verified.url}/signin`])
  })

  it('is to the page of ours that somebody came for, and to no other site', async () => {
    for (const [target, expected] of [
      ['/account/apps', '/signin?return_to=%2Faccount%2Fapps'],
      ['//evil.example', '/signin'],
    ] as const) {
      const browser = createBrowser(verified)
      const page = await browser.open(`${verified.url}/signup?return_to=${encodeURIComponent(target)}`)
      await signUpFrom(browser, page)
      expect(linkOf(await confirm(browser), toSignIn)).toBe(`${verified.url}${expected}`)
    }
  })

  it('is none of what a sign-up before was for', async () => {
    const browser = createBrowser(verified)
    await signUpFrom(browser, await signUpPage(browser))
    expect(browser.cookies.get('latchkey-goal')).toMatch(/./)
    await signUpFrom(browser, await browser.open(`${verified.url}/signup`))
    expect(linkOf(await confirm(browser), toSignIn)).toBe(`${verified.url}/signin`)
  })

  it('is the sign-in where the link is useless', async () => {
    const page = await createBrowser(verified).open(`${verified.url}/verify-email?token=nonsense`)
    expect(linkOf(page, 'Start again')).toBe(`${verified.url}/signin`)
  })
})

describe('the way on after a reset', () => {
  it('is to the app that somebody was signing in for', async () => {
    const person = await signUp(open)
    const browser = createBrowser(open)
    const forgot = linkOf(await openSignIn(open, browser, app.app_id), 'Forgot your password?')!
    await browser.submit(await browser.open(forgot), { login: person.email })
    const [link] = await mailedLinks(open)
    const done = await browser.submit(await browser.open(link!), { password: 'another password' })
    const asked = await browser.open(linkOf(done, toApp)!)
    expect(pathOf(asked)).toBe('/signin')
    const changed = credentials({ ...person, password: 'another password' })
    expect(pathOf(await browser.submit(asked, changed))).toBe('/consent')
  })

  it('is to the sign-in where nothing waits, before the mail, too', async () => {
    const person = await signUp(open)
    const browser = createBrowser(open)
    const sent = await browser.submit(await browser.open(`${open.url}/reset-password`), {
      login: person.email,
    })
    expect(linkOf(sent, 'Back to the sign-in')).toBe(`${open.url}/signin`)
    const [link] = await mailedLinks(open)
    const done = await browser.submit(await browser.open(link!), { password: 'another password' })
    expect(linkOf(done, toSignIn)).toBe(`${open.url}/signin`)
  })
})

describe('the way on after a change of address', () => {
  it('is into the account where somebody is signed in, else to the sign-in', async () => {
    const person = await signUp(open)
    const token = await mailedChange(open, person, freshAddress())
    const browser = createBrowser(open)
    await browser.submit(await openSignIn(open, browser, app.app_id), credentials(person))
    const done = await browser.open(`${open.url}/change-email?step=done`)
    expect(linkOf(done, 'Continue to your account')).toBe(`${open.url}/account`)
    const other = createBrowser(open)
    const page = await other.open(`${open.url}/change-email?token=${token}`)
    expect(linkOf(await other.submit(page, { password }), toSignIn)).toBe(`${open.url}/signin`)
    const useless = await other.open(`${open.url}/change-email?token=nonsense`)
    expect(linkOf(useless, 'Start again')).toBe(`${open.url}/account/email`)
  })
})
