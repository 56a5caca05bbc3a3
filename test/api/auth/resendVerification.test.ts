import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register, resendVerification, verifyEmail } from '../../../client/index.ts'
import { password } from '#test/support/actors.ts'
import { expectRefused, failingPaths, status } from '#test/support/answers.ts'
import { mailedTokens } from '#test/support/mailedTokens.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({ LATCHKEY_REGISTRATION: 'verified' })
})

afterAll(() => service.stop())

function resend(email: string) {
  return resendVerification({ client: service.as(), body: { email } })
}

describe('resendVerification', () => {
  it('mails another link to the address that was registered, however it is spelled now', async () => {
    const email = 'waiting@example.com'
    await register({ client: service.as(), body: { email, password } })
    const [first] = await mailedTokens(service, email)
    const answer = await resend('Waiting@Example.COM')
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ message: 'Verification email sent' })
    const [second] = await mailedTokens(service, email)
    expect(second).toMatch(/^verify_/)
    expect(second).not.toBe(first)
    const body = { token: first!, password }
    expectRefused(await verifyEmail({ client: service.as(), body }), 400, 'invalid_grant')
    expect(status(await verifyEmail({ client: service.as(), body: { ...body, token: second! } }))).toBe(200)
  })

  it('answers the same where nothing waits, and mails nothing', async () => {
    expect((await resend('nobody@example.com')).data).toEqual({ message: 'Verification email sent' })
    expect(await mailedTokens(service, 'nobody@example.com')).toEqual([])
  })

  it.each(['not an address', '', 'a@b'])('refuses %j as an address', async (email) => {
    expect(failingPaths(expectRefused(await resend(email), 400, 'invalid_request'))).toEqual(['/email'])
  })
})
