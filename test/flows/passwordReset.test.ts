import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  confirmPasswordReset,
  getUserinfo,
  listApps,
  login,
  requestPasswordReset,
} from '../../client/index.ts'
import { obtainTokens, password, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { linkIn, startMailbox, tokenIn, type Mailbox } from '#test/support/mailbox.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive, expectDead, refresh } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'

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

function ask(email: string) {
  return requestPasswordReset({ client: service.as(), body: { email } })
}

function confirm(token: string, secret = another) {
  return confirmPasswordReset({ client: service.as(), body: { token, password: secret } })
}

async function loginStatus(email: string, secret: string): Promise<number | undefined> {
  return status(await login({ client: service.as(), body: { email, password: secret } }))
}

/** Somebody with an account who has asked for a link, and the token of that link. */
async function forgetful(): Promise<Person & { readonly link: string }> {
  const person = await signUp(service)
  return { ...person, link: await mailedToken(person.email) }
}

/** Asks for a link and waits for it. */
async function mailedToken(email: string): Promise<string> {
  const count = mailbox.mails.filter(({ to }) => to === email).length
  await ask(email)
  return tokenIn((await mailbox.mailsTo(email, count + 1)).at(-1)!)
}

describe('a forgotten password', () => {
  it('is replaced with the mailed link, which ends everything that the former one opened', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person, { scopes: ['openid', 'email', 'offline_access'] })
    const tokens = await obtainTokens(service, person, app, { scope: 'openid email' })
    const offline = await obtainTokens(service, person, app, { scope: 'openid email offline_access' })
    const elsewhere = await signIn(service, person.email)
    await expectAlive(service, app, tokens.access_token)

    const answer = await confirm(await mailedToken(person.email))
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ message: 'Password changed' })
    expect(answer.response?.headers.get('set-cookie')).toBeNull()

    expect(await loginStatus(person.email, password)).toBe(401)
    for (const token of [person.token, elsewhere])
      expectRefused(await listApps({ client: service.as(token) }), 401, 'invalid_token')
    for (const each of [tokens, offline]) {
      await expectDead(service, app, each.access_token)
      expectRefused(await refresh(service, app, each.refresh_token), 400, 'invalid_grant')
    }
    const { data } = await login({
      client: service.as(),
      body: { email: person.email, password: another },
      throwOnError: true,
    })
    const again = await obtainTokens(service, { ...person, token: data.token }, app, {
      scope: 'openid email',
    })
    expect((await getUserinfo({ client: service.as(again.access_token) })).data).toMatchObject({
      email: person.email,
      email_verified: true,
    })
  })

  it('is told to its owner when it has been replaced, without a link', async () => {
    const { email, link } = await forgetful()
    await confirm(link)
    const [, notice] = await mailbox.mailsTo(email, 2)
    expect(notice?.subject).toBe('Your password was changed')
    expect(notice?.text).toContain('signed out everywhere')
    expect(`${notice?.text}${notice?.html}`).not.toMatch(/https?:/)
  })

  it('is as good as before while nobody uses the link', async () => {
    const { email, token } = await forgetful()
    expect(await loginStatus(email, password)).toBe(200)
    expect(status(await listApps({ client: service.as(token) }))).toBe(200)
  })
})

describe('the link', () => {
  it('works once', async () => {
    const { email, link } = await forgetful()
    expect(status(await confirm(link))).toBe(200)
    expectRefused(await confirm(link, 'a third password'), 400, 'invalid_grant')
    expect(await loginStatus(email, 'a third password')).toBe(401)
    expect(await loginStatus(email, another)).toBe(200)
  })

  it('is won by one of eight who use it at once', async () => {
    const { email, link } = await forgetful()
    const passwords = Array.from({ length: 8 }, (_, index) => `the password of ${index}`)
    const answers = await Promise.all(passwords.map((each) => confirm(link, each)))
    const statuses = answers.map(status)
    expect(statuses.toSorted()).toEqual([200, 400, 400, 400, 400, 400, 400, 400])
    const winner = statuses.indexOf(200)
    expect(await loginStatus(email, passwords[winner]!)).toBe(200)
    expect(await loginStatus(email, passwords[(winner + 1) % 8]!)).toBe(401)
    // One change, one notice.
    await service.running.jobs.idle()
    await mailbox.mailsTo(email, 2)
  })

  it('works for half an hour and no longer', async () => {
    const { email, link } = await forgetful()
    service.clock.advance(1795)
    const late = await forgetful()
    service.clock.advance(6)
    expectRefused(await confirm(link), 400, 'invalid_grant')
    expect(await loginStatus(email, password)).toBe(200)
    expect(status(await confirm(late.link))).toBe(200)
  })

  it('makes earlier ones useless once it has been mailed', async () => {
    const { email, link } = await forgetful()
    const newer = await mailedToken(email)
    await service.running.jobs.idle()
    expectRefused(await confirm(link), 400, 'invalid_grant')
    expect(await loginStatus(email, password)).toBe(200)
    expect(status(await confirm(newer))).toBe(200)
  })

  it('is not used up by a password that breaks the rules, or by a request that is malformed', async () => {
    const { email, link } = await forgetful()
    for (const weak of ['short', 'pässwör', 'ä'.repeat(600)])
      expectRefused(await confirm(link, weak), 400, 'invalid_request')
    expect(await loginStatus(email, password)).toBe(200)
    expect(status(await confirm(link))).toBe(200)
  })

  it('leads to the configured issuer, whatever the request says about hosts', async () => {
    const { email } = await signUp(service)
    const answer = await send(service.running.url, {
      method: 'POST',
      path: '/api/v1/auth/reset-password',
      headers: {
        'content-type': 'application/json',
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'host=evil.example',
        origin: 'https://evil.example',
        referer: 'https://evil.example/',
      },
      body: JSON.stringify({ email }),
    })
    expect(answer.status).toBe(200)
    const [mail] = await mailbox.mailsTo(email)
    expect(linkIn(mail!).origin).toBe(service.config.issuer)
    expect(linkIn(mail!).pathname).toBe('/reset-password')
    expect(mail?.raw).not.toContain('evil')
  })
})

