import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  confirmPasswordReset,
  getUserinfo,
  login,
  register,
  requestPasswordReset,
  resendVerification,
  verifyEmail,
} from '../../client/index.ts'
import { obtainTokens, password, registerTestApp } from '#test/support/actors.ts'
import { expectRefused, header, status, withoutRequestId } from '#test/support/answers.ts'
import { dumpDatabase } from '#test/support/dump.ts'
import { linkIn, startMailbox, tokenIn, type Mailbox } from '#test/support/mailbox.ts'
import { startService, type TestService } from '#test/support/service.ts'

let mailbox: Mailbox
let service: TestService

beforeAll(async () => {
  mailbox = await startMailbox()
  // With a mail server this is how registration works.
  service = await startService({ SMTP_URL: mailbox.url })
})

afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

let made = 0

/** An address that nobody has. */
function freshAddress(): string {
  return `fresh-${++made}@example.com`
}

function signUpAs(email: string, secret = password) {
  return register({ client: service.as(), body: { email, password: secret } })
}

function confirm(token: string, secret = password) {
  return verifyEmail({ client: service.as(), body: { token, password: secret } })
}

function logIn(email: string, secret = password) {
  return login({ client: service.as(), body: { email, password: secret } })
}

function resend(email: string) {
  return resendVerification({ client: service.as(), body: { email } })
}

/** Registers an address and returns the token of the link that is mailed to it. */
async function registered(email: string, secret = password): Promise<string> {
  const count = mailbox.mails.filter(({ to }) => to === email).length
  await signUpAs(email, secret)
  return tokenIn((await mailbox.mailsTo(email, count + 1)).at(-1)!)
}

/** An account that was registered and confirmed. */
async function confirmed(): Promise<string> {
  const email = freshAddress()
  expect(status(await confirm(await registered(email)))).toBe(200)
  return email
}

describe('a registration', () => {
  it('becomes an account, with the id it was told, when its link is confirmed with its password', async () => {
    const email = 'Ada.Lovelace@example.com'
    const { warnings, ...told } = (await signUpAs(email)).data!
    expect(warnings).toHaveLength(1)
    const [mail] = await mailbox.mailsTo(email)
    expect(linkIn(mail!).href).toMatch(/^http:\/\/localhost:\d+\/verify-email\?token=verify_[\w-]+$/)
    expect(mail?.text).toContain('works once, for 24 hours')
    const answer = await confirm(tokenIn(mail!))
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual(told)
    const { data } = await logIn(email.toLowerCase())
    expect(data?.user).toEqual(told)

    const person = { id: told.id, email, password, token: data!.token }
    const app = await registerTestApp(service, person)
    const tokens = await obtainTokens(service, person, app)
    expect((await getUserinfo({ client: service.as(tokens.access_token) })).data).toMatchObject({
      sub: told.id,
      email_verified: true,
    })
  })

  it('is no account before: login answers as it does to a wrong password, and a reset mails nothing', async () => {
    const email = freshAddress()
    await registered(email)
    const unknown = withoutRequestId(
      expectRefused(await logIn('nobody@example.com'), 401, 'invalid_credentials'),
    )
    expect(withoutRequestId(expectRefused(await logIn(email), 401, 'invalid_credentials'))).toEqual(unknown)
    await requestPasswordReset({ client: service.as(), body: { email } })
    await service.running.jobs.idle()
    await mailbox.mailsTo(email, 1)
  })

  it('is answered the same for an address that has an account, whose owner is told and nobody else', async () => {
    const email = await confirmed()
    const [known, unknown] = [
      await signUpAs(email.toUpperCase(), 'a stranger'),
      await signUpAs(freshAddress(), 'a stranger'),
    ]
    for (const answer of [known, unknown]) {
      expect(status(answer)).toBe(201)
      expect(answer.data).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        email: expect.any(String),
        created_at: expect.stringMatching(/^\d{4}-.*Z$/),
      })
    }
    const headersOf = ({ response }: typeof known) => [...(response?.headers.keys() ?? [])].toSorted()
    expect(headersOf(known)).toEqual(headersOf(unknown))
    const [, notice] = await mailbox.mailsTo(email, 2)
    expect(notice?.subject).toBe('You already have an account')
    expect(notice?.text).not.toMatch(/https?:/)
    expectRefused(await logIn(email, 'a stranger'), 401, 'invalid_credentials')
    expect(status(await logIn(email))).toBe(200)
  })

  it('of an address by two people becomes the account of the one who has the mailbox and the password', async () => {
    const email = freshAddress()
    const own = await registered(email, 'the password of the owner')
    const planted = await registered(email, 'the password of a stranger')
    // The owner has both mails, and knows one password; the stranger knows the other, and has no mail.
    expectRefused(await confirm(planted, 'the password of the owner'), 401, 'invalid_credentials')
    expect(status(await confirm(own, 'the password of the owner'))).toBe(200)
    expectRefused(await confirm(planted, 'the password of a stranger'), 400, 'invalid_grant')
    expectRefused(await logIn(email, 'the password of a stranger'), 401, 'invalid_credentials')
    expect(status(await logIn(email, 'the password of the owner'))).toBe(200)
  })

  it('keeps the rules of passwords and addresses, and mails nothing where they are broken', async () => {
    const email = freshAddress()
    expectRefused(await signUpAs(email, 'short'), 400, 'invalid_request')
    expectRefused(await signUpAs('no address'), 400, 'invalid_request')
    await service.running.jobs.idle()
    await mailbox.mailsTo(email, 0)
  })
})

