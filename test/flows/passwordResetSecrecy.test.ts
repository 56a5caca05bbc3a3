import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { confirmPasswordReset, createClient, requestPasswordReset } from '../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { header, status } from '#test/support/answers.ts'
import { dumpDatabase } from '#test/support/dump.ts'
import { linkIn, startMailbox, tokenIn, type Mailbox } from '#test/support/mailbox.ts'
import { startService, type TestService } from '#test/support/service.ts'

let mailbox: Mailbox
let service: TestService

beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({ SMTP_URL: mailbox.url, LATCHKEY_REGISTRATION: 'open' })
})

afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

const another = 'another password'

function confirm(token: string, secret = another) {
  return confirmPasswordReset({ client: service.as(), body: { token, password: secret } })
}

describe('the token of a link', () => {
  it('stands in the mail only: neither in the log nor in the database', async () => {
    const { email } = await signUp(service)
    await requestPasswordReset({ client: service.as(), body: { email } })
    const [mail] = await mailbox.mailsTo(email)
    const link = tokenIn(mail!)
    await service.running.jobs.idle()
    await confirm('reset_not-a-token')
    await confirm(link, 'short')
    const dump = await dumpDatabase(service.database)
    expect(dump).toContain(email)
    const forms = [link, Buffer.from(link).toString('hex'), Buffer.from(link).toString('base64').slice(0, 40)]
    for (const form of forms) expect(dump).not.toContain(form)
    expect(status(await confirm(link))).toBe(200)
    const log = service.log.join('')
    for (const secret of [link, link.slice(6, 40), email, another]) expect(log).not.toContain(secret)
  })

  it('is not logged in production either', async () => {
    const production = await startService({
      LATCHKEY_ISSUER: 'https://auth.example.com',
      LATCHKEY_SECRET: 'q2Zt0mYk3nS9xVb7LwEr5TfGh8JpQcUa',
      LATCHKEY_PASSWORD_MEMORY_KIB: '19456',
      LATCHKEY_PASSWORD_PASSES: '2',
      LATCHKEY_REGISTRATION: 'open',
      LATCHKEY_MAIL_FROM: 'Example <accounts@example.com>',
      HOST: '127.0.0.1',
      SMTP_URL: mailbox.url,
    })
    try {
      const at = {
        ...production,
        as: (token?: string) => createClient({ baseUrl: production.running.url, token, retries: 0 }),
      }
      const { email } = await signUp(at)
      await requestPasswordReset({ client: at.as(), body: { email } })
      const [mail] = await mailbox.mailsTo(email)
      expect(linkIn(mail!).href).toMatch(/^https:\/\/auth\.example\.com\/reset-password\?token=reset_[\w-]+$/)
      expect(mail?.from).toBe('accounts@example.com')
      const body = { token: tokenIn(mail!), password: another }
      const answer = await confirmPasswordReset({ client: at.as(), body })
      expect(status(answer)).toBe(200)
      expect(header(answer, 'cache-control')).toBe('no-store')
      await production.running.jobs.idle()
      const log = production.log.join('')
      expect(log).toContain('"operationId":"confirmPasswordReset"')
      for (const secret of [body.token, 'reset_', email, another]) expect(log).not.toContain(secret)
    } finally {
      await production.stop()
    }
  })
})
