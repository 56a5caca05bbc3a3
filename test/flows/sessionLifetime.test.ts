import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, listApps } from '../../client/index.ts'
import { obtainTokens, redirectUri, registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive, expectDead, redeem, refresh, refreshed, requestCode } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({
    LATCHKEY_SESSION_TOKEN_SECONDS: '7200',
    LATCHKEY_SESSION_IDLE_SECONDS: '600',
    LATCHKEY_SESSION_ABSOLUTE_SECONDS: '7200',
    LATCHKEY_ACCESS_TOKEN_SECONDS: '3000',
    LATCHKEY_CODE_SECONDS: '600',
  })
})

afterAll(() => service.stop())

function use(token: string) {
  return listApps({ client: service.as(token) })
}

async function ownApp() {
  const person = await signUp(service)
  return { person, app: await registerTestApp(service, person) }
}

describe('session', () => {
  it('ends when it is not used, though its token has not expired', async () => {
    const { token } = await signUp(service)
    service.clock.advance(540)
    expect(status(await use(token))).toBe(200)
    service.clock.advance(661)
    expectRefused(await use(token), 401, 'invalid_token')
  })

  it('is not revived by the attempt to use it', async () => {
    const { token } = await signUp(service)
    service.clock.advance(661)
    for (let attempt = 0; attempt < 3; attempt++) expectRefused(await use(token), 401, 'invalid_token')
  })

  it('goes on as long as it is used, and ends at its absolute end', async () => {
    const { token } = await signUp(service)
    for (let passed = 0; passed < 7000; passed += 500) {
      service.clock.advance(500)
      expect(status(await use(token))).toBe(200)
    }
    service.clock.advance(201)
    expectRefused(await use(token), 401, 'invalid_token')
  })

  it('is one of several, each with its own end', async () => {
    const { email, token } = await signUp(service)
    service.clock.advance(500)
    const other = await signIn(service, email)
    service.clock.advance(161)
    expectRefused(await use(token), 401, 'invalid_token')
    expect(status(await use(other))).toBe(200)
  })

  it('takes the tokens with it that apps got in it', async () => {
    const { person, app } = await ownApp()
    const tokens = await obtainTokens(service, person, app)
    await expectAlive(service, app, tokens.access_token)
    service.clock.advance(661)
    await expectDead(service, app, tokens.access_token)
    expectRefused(await refresh(service, app, tokens.refresh_token), 400, 'invalid_grant')
  })

  it('takes a code with it that nobody has redeemed yet', async () => {
    const { person, app } = await ownApp()
    // Use is noted once a minute: the session counts as used when it began, the code is younger.
    service.clock.advance(50)
    const [punctual, late] = [
      await requestCode(service, person, app),
      await requestCode(service, person, app),
    ]
    service.clock.advance(540)
    expect(status(await redeem(service, app, punctual))).toBe(200)
    service.clock.advance(15)
    expectRefused(await redeem(service, app, late), 400, 'invalid_grant')
  })

  it('is kept alive by an app that refreshes in it', async () => {
    const { person, app } = await ownApp()
    let { refresh_token } = await obtainTokens(service, person, app)
    for (let passed = 0; passed < 2000; passed += 500) {
      service.clock.advance(500)
      refresh_token = (await refreshed(service, app, refresh_token)).refresh_token
    }
    expect(status(await use(person.token))).toBe(200)
  })

  it('authorizes nothing after its end', async () => {
    const { person, app } = await ownApp()
    service.clock.advance(661)
    const body = { response_type: 'code', client_id: app.app_id, redirect_uri: redirectUri }
    expectRefused(await authorize({ client: service.as(person.token), body }), 401, 'invalid_token')
  })
})
