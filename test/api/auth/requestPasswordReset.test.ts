import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestPasswordReset } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function ask(email: string) {
  return requestPasswordReset({ client: service.as(), body: { email } })
}

/** The mails of the development mailbox that went to an address. */
async function mailsTo(address: string) {
  await service.running.jobs.idle()
  return service.running.context.mailbox!.list().filter(({ to }) => to === address)
}

describe('requestPasswordReset', () => {
  it('answers as printed and mails a link to the account', async () => {
    const { email } = await signUp(service)
    const answer = await ask(email)
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ message: 'Password reset email sent' })
    expect(header(answer, 'cache-control')).toBe('no-store')
    const [mail] = await mailsTo(email)
    expect(mail).toMatchObject({ to: email, language: 'en', sentAt: expect.any(Date) })
    expect(mail?.text).toContain(`${service.url}/reset-password?token=reset_`)
  })

  it('answers the same for an address without an account, and mails nothing', async () => {
    expect((await ask('nobody@example.com')).data).toEqual({ message: 'Password reset email sent' })
    expect(await mailsTo('nobody@example.com')).toEqual([])
  })

  it.each(['not an address', 'a@b@example.com', 'a\u0000@example.com', `${'a'.repeat(250)}@example.com`])(
    'refuses %j as an address',
    async (email) => {
      expect(failingPaths(expectRefused(await ask(email), 400, 'invalid_request'))).toEqual(['/email'])
    },
  )

  it('knows the address only', async () => {
    const { email } = await signUp(service)
    const body = { email, redirect: 'https://evil.example' } as never
    expectRefused(await requestPasswordReset({ client: service.as(), body }), 400, 'invalid_request')
    const list = { email: [email, 'thief@example.com'] } as never
    expectRefused(await requestPasswordReset({ client: service.as(), body: list }), 400, 'invalid_request')
    expect(await mailsTo(email)).toEqual([])
  })

  it('lists the mails of development newest first, and logs none of their links', async () => {
    const { email } = await signUp(service)
    await ask(email)
    await service.running.jobs.idle()
    await ask(email)
    const [newest, older] = await mailsTo(email)
    expect(newest?.sentAt.getTime()).toBeGreaterThanOrEqual(older!.sentAt.getTime())
    expect(newest?.id).not.toBe(older?.id)
    expect(service.log.join('')).not.toMatch(/reset_|reset-password\?/)
  })
})
