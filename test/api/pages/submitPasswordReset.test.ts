import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, login, register } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import {
  authorizationUrl,
  credentials,
  expectErrorPage,
  openSignIn,
  pathOf,
} from '#test/support/authorization.ts'
import { actionOf, createBrowser, hiddenFields, linkOf, textOf } from '#test/support/browser.ts'
import { mailedLinks, resetLink } from '#test/support/resetLink.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const another = 'another password'

async function loginStatus({ email }: Person, password: string): Promise<number | undefined> {
  return status(await login({ client: service.as(), body: { email, password } }))
}

describe('submitPasswordReset', () => {
  it('has a link mailed, and says the same for an address without an account', async () => {
    const person = await signUp(service)
    const browser = createBrowser(service)
    const before = (await mailedLinks(service)).length
    const answers = []
    for (const address of [person.email, 'nobody@example.com']) {
      const page = await browser.open(`${service.url}/reset-password`)
      const posted = await browser.post(actionOf(page), { ...hiddenFields(page), login: address })
      expect([posted.status, posted.location]).toEqual([303, `${service.url}/reset-password?step=sent`])
      answers.push(textOf(await browser.follow(posted)))
    }
    expect(answers[0]).toContain('If the address has an account, a mail is on its way.')
    expect(answers[0]).toBe(answers[1])
    expect((await mailedLinks(service)).length).toBe(before + 1)
  })

  it('changes the password once, and ends every session', async () => {
    const person = await signUp(service)
    const browser = createBrowser(service)
    const app = await registerTestApp(service, person)
    await browser.submit(await openSignIn(service, browser, app.app_id), credentials(person))
    const page = await browser.open(await resetLink(service, person.email))
    const done = await browser.submit(page, { password: another })
    expect([done.status, done.url]).toEqual([200, `${service.url}/reset-password?step=changed`])
    expect([await loginStatus(person, person.password), await loginStatus(person, another)]).toEqual([
      401, 200,
    ])
    expect(status(await listApps({ client: service.as(person.token) }))).toBe(401)
    expect(pathOf(await browser.open(authorizationUrl(service, app.app_id)))).toBe('/signin')
    expectErrorPage(await browser.submit(page, { password: 'a third password' }), 400, 'invalid_grant')
    expect(await loginStatus(person, 'a third password')).toBe(401)
  })

  it('shows the form again for a password that is too short, and uses nothing up', async () => {
    const person = await signUp(service)
    const browser = createBrowser(service)
    const page = await browser.open(await resetLink(service, person.email))
    const again = await browser.submit(page, { password: 'short' })
    expect(again.status).toBe(400)
    expect(again.html).toMatch(/<p class="error" id="password-error" role="alert">This password is too short/)
    expect(again.html).not.toContain('value="short"')
    expect((await browser.submit(again, { password: another })).status).toBe(200)
    expect(await loginStatus(person, another)).toBe(200)
  })

  it('says in strict that a password is common, and not that it is short', async () => {
    const strict = await startService({ LATCHKEY_PROFILE: 'strict' })
    const body = { email: 'ada@example.com', password: 'fifteen letters' }
    await register({ client: strict.as(), body, throwOnError: true })
    const browser = createBrowser(strict)
    const page = await browser.open(await resetLink(strict, body.email))
    const again = await browser.submit(page, { password: 'passwordpassword' })
    expect([again.status, textOf(again).includes('among the first that others would guess')]).toEqual([
      400,
      true,
    ])
    expect(textOf(again)).not.toContain('too short')
    await strict.stop()
  })

  it('shows the form again for an address that is none', async () => {
    const browser = createBrowser(service)
    const page = await browser.open(`${service.url}/reset-password`)
    const again = await browser.submit(page, { login: 'no address' })
    expect([again.status, textOf(again).includes('Enter an e-mail address.')]).toEqual([400, true])
    expect(again.html).toContain('value="no address"')
  })

  it('leads back to the sign-in that it came from', async () => {
    const browser = createBrowser(service)
    const app = await registerTestApp(service, await signUp(service))
    const signIn = await openSignIn(service, browser, app.app_id)
    const page = await browser.open(linkOf(signIn, 'Forgot your password?')!)
    const sent = await browser.submit(page, { login: 'nobody@example.com' })
    expect(pathOf(await browser.open(linkOf(sent, 'Back to the sign-in')!))).toBe('/signin')
  })

  it('refuses a form that another site or another browser sends', async () => {
    const person = await signUp(service)
    const browser = createBrowser(service)
    const page = await browser.open(await resetLink(service, person.email))
    const fields = { ...hiddenFields(page), password: another }
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    for (const refused of [
      await browser.post(actionOf(page), fields, elsewhere),
      await browser.post(actionOf(page), { ...fields, form_token: '' }),
      await createBrowser(service).post(actionOf(page), fields),
    ])
      expectErrorPage(refused, 400, 'invalid_request')
    expect(await loginStatus(person, person.password)).toBe(200)
  })
})