describe('asking for a link', () => {
  it('is answered the same for an address without an account, and sends no mail', async () => {
    const { email } = await signUp(service)
    const [known, unknown] = [await ask(email), await ask('nobody-at-all@example.com')]
    expect(unknown.data).toEqual(known.data)
    expect(known.data).toEqual({ message: 'Password reset email sent' })
    const headersOf = ({ response }: typeof known) => [...(response?.headers.keys() ?? [])].toSorted()
    expect(headersOf(unknown)).toEqual(headersOf(known))
    await mailbox.mailsTo(email)
    await service.running.jobs.idle()
    await mailbox.mailsTo('nobody-at-all@example.com', 0)
  })

  it('mails to the address of the account, not to the spelling of whoever asks', async () => {
    const { email } = await signUp(service)
    await ask(email.toUpperCase())
    expect((await mailbox.mailsTo(email))[0]?.headers.get('to')).toBe(email)
    expect(mailbox.mails.filter(({ to }) => to.toLowerCase() === email)).toHaveLength(1)
  })

  it('sends an address five mails an hour and no more', async () => {
    const { email } = await signUp(service)
    for (let count = 0; count < 8; count++) expect(status(await ask(email))).toBe(200)
    await service.running.jobs.idle()
    const mails = await mailbox.mailsTo(email, 5)
    // The last of them works: who floods a mailbox keeps nobody out.
    const outcomes = await Promise.all(mails.map((mail) => confirm(tokenIn(mail))))
    expect(outcomes.filter((outcome) => status(outcome) === 200)).toHaveLength(1)
    await service.running.jobs.idle()
    service.clock.advance(3601)
    await ask(email)
    await mailbox.mailsTo(email, 7)
  })
})

describe('the mail', () => {
  it('comes in the language of the request, in both forms, and loads nothing', async () => {
    const { email } = await signUp(service)
    const headers = { 'accept-language': 'fr;q=0.3, de-AT, en;q=0.5' }
    await requestPasswordReset({ client: service.as(), body: { email }, headers })
    const [mail] = await mailbox.mailsTo(email)
    expect(mail?.subject).toBe('Neues Passwort wählen')
    expect(mail?.text).toContain(`für das Konto ${email} bei ${new URL(service.config.issuer).host}`)
    expect(mail?.text).toContain('einmal, 30 Minuten lang')
    expect(mail?.html).toContain('<html lang="de" dir="ltr">')
    expect(mail?.html).not.toMatch(/<img|<link|<script|url\(|src=/i)
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail?.headers.get('content-language')).toBe('de')
    expect(mail?.headers.get('from')).toBe('Latchkey <no-reply@localhost>')
    expect(mail?.from).toBe('no-reply@localhost')
  })
})

describe('a token that is none', () => {
  it('is refused like one that was used', async () => {
    const { link } = await forgetful()
    await confirm(link)
    const refusals = [
      link,
      link.slice(0, -1),
      `${link}x`,
      'reset_',
      'garbage',
      link.replace('reset_', 'verify_'),
    ]
    const bodies = await Promise.all(
      refusals.map(async (token) =>
        withoutRequestId(expectRefused(await confirm(token), 400, 'invalid_grant')),
      ),
    )
    for (const body of bodies) expect(body).toEqual(bodies[0])
  })
})
