import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomBytes } from 'node:crypto'
import { login } from '../../../client/index.ts'
import { password, registerTestApp, signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { authorizationUrl, pathOf } from '#test/support/authorization.ts'
import { createBrowser, hiddenFields, textOf } from '#test/support/browser.ts'
import { linkToken, mailsTo, subjectsTo } from '#test/support/mails.ts'
import { makeFormToken } from '#src/domain/browser/formToken.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let verified: TestService
beforeAll(async () => {
  service = await startService({ LATCHKEY_REGISTRATION: 'open' })
  verified = await startService({ LATCHKEY_REGISTRATION: 'verified' })
})
afterAll(() => Promise.all([service.stop(), verified.stop()]))

const fresh = () => `user-${randomBytes(6).toString('hex')}@example.com`

describe('submitSignUp', () => {
  it('makes an account, signs in with it, and goes on to the decision about the app', async () => {
    const { app_id: appId } = await registerTestApp(service, await signUp(service))
    const browser = createBrowser(service)
    const page = await browser.open(authorizationUrl(service, appId, { prompt: 'create' }))
    const email = fresh()
    const next = await browser.submit(page, { login: email, password })
    expect(pathOf(next)).toBe('/consent')
    expect(textOf(next)).toContain(`Signed in as ${email}.`)
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)
  })

  it('leads back to a page of ours, and nowhere else', async () => {
    for (const [target, path] of [
      ['/signout', '/signout'],
      ['//evil.example', '/account'],
    ] as const) {
      const browser = createBrowser(service)
      const page = await browser.open(`${service.url}/signup?return_to=${encodeURIComponent(target)}`)
      const fields = { ...hiddenFields(page), login: fresh(), password }
      const answer = await browser.post(`${service.url}/signup`, fields)
      expect([answer.status, answer.location]).toEqual([303, `${service.url}${path}`])
    }
  })

  it.each([
    ['an address that is none', { login: 'nobody', password }, 400, 'login', 'Enter an e-mail address'],
    ['nothing', {}, 400, 'login', 'Enter an e-mail address'],
    ['a short password', { login: 'a@example.com', password: 'short' }, 400, 'password', 'too short'],
  ])(
    'shows the form again for %s, with the reason beside the field',
    async (_what, fields, code, field, reason) => {
      const browser = createBrowser(service)
      const again = await browser.submit(await browser.open(`${service.url}/signup`), fields)
      expect(again.status).toBe(code)
      expect(again.html).toMatch(
        new RegExp(`id="${field}"[^>]* aria-invalid="true" aria-describedby="${field}-error[^>]* autofocus`),
      )
      expect(again.html.match(/ autofocus/g)).toHaveLength(1)
      expect(textOf(again)).toContain(reason)
      expect(again.html).not.toContain('value="short"')
      expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
    },
  )

  it('says that an address is taken where that may be told, and signs nobody in', async () => {
    const person = await signUp(service)
    const browser = createBrowser(service)
    const page = await browser.open(`${service.url}/signup`)
    const again = await browser.submit(page, { login: person.email, password: 'another password' })
    expect(again.status).toBe(409)
    expect(textOf(again)).toContain('This address already has an account.')
    expect([...browser.cookies.keys()]).toEqual(['latchkey-browser'])
  })

  it('refuses what is not from its page', async () => {
    const email = fresh()
    const answer = await createBrowser(service).post(`${service.url}/signup`, {
      form_token: 'made up',
      login: email,
      password,
    })
    expect(answer.status).toBe(400)
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(401)
  })

  it('answers the same for every address where addresses are verified: the rest is in the mail', async () => {
    const known = fresh()
    const answers = []
    for (const email of [known, known, fresh()]) {
      const browser = createBrowser(verified)
      const page = await browser.open(`${verified.url}/signup`)
      const sent = await browser.submit(page, { login: email, password })
      answers.push([sent.status, new URL(sent.url).search, textOf(sent), [...browser.cookies.keys()]])
      if (answers.length === 1) {
        const link = linkToken((await mailsTo(verified, known))[0])
        const confirm = await browser.open(`${verified.url}/verify-email?token=${link}`)
        expect(textOf(await browser.submit(confirm, { password }))).toContain('The address is confirmed.')
      }
    }
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(await subjectsTo(verified, known)).toEqual([
      'Confirm your e-mail address',
      'You already have an account',
    ])
  })

  it('makes none where registration is closed', async () => {
    const closed = await startService({ LATCHKEY_REGISTRATION: 'closed' })
    const browser = createBrowser(closed)
    await browser.open(`${closed.url}/signin`)
    const secret = browser.cookies.get('latchkey-browser')!
    const token = makeFormToken(secret, { purpose: 'sign_up', subject: '' })
    const answer = await browser.post(`${closed.url}/signup`, { form_token: token, login: fresh(), password })
    expect(answer.status).toBe(403)
    expect(textOf(answer)).toContain('No new accounts')
    await closed.stop()
  })
})
