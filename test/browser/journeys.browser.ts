import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getUserinfo, login, register, verifyEmail } from '../../client/index.ts'
import { password, signUp, type Person } from '#test/support/actors.ts'
import { codeOf, enrolAuthenticator } from '#test/support/factors.ts'
import { mailedTokens } from '#test/support/mailedTokens.ts'
import { endAuthorization } from '#test/support/relyingParty.ts'
import type { TestService } from '#test/support/service.ts'
import { backAtApp, begin, createWorld, giveAuthenticator, signInOn, visit, type World } from './world.ts'

/** Where addresses are verified, an owner of an app comes in by the link of their mail. */
async function signUpByMail(service: TestService): Promise<Person> {
  const [client, email] = [service.as(), 'owner@example.com']
  const { data: user } = await register({ client, body: { email, password }, throwOnError: true })
  const [token = ''] = await mailedTokens(service, email)
  await verifyEmail({ client, body: { token, password }, throwOnError: true })
  const { data } = await login({ client, body: { email, password }, throwOnError: true })
  return { id: user.id, email, password, token: data.token }
}

describe('a whole journey in Chromium, where addresses are verified', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ LATCHKEY_REGISTRATION: 'verified' }, signUpByMail)
  })
  afterAll(() => world.stop())

  it('leads from sign-up by mail, passkey and consent to the sign-out', { timeout: 60_000 }, async () => {
    const somebody = await visit(world)
    const { tab, context } = somebody
    const person = { email: 'nina@example.com', password: 'four quite unlikely words' }

    await begin(somebody, { prompt: 'create' })
    await tab.locator('#login').fill(person.email)
    await tab.locator('#password').fill(person.password)
    await tab.locator('.signup-submit').click()
    await tab.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()

    await world.service.running.jobs.idle()
    await tab.goto(`${world.service.url}/dev/mail`)
    await tab.locator('article', { hasText: person.email }).locator('a[href*="token="]').click()
    await tab.locator('#password').fill(person.password)
    await tab.locator('main form button[type=submit]').last().click()
    await tab.waitForURL(/\/verify-email\?step=done/)

    await giveAuthenticator(somebody)
    await tab.goto(`${world.service.url}/signin?return_to=%2Faccount%2Fpasskeys%2Fnew`)
    await signInOn(tab, person)
    await tab.locator('#name').fill('This laptop')
    await tab.locator('#passkey-add button').click()
    await tab.getByText('The passkey is added.').waitFor()
    await tab.getByRole('link', { name: 'Sign out' }).click()
    await tab.locator('.logout-submit').click()
    await tab.getByText('This browser is not signed in any more.').waitFor()

    const begun = await begin(somebody)
    await tab.locator('#passkey:not([hidden]), .consent-submit').first().waitFor()
    if (await tab.locator('.passkey-submit').isVisible()) await tab.locator('.passkey-submit').click()
    await tab.getByText('Orchard Notes').first().waitFor()
    await tab.locator('.consent-submit').click()
    const { claims, tokens, userinfo } = await endAuthorization(world.party, await backAtApp(tab), begun)
    expect(claims['amr']).toContain('user')
    expect(userinfo.email).toBe(person.email)

    await tab.goto(
      `${world.service.url}/oauth2/logout?${new URLSearchParams({ id_token_hint: tokens.id_token! })}`,
    )
    await tab.getByText('This browser is not signed in any more.').waitFor()
    const answer = await getUserinfo({ client: world.service.as(tokens.access_token) })
    expect(answer.response?.status).toBe(401)
    // The sign-in page would let them in again at once: this authenticator needs no finger.
    await begin(somebody, { prompt: 'none' })
    expect(new URL(await backAtApp(tab)).searchParams.get('error')).toBe('login_required')
    expect(world.complaints).toEqual([])
    await context.close()
  })
})

describe('a whole journey in Chromium', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.stop())

  it(
    'leads from a forgotten password by mail and an authenticator app back to the app',
    { timeout: 60_000 },
    async () => {
      const person = await signUp(world.service)
      const authenticator = await enrolAuthenticator(world.service, person)
      const somebody = await visit(world)
      const { tab, context } = somebody
      const begun = await begin(somebody)
      await signInOn(tab, { email: person.email, password: 'what was it' })
      await tab.getByRole('link', { name: /forgot/i }).click()
      await tab.locator('#login').fill(person.email)
      await tab.locator('main form button[type=submit]').click()
      await tab.getByRole('status').waitFor()

      const mailbox = await context.newPage()
      await world.service.running.jobs.idle()
      await mailbox.goto(`${world.service.url}/dev/mail`)
      await mailbox.locator('article', { hasText: person.email }).locator('a[href*="token="]').first().click()
      await mailbox.locator('#password').fill('four quite unlikely words')
      await mailbox.locator('main form > button[type=submit]').click()
      await mailbox.getByRole('status').waitFor()

      await tab.getByRole('link', { name: /sign-in|sign in/i }).click()
      await signInOn(tab, { email: person.email, password: person.password })
      await tab.getByRole('alert').waitFor()
      await signInOn(tab, { email: person.email, password: 'four quite unlikely words' })
      world.service.clock.advance(30)
      await tab.locator('#code').fill(codeOf(world.service, authenticator.secret))
      await tab.locator('.login-submit').click()
      await tab.locator('.consent-submit').click()
      const { claims } = await endAuthorization(world.party, await backAtApp(tab), begun)
      expect([claims.sub, claims['amr']]).toEqual([person.id, expect.arrayContaining(['pwd', 'otp'])])
      expect(world.complaints).toEqual([])
      await context.close()
    },
  )
})
