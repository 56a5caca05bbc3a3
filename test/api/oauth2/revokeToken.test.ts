import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, revokeToken, type AppRegistrationResponse } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import {
  basicOf,
  credentialsOf,
  expectAlive,
  expectDead,
  introspect,
  refresh,
  type AppCredentials,
} from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
})

afterAll(() => service.stop())

function revoke(by: AppCredentials, token: string | undefined, more: object = {}) {
  const body = { token: token ?? '', ...credentialsOf(by), ...more }
  return revokeToken({ client: service.as(), body })
}

describe('revokeToken', () => {
  it.each(['jwt', 'opaque'] as const)('ends one %s access token and not its grant', async (format) => {
    const own = await registerTestApp(service, person, { access_token_format: format })
    const tokens = await obtainTokens(service, person, own)
    await expectAlive(service, own, tokens.access_token)
    const answer = await revoke(own, tokens.access_token)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'content-length')).toBe('0')
    await expectDead(service, own, tokens.access_token)
    const { data } = await refresh(service, own, tokens.refresh_token)
    await expectAlive(service, own, data?.access_token ?? '')
  })

  it('ends the whole grant with a refresh token', async () => {
    const tokens = await obtainTokens(service, person, app)
    const other = await obtainTokens(service, person, app)
    expect(status(await revoke(app, tokens.refresh_token))).toBe(200)
    await expectDead(service, app, tokens.access_token)
    expectRefused(await refresh(service, app, tokens.refresh_token), 400, 'invalid_grant')
    await expectAlive(service, app, other.access_token)
  })

  it('ends the grant with a refresh token that was used already', async () => {
    const tokens = await obtainTokens(service, person, app)
    const next = (await refresh(service, app, tokens.refresh_token)).data
    await revoke(app, tokens.refresh_token)
    expectRefused(await refresh(service, app, next?.refresh_token), 400, 'invalid_grant')
    await expectDead(service, app, next?.access_token ?? '')
  })

  it('ends an app’s own token', async () => {
    const own = await registerTestApp(service, person, { access_token_format: 'opaque' })
    const tokens = await obtainTokens(service, person, own)
    await revoke(own, tokens.access_token, { token_type_hint: 'access_token' })
    expect(await introspect(service, own, tokens.access_token)).toEqual({ active: false })
  })

  it.each(['refresh_token', 'access_token', 'id_token', 'nonsense'])(
    'is not misled by the hint %s',
    async (hint) => {
      const tokens = await obtainTokens(service, person, app)
      await revoke(app, tokens.access_token, { token_type_hint: hint })
      await expectDead(service, app, tokens.access_token)
      await revoke(app, tokens.refresh_token, { token_type_hint: hint })
      expectRefused(await refresh(service, app, tokens.refresh_token), 400, 'invalid_grant')
    },
  )

  it('answers another app’s token as an unknown one, and leaves it alone', async () => {
    const tokens = await obtainTokens(service, person, app)
    const thief = await registerTestApp(service, await signUp(service))
    const answers = [
      await revoke(thief, tokens.access_token),
      await revoke(thief, tokens.refresh_token),
      await revoke(thief, 'nonsense'),
      await revoke(thief, 'refresh_AAAA'),
    ]
    expect(answers.map(status)).toEqual([200, 200, 200, 200])
    await expectAlive(service, app, tokens.access_token)
    expect(status(await refresh(service, app, tokens.refresh_token))).toBe(200)
  })

  it('ends nothing for someone who is not the app', async () => {
    const tokens = await obtainTokens(service, person, app)
    const wrong = { app_id: app.app_id, app_secret: 'secret_wrong' }
    expectRefused(await revoke(wrong, tokens.refresh_token), 401, 'invalid_client')
    expectRefused(await revoke({ app_id: app.app_id }, tokens.refresh_token), 401, 'invalid_client')
    const nobody = await revokeToken({ client: service.as(), body: { token: tokens.access_token } })
    expectRefused(nobody, 401, 'invalid_client')
    await expectAlive(service, app, tokens.access_token)
    expect(status(await refresh(service, app, tokens.refresh_token))).toBe(200)
  })

  it('takes Basic credentials, and a public app by its id', async () => {
    const tokens = await obtainTokens(service, person, app)
    const headers = basicOf(app.app_id, app.app_secret ?? '')
    const body = { token: tokens.access_token }
    expect(status(await revokeToken({ client: service.as(), body, headers }))).toBe(200)
    await expectDead(service, app, tokens.access_token)
    const open = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
    const given = await obtainTokens(service, person, open)
    expect(status(await revoke(open, given.refresh_token))).toBe(200)
    expectRefused(await refresh(service, open, given.refresh_token), 400, 'invalid_grant')
  })

  it('ends no session: a session token is none of an app’s business', async () => {
    expect(status(await revoke(app, person.token))).toBe(200)
    expect(status(await listApps({ client: service.as(person.token) }))).toBe(200)
  })

  it('refuses a request without a token', async () => {
    expectRefused(await revoke(app, undefined), 400, 'invalid_request')
    expectRefused(await revoke(app, 'x'.repeat(8193)), 400, 'invalid_request')
  })

  it('answers 200 again for a token that was revoked or has expired', async () => {
    const tokens = await obtainTokens(service, person, app)
    expect(status(await revoke(app, tokens.access_token))).toBe(200)
    expect(status(await revoke(app, tokens.access_token))).toBe(200)
    service.clock.advance(3601)
    expect(status(await revoke(app, tokens.access_token))).toBe(200)
    await expectDead(service, app, tokens.access_token)
  })
})
