import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationRequest, AppRegistrationResponse } from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive, expectDead, introspect, refresh, refreshed } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const day = 86_400

async function start(scope: string, body: Partial<AppRegistrationRequest> = {}) {
  person = await signUp(service)
  app = await registerTestApp(service, person, { scopes: ['openid', 'email', 'offline_access'], ...body })
  const tokens = await obtainTokens(service, person, app, { scope })
  return { ...tokens, refresh_token: tokens.refresh_token ?? '' }
}

/** Refreshes every so many days, for so many days, and returns the last tokens. */
async function refreshEvery(days: number, total: number, refreshToken: string) {
  let token = refreshToken
  let last = { access_token: '', refresh_token: token }
  for (let passed = 0; passed < total; passed += days) {
    service.clock.advance(days * day)
    last = await refreshed(service, app, token)
    token = last.refresh_token
  }
  return last
}

/** Expects neither the token nor the access token to be worth anything any more. */
async function expectOver(refreshToken: string): Promise<void> {
  expectRefused(await refresh(service, app, refreshToken), 400, 'invalid_grant')
  expect(await introspect(service, app, refreshToken)).toEqual({ active: false })
}

describe('lifetime of a refresh token', () => {
  it('ends with its session, which ends after seven days without use', async () => {
    const { refresh_token } = await start('openid')
    service.clock.advance(7 * day - 120)
    const next = await refreshed(service, app, refresh_token)
    service.clock.advance(7 * day + 60)
    await expectOver(next.refresh_token)
  })

  it('ends with its session, which lives as long as it is used', async () => {
    const { refresh_token } = await start('openid')
    const last = await refreshEvery(6, 24, refresh_token)
    await expectAlive(service, app, last.access_token)
  })

  it('ends with its session, which ends after 30 days in any case', async () => {
    const { refresh_token } = await start('openid')
    const last = await refreshEvery(5, 25, refresh_token)
    service.clock.advance(5 * day - 60)
    const next = await refreshed(service, app, last.refresh_token)
    await expectAlive(service, app, next.access_token)
    service.clock.advance(120)
    await expectOver(next.refresh_token)
    // Issued a minute before the end, and dead with it: an access token does not outlive its session.
    await expectDead(service, app, next.access_token)
  })

  it('outlives its session with offline_access', async () => {
    const { refresh_token, scope } = await start('openid email offline_access')
    expect(scope).toBe('openid email offline_access')
    const last = await refreshEvery(29, 58, refresh_token)
    await expectAlive(service, app, last.access_token)
  })

  it('ends with offline_access after 30 days without use', async () => {
    const { refresh_token } = await start('openid offline_access')
    service.clock.advance(30 * day - 60)
    const next = await refreshed(service, app, refresh_token)
    service.clock.advance(30 * day + 60)
    await expectOver(next.refresh_token)
  })

  it('ends with offline_access after 365 days in any case', async () => {
    const { refresh_token } = await start('openid offline_access')
    const last = await refreshEvery(28, 364, refresh_token)
    service.clock.advance(day - 60)
    const next = await refreshed(service, app, last.refresh_token)
    service.clock.advance(120)
    await expectOver(next.refresh_token)
  })

  it.each([
    ['jwt', 'openid'],
    ['opaque', 'openid'],
    ['jwt', 'openid offline_access'],
    ['opaque', 'openid offline_access'],
  ] as const)('is no way to prolong a %s access token for %s', async (access_token_format, scope) => {
    const { access_token, refresh_token } = await start(scope, { access_token_format })
    service.clock.advance(3601)
    await expectDead(service, app, access_token)
    const next = await refreshed(service, app, refresh_token)
    await expectAlive(service, app, next.access_token)
    await expectDead(service, app, access_token)
  })
})
