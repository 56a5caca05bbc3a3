import { describe, expect, it } from 'vitest'
import { readConfig, type Config } from '#src/config.ts'

const secret = 'q2Zt0mYk3nS9xVb7LwEr5TfGh8JpQcUa'
const production = { LATCHKEY_ISSUER: 'https://auth.example.com', LATCHKEY_SECRET: secret }

function configOf(environment: NodeJS.ProcessEnv): Config {
  const outcome = readConfig(environment)
  if ('errors' in outcome) throw new Error(outcome.errors.join('\n'))
  return outcome.config
}

function errorsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  const outcome = readConfig(environment)
  return 'errors' in outcome ? outcome.errors : []
}

describe('mail', () => {
  it('makes addresses be verified, unless something else is said', () => {
    const withMail = { ...production, SMTP_URL: 'smtps://mail.example.com' }
    expect(configOf(withMail).registration).toBe('verified')
    expect(configOf({ ...withMail, LATCHKEY_REGISTRATION: 'open' }).registration).toBe('open')
    expect(configOf({ LATCHKEY_REGISTRATION: 'verified' }).registration).toBe('verified')
    expect(errorsOf({ ...production, LATCHKEY_REGISTRATION: 'verified' })).toEqual([
      'LATCHKEY_REGISTRATION=verified needs mail: set SMTP_URL',
    ])
  })

  it.each([
    ['no-reply@example.com', { name: '', address: 'no-reply@example.com' }],
    [
      'Example Accounts <no-reply@example.com>',
      { name: 'Example Accounts', address: 'no-reply@example.com' },
    ],
  ])('is from %s', (text, sender) => {
    expect(configOf({ LATCHKEY_MAIL_FROM: text }).mailFrom).toEqual(sender)
  })

  it.each([
    ['https://auth.example.com', 'no-reply@auth.example.com'],
    ['http://127.0.0.1:8787', 'no-reply@localhost'],
    ['http://[::1]:8787', 'no-reply@localhost'],
    ['https://10.0.0.1', 'no-reply@localhost'],
  ])('of %s is from %s', (issuer, address) => {
    expect(configOf({ ...production, LATCHKEY_ISSUER: issuer }).mailFrom).toEqual({
      name: 'Latchkey',
      address,
    })
  })

  it.each(['nobody', 'a@b', 'X <x@example.com', 'A, B <x@example.com>', 'x@example.com, y@example.com'])(
    'is not from %j',
    (text) => expect(errorsOf({ LATCHKEY_MAIL_FROM: text })).toHaveLength(1),
  )

  it.each([
    'smtp://mail',
    'smtps://user:p%40ss@mail.example.com:465',
    'smtp://[::1]:25/',
    'smtp://127.0.0.1:1025?tls=none',
  ])('goes through %s', (url) => {
    expect(configOf({ SMTP_URL: url }).smtpUrl).toBe(url)
  })

  it.each([
    'post.example.org',
    'http://mail.example.com',
    'smtp://?x',
    'smtp://mail/path',
    'smtp://mail?pool=true',
    'smtp://mail?tls=none&x=1',
    'smtps://mail?tls=none',
    'smtp://ma%20il',
  ])('does not go through %j', (url) => {
    const [error, ...more] = errorsOf({ SMTP_URL: url })
    expect(more).toEqual([])
    expect(error).toMatch(/^SMTP_URL must/)
    expect(error).not.toContain(url)
  })
})
