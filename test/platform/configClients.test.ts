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

describe('client registration', () => {
  it('with tokens needs some', () => {
    expect(errorsOf({ LATCHKEY_CLIENT_REGISTRATION: 'token' })).toEqual([
      'LATCHKEY_CLIENT_REGISTRATION=token needs LATCHKEY_CLIENT_REGISTRATION_TOKEN: set it, or choose open or off',
    ])
    const token = { LATCHKEY_CLIENT_REGISTRATION_TOKEN: 'one, two' }
    expect(configOf({ LATCHKEY_CLIENT_REGISTRATION: 'token', ...token }).clientRegistration).toMatchObject({
      mode: 'token',
      tokens: ['one', 'two'],
    })
  })

  it('in production takes no token that could be guessed, and shows none', () => {
    for (const token of ['short-token', 'a'.repeat(40)]) {
      const [error = ''] = errorsOf({ ...production, LATCHKEY_CLIENT_REGISTRATION_TOKEN: token })
      expect(error).toMatch(/^LATCHKEY_CLIENT_REGISTRATION_TOKEN: item 1 /)
      expect(error).not.toContain(token)
    }
  })
})

describe('outbound hosts', () => {
  it('are hosts, with a port or with all of them', () => {
    const text = 'app.example.com, 127.0.0.1:8443,[::1]:9000,[::1]'
    expect(configOf({ LATCHKEY_OUTBOUND_ALLOW: text }).outbound.allowedHosts).toEqual([
      { host: 'app.example.com', port: null },
      { host: '127.0.0.1', port: 8443 },
      { host: '[::1]', port: 9000 },
      { host: '[::1]', port: null },
    ])
    expect(configOf({ LATCHKEY_OUTBOUND_ALLOW: 'APP.example.com' }).outbound.allowedHosts).toEqual([
      { host: 'app.example.com', port: null },
    ])
  })

  it.each([
    'https://app.example.com',
    'a.example/path',
    '*.example.com',
    'a.example:0',
    'a.example:70000',
    '::1',
    '10.0.0.0/8',
  ])('are nothing like %s', (text) => expect(errorsOf({ LATCHKEY_OUTBOUND_ALLOW: text })).toHaveLength(1))
})
