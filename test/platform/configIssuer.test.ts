import { describe, expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'

const secret = 'q2Zt0mYk3nS9xVb7LwEr5TfGh8JpQcUa'

function read(issuer: string): ReturnType<typeof readConfig> {
  return readConfig({ LATCHKEY_ISSUER: issuer, LATCHKEY_SECRET: secret })
}

describe('the issuer', () => {
  it.each([
    ['auth.example.com', 'must be a URL such as'],
    ['https://*.example.com', 'must be a URL such as'],
    ['ftp://auth.example.com', 'must be a URL such as'],
    ['https://', 'must be a URL such as'],
    ['http://auth.example.com', 'must start with https://'],
    ['http://localhost.example.com', 'must start with https://'],
    ['http://127.0.0.1.example.com', 'must start with https://'],
    ['http://0.0.0.0:8787', 'must start with https://'],
    ['https://auth.example.com?', 'must have no query and no fragment'],
    ['https://auth.example.com#', 'must have no query and no fragment'],
    ['https://auth.example.com/?x=1', 'must have no query and no fragment'],
    ['https://me:pw@auth.example.com', 'must hold no user name'],
    ['https://auth.example.com/auth/', 'must be written as https://auth.example.com/auth'],
    ['https://auth.example.com/a/../b', 'must be written as https://auth.example.com/b'],
    ['https://Auth.example.com/Auth', 'must be written as https://auth.example.com/Auth'],
    ['https://auth.example.com//', 'may have a path of ASCII letters'],
    ['https://auth.example.com/a//b', 'may have a path of ASCII letters'],
    ['https://auth.example.com/a%62', 'may have a path of ASCII letters'],
    ['https://auth.example.com/ä', 'may have a path of ASCII letters'],
    ['https://auth.example.com/a;b', 'may have a path of ASCII letters'],
    ['https://auth.example.com/.well-known/auth', 'may have a path of ASCII letters'],
    ['https://auth.example.com/', 'must be written as https://auth.example.com'],
    ['https://auth.example.com:443', 'must be written as https://auth.example.com'],
    ['HTTPS://Auth.Example.com', 'must be written as https://auth.example.com'],
    ['http://127.1:8787', 'must be written as http://127.0.0.1:8787'],
  ])('is refused as %s', (issuer, message) => {
    expect(read(issuer)).toEqual({ errors: [expect.stringContaining(`LATCHKEY_ISSUER ${message}`)] })
  })

  it.each([
    'http://localhost:8787',
    'http://127.0.0.1:9',
    'http://127.9.9.9',
    'http://[::1]:8787',
    'https://a.localhost',
    'http://localhost:8787/auth',
  ])('%s is for development', (issuer) => {
    expect(read(issuer)).toMatchObject({ config: { issuer, development: true } })
  })
})
