import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { login, register } from '../../client/index.ts'
import { redirectUri, registerTestApp, signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const password = 'password123'

async function signUpAs(email: string, secret = password) {
  return status(await register({ client: service.as(), body: { email, password: secret } }))
}

async function logInAs(email: string, secret = password) {
  return status(await login({ client: service.as(), body: { email, password: secret } }))
}

/** Posts JSON text as it is: an SDK would repair what must not be repaired. */
async function registerText(email: string, secret = `"${password}"`) {
  const body = `{"email":${email},"password":${secret}}`
  const headers = { 'content-type': 'application/json' }
  return (await send(service.url, { method: 'POST', path: '/api/v1/auth/register', headers, body })).status
}

describe('an address', () => {
  it.each([
    ['another case', 'Ada@Example.com', 'aDA@eXAMPLE.COM'],
    ['another case outside ASCII', 'ÄNNE@example.com', 'änne@example.com'],
    ['another composition', 'zoe\u0308@example.com', 'zo\u00eb@example.com'],
    ['composition after lower case', 'e\u0301.X@example.com', '\u00c9.x@example.com'],
    ['a domain in its ASCII form', 'a@b\u00fccher.example', 'a@xn--bcher-kva.example'],
    ['a domain in another case', 'b@B\u00dcCHER.example', 'b@b\u00fccher.example'],
    ['the Kelvin sign', '\u212aelvin@example.com', 'kelvin@example.com'],
  ])('is one account in every spelling: %s', async (_, first, second) => {
    expect([await signUpAs(first), await signUpAs(second), await signUpAs(first)]).toEqual([201, 409, 409])
    expect([await logInAs(first), await logInAs(second)]).toEqual([200, 200])
  })

  it.each([
    ['a Cyrillic letter', 'paypal@example.com', 'p\u0430ypal@example.com'],
    ['full-width letters', 'admin@example.com', '\uff41dmin@example.com'],
    ['a dotless i', 'mail@example.com', 'ma\u0131l@example.com'],
    ['a dotted I', 'info@example.com', '\u0130nfo@example.com'],
    ['a sharp s', 'strasse@example.com', 'stra\u00dfe@example.com'],
    ['a ligature', 'office@example.com', 'o\ufb03ce@example.com'],
    ['a tag', 'tag@example.com', 'tag+x@example.com'],
    ['a dot', 'firstlast@example.com', 'first.last@example.com'],
    ['a Greek question', 'omega@example.com', '\u03a9mega@example.com'],
  ])('that only resembles another is another account, or none: %s', async (_, real, alike) => {
    expect(await signUpAs(real)).toBe(201)
    const made = await signUpAs(alike, 'the attacker’s own')
    expect([201, 400]).toContain(made)
    expect(await logInAs(real, 'the attacker’s own')).toBe(401)
    expect(await logInAs(alike)).toBe(401)
    expect(await logInAs(real)).toBe(200)
  })

  it.each([
    ...[
      '"quoted"@example.com',
      '"a b"@example.com',
      'a(comment)@example.com',
      'a@(c)example.com',
      'a@[127.0.0.1]',
    ],
    ...[
      'a@example.com.',
      'a.@example.com',
      '.a@example.com',
      'a..b@example.com',
      'a@.example.com',
      'a@example..com',
    ],
    ...[
      'a@127.0.0.1',
      'a@2130706433',
      'a@0x7f.1',
      'a@[::1]',
      'a@-example.com',
      'a@example-.com',
      'a@exa_mple.com',
    ],
    ...[
      'a@b@example.com',
      '@example.com',
      'a@',
      'a',
      'a b@example.com',
      'a@exam ple.com',
      ' a@example.com',
      'a@example.com ',
    ],
    ...[
      'a\u0000@example.com',
      'a@example.com\u0000',
      'a\r\nBcc: b@example.com',
      'a@example.com\r\nBcc: b@c.de',
      'a,b@example.com',
    ],
    ...[
      'a\u200b@example.com',
      'a\u202e@example.com',
      '\ufeffa@example.com',
      'a@ex\u00adample.com',
      'a@exa\u200dmple.com',
    ],
    ...[
      'a@ex\uff41mple.com',
      'a@example\u3002com',
      'a@xn--\u00fc.com',
      'a@xn--99999999.com',
      'a@%65xample.com',
      'a@example.com/x',
    ],
    ...[
      '<a@example.com>',
      'A <a@example.com>',
      'mailto:a@example.com',
      `${'a'.repeat(65)}@example.com`,
      `a@${'a'.repeat(64)}.com`,
    ],
    ...[
      `a@${'a.'.repeat(126)}com`,
      `${'\u00e4'.repeat(33)}@example.com`,
      'a@example.com;b@example.com',
      'a@exam\u0000ple.com',
    ],
  ])('of two meanings is none: %j', async (email) => {
    expect(await signUpAs(email)).toBe(400)
    expect([400, 401]).toContain(await logInAs(email))
  })

  it.each([
    '"\\ud800@example.com"',
    '"a\\udfff@example.com"',
    '"a@\\ud83d.example"',
    '"\\u0000@example.com"',
  ])('is well-formed text, whatever JSON can spell: %s', async (email) => {
    expect(await registerText(email)).toBe(400)
  })
})

describe('a password', () => {
  it.each([
    ['NFC and NFD', 'p\u00e4ssw\u00f6rd', 'pa\u0308sswo\u0308rd'],
    ['full width', '\uff50\uff41\uff53\uff53word1', 'password1'],
    ['a ligature', 'e\ufb03cient1', 'efficient1'],
    ['a no-break space', 'pass\u00a0word', 'pass word'],
    ['an ideographic space', 'pass\u3000word', 'pass word'],
  ])('is the same from every keyboard: %s', async (_, first, second) => {
    const { email } = await signUp(service)
    const own = `own-${email}`
    expect(await signUpAs(own, first)).toBe(201)
    expect([await logInAs(own, first), await logInAs(own, second)]).toEqual([200, 200])
  })

  it.each([
    ['another case', 'password-1', 'PASSWORD-1'],
    ['a space before', 'password-1', ' password-1'],
    ['a space after', 'password-1', 'password-1 '],
    ['a NUL and more', 'password-1', 'password-1\u0000x'],
    ['a zero-width space', 'password-1', 'pass\u200bword-1'],
    ['a look-alike', 'password-1', 'p\u0430ssword-1'],
    ['a longer text with the same beginning of 72 bytes', 'a'.repeat(80), `${'a'.repeat(79)}b`],
    ['a longer text with the same beginning of 1023 bytes', 'a'.repeat(1024), `${'a'.repeat(1023)}b`],
  ])('is no other one: %s', async (_, real, other) => {
    const { email } = await signUp(service)
    const own = `own-${email}`
    expect(await signUpAs(own, real)).toBe(201)
    expect([await logInAs(own, other), await logInAs(own, real)]).toEqual([401, 200])
  })

  it('is well-formed text: what would be replaced on the way is refused', async () => {
    const { email } = await signUp(service)
    expect(await registerText(`"own-${email}"`, '"password\\ud800"')).toBe(400)
    expect(await registerText(`"own-${email}"`, '"password\\udc00\\ud800"')).toBe(400)
  })

  it.each([
    ['\u0301'.repeat(600)],
    ['\ufdfa'.repeat(300)],
    ['\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(100)],
    [`a${'\u0300'.repeat(1000)}`],
  ])('that grows when it is normalised is measured after it: %#', async (secret) => {
    const { email } = await signUp(service)
    const started = performance.now()
    expect(await signUpAs(`own-${email}`, secret)).toBe(400)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('a text that JSON can spell and UTF-8 cannot', () => {
  it.each([
    ['the name of a new app', 'POST', '/api/v1/apps/register', (text: string) => `{"name":${text}}`],
    [
      'a description',
      'POST',
      '/api/v1/apps/register',
      (text: string) => `{"name":"x","description":${text}}`,
    ],
    ['the name of an app', 'PATCH', '/api/v1/apps/APP', (text: string) => `{"name":${text}}`],
    ['the name of a secret', 'POST', '/api/v1/apps/APP/secrets', (text: string) => `{"name":${text}}`],
    ['a nonce', 'POST', '/oauth2/authorize', (text: string) => `{"nonce":${text},REQUEST}`],
    ['a state', 'POST', '/oauth2/authorize', (text: string) => `{"state":${text},REQUEST}`],
  ] as const)('is refused as %s: it would come back as another', async (_, method, path, bodyOf) => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person, { require_pkce: false })
    const request = `"response_type":"code","client_id":"${app.app_id}","redirect_uri":"${redirectUri}"`
    for (const text of ['"\\ud800"', '"a\\udfffb"', '"\\udc00\\ud800"']) {
      const answer = await send(service.url, {
        method,
        path: path.replace('APP', app.app_id),
        headers: { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' },
        body: bodyOf(text).replace('REQUEST', request),
      })
      const inside = new URL(String(answer.body.redirect_uri ?? 'https://x/')).searchParams.get('error')
      expect([answer.status, answer.body.error ?? inside]).toEqual([
        inside === null ? 400 : 200,
        'invalid_request',
      ])
    }
  })
})