describe('the link', () => {
  it('is not used up by a wrong password', async () => {
    const email = freshAddress()
    const token = await registered(email)
    const refusal = await confirm(token, 'password124')
    expectRefused(refusal, 401, 'invalid_credentials')
    expect(header(refusal, 'www-authenticate')).toBe('Bearer realm="latchkey"')
    expect(status(await logIn(email))).toBe(401)
    expect(status(await confirm(token))).toBe(200)
  })

  it('works once, for one of eight who use it at once', async () => {
    const email = freshAddress()
    const token = await registered(email)
    const answers = await Promise.all(Array.from({ length: 8 }, () => confirm(token)))
    expect(answers.map(status).toSorted()).toEqual([200, 400, 400, 400, 400, 400, 400, 400])
    expectRefused(await confirm(token), 400, 'invalid_grant')
    expect(status(await logIn(email))).toBe(200)
  })

  it('works for a day and no longer', async () => {
    const [email, late] = [freshAddress(), freshAddress()]
    const token = await registered(email)
    service.clock.advance(1_800)
    const later = await registered(late)
    // A quarter of an hour beyond a day for the first, as much before its end for the second.
    service.clock.advance(86_400 - 900)
    expectRefused(await confirm(token), 400, 'invalid_grant')
    expect(status(await confirm(later))).toBe(200)
    // What was not confirmed in time is gone: the address can be registered anew.
    expect(status(await confirm(await registered(email)))).toBe(200)
  })

  it('is no reset link, and the other way round', async () => {
    const email = await confirmed()
    await requestPasswordReset({ client: service.as(), body: { email } })
    const [, mail] = await mailbox.mailsTo(email, 2)
    const reset = tokenIn(mail!)
    expectRefused(await confirm(reset), 400, 'invalid_grant')
    const verification = await registered(freshAddress())
    const body = { token: verification, password: 'another password' }
    expectRefused(await confirmPasswordReset({ client: service.as(), body }), 400, 'invalid_grant')
    expect(status(await confirm(verification))).toBe(200)
    expect(
      status(await confirmPasswordReset({ client: service.as(), body: { ...body, token: reset } })),
    ).toBe(200)
  })
})

describe('asking again', () => {
  it('mails a new link for a registration that waits, and ends its older one', async () => {
    const email = freshAddress()
    const first = await registered(email)
    expect((await resend(email)).data).toEqual({ message: 'Verification email sent' })
    const [, mail] = await mailbox.mailsTo(email, 2)
    await service.running.jobs.idle()
    expectRefused(await confirm(first), 400, 'invalid_grant')
    expect(status(await confirm(tokenIn(mail!)))).toBe(200)
    expect(status(await logIn(email))).toBe(200)
  })

  it('is answered the same for every address, and mails nothing where nothing waits', async () => {
    const email = await confirmed()
    const answers = [
      await resend(email),
      await resend(freshAddress()),
      await resend('nobody-else@example.com'),
    ]
    for (const answer of answers) expect(answer.data).toEqual({ message: 'Verification email sent' })
    await service.running.jobs.idle()
    await mailbox.mailsTo(email, 1)
    await mailbox.mailsTo('nobody-else@example.com', 0)
  })

  it('does not bring back a registration that ran out of time', async () => {
    const email = freshAddress()
    await registered(email)
    service.clock.advance(86_401)
    await resend(email)
    await service.running.jobs.idle()
    await mailbox.mailsTo(email, 1)
  })
})

describe('what waits to be confirmed', () => {
  it('stands nowhere in clear: neither address nor password nor its hash', async () => {
    const email = freshAddress()
    const token = await registered(email, 'a password like no other')
    const dump = await dumpDatabase(service.database)
    for (const text of [email, 'a password like no other', token]) {
      expect(dump).not.toContain(text)
      expect(dump).not.toContain(Buffer.from(text).toString('hex'))
    }
    // The link and the finished job are there; no hash of a password is, beside those of accounts.
    const accounts = (await dumpUsers()).length
    expect([...dump.matchAll(/\$argon2id\$/g)]).toHaveLength(accounts)
    const log = service.log.join('')
    for (const text of [email, 'a password like no other', token]) expect(log).not.toContain(text)
    await confirm(token, 'a password like no other')
  })
})

async function dumpUsers(): Promise<readonly string[]> {
  const dump = await dumpDatabase(service.database)
  return dump.split('\n').filter((line) => line.includes('$argon2id$'))
}

describe('an address of an account that was never confirmed', () => {
  it('is confirmed by a link that is asked for, with the password of the account', async () => {
    const open = await startService({ SMTP_URL: mailbox.url, LATCHKEY_REGISTRATION: 'open' })
    try {
      const client = open.as()
      const email = freshAddress()
      const { data } = await register({ client, body: { email, password }, throwOnError: true })
      const { warnings: _warnings, ...user } = data
      await resendVerification({ client, body: { email } })
      const [mail] = await mailbox.mailsTo(email)
      const body = { token: tokenIn(mail!), password: 'not the password' }
      expectRefused(await verifyEmail({ client, body }), 401, 'invalid_credentials')
      expect((await verifyEmail({ client, body: { ...body, password } })).data).toEqual(user)
      expectRefused(await verifyEmail({ client, body: { ...body, password } }), 400, 'invalid_grant')
      await resendVerification({ client, body: { email } })
      await open.running.jobs.idle()
      await mailbox.mailsTo(email, 1)
    } finally {
      await open.stop()
    }
  })
})
