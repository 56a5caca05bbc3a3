import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, revokeOtherSessions } from '../../../client/index.ts'
import { registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { openConsent, openSignIn } from '#test/support/authorization.ts'
import { createBrowser } from '#test/support/browser.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, sessionsOf, trade } from '#test/support/sessions.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

describe('revokeOtherSessions', () => {
  it('ends all sessions of its user but its own: programs, browsers, those of app passwords', async () => {
    const person = await signUp(service)
    const stranger = await signUp(service)
    const app = await registerTestApp(service, stranger)
    const { app_password: secret } = await giveAppPassword(service, person)
    const browser = createBrowser(service)
    await openConsent(service, browser, app.app_id, person, { scope: 'openid' })
    const others = [await signIn(service, person.email), (await trade(service, secret)).access_token]
    const renewed = (await trade(service, person.token)).access_token
    expect(await sessionsOf(service, person.token)).toHaveLength(4)

    const answer = await revokeOtherSessions({ client: service.as(person.token) })
    expect(status(answer)).toBe(204)
    for (const token of others) expect(await isLive(service, token)).toBe(false)
    for (const token of [person.token, renewed, stranger.token])
      expect(await isLive(service, token)).toBe(true)
    expect(await sessionsOf(service, person.token)).toMatchObject([{ current: true }])
    // The browser is asked who it is: its cookie opens nothing any more.
    const page = await openSignIn(service, browser, app.app_id, { scope: 'openid' })
    expect(page.url).toContain('/signin')
    // An app password is no session.
    expect(status(await listApps({ client: service.as(secret) }))).toBe(200)
  })

  it('changes nothing where there is no other one', async () => {
    const { token } = await signUp(service)
    for (let times = 0; times < 2; times++)
      expect(status(await revokeOtherSessions({ client: service.as(token) }))).toBe(204)
    expect(await isLive(service, token)).toBe(true)
  })

  it('is closed to app passwords and what is made from them', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    for (const token of [secret, (await trade(service, secret)).access_token])
      expectRefused(await revokeOtherSessions({ client: service.as(token) }), 403, 'insufficient_scope')
    expect(await isLive(service, person.token)).toBe(true)
  })
})
