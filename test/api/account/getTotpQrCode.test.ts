import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmTotp, enrolTotp, getTotpQrCode } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { codeOf } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectedModules, modulesOf } from '#test/support/qrCode.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const qrOf = (token: string) =>
  fetch(`${service.url}/api/v1/me/mfa/totp/qr.png`, { headers: { authorization: `Bearer ${token}` } })

describe('getTotpQrCode', () => {
  it('is a PNG that says what the enrolment said, and that nobody keeps', async () => {
    const { token } = await signUp(service)
    const { data } = await enrolTotp({ client: service.as(token), throwOnError: true })
    const answer = await qrOf(token)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('vary')).toContain('Authorization, X-Auth-Token')
    const png = Buffer.from(await answer.arrayBuffer())
    expect(modulesOf(png)).toBe(expectedModules(data.otpauth_uri))
  })

  it('is there while the secret waits, and never again', async () => {
    const { token } = await signUp(service)
    const client = service.as(token)
    expectRefused(await getTotpQrCode({ client }), 404, 'not_found')
    const { data } = await enrolTotp({ client, throwOnError: true })
    expect((await qrOf(token)).status).toBe(200)
    await confirmTotp({ client, body: { code: codeOf(service, data.secret) }, throwOnError: true })
    expectRefused(await getTotpQrCode({ client }), 404, 'not_found')
  })

  it('is not there for a secret that has waited too long, nor for somebody else', async () => {
    const { token } = await signUp(service)
    await enrolTotp({ client: service.as(token), throwOnError: true })
    const stranger = await signUp(service)
    expect((await qrOf(stranger.token)).status).toBe(404)
    service.clock.advance(301)
    // A session that was left open shows nobody the secret.
    const stale = await getTotpQrCode({ client: service.as(token) })
    expectRefused(stale, 401, 'insufficient_user_authentication')
    expect(status(stale)).toBe(401)
  })
})
