import { describe, expect, test } from 'vitest'
import { cookieName, formatCookieValue, readCookie, writeCookie } from '#src/domain/browser/cookie.ts'
import { issuer } from '../facts.ts'

const secure = 'https://auth.example.com'
const value = formatCookieValue(Buffer.alloc(32, 7))

describe('a cookie', () => {
  test('of an https issuer can be set by that host alone', () => {
    expect(writeCookie('session', value, secure)).toBe(
      `__Host-latchkey-session=${value}; Path=/; HttpOnly; SameSite=Lax; Secure`,
    )
  })

  test('on loopback http has no prefix, because browsers would refuse it', () => {
    expect(writeCookie('browser', value, issuer)).toBe(
      `latchkey-browser=${value}; Path=/; HttpOnly; SameSite=Lax`,
    )
  })

  test('is read under its own name only', () => {
    expect(readCookie('session', { [cookieName('session', secure)]: value }, secure)).toBe(value)
    expect(readCookie('session', { [cookieName('session', issuer)]: value }, secure)).toBeNull()
    expect(readCookie('session', { [cookieName('browser', secure)]: value }, secure)).toBeNull()
    expect(readCookie('session', {}, secure)).toBeNull()
  })

  test.each(['', 'short', `${value}=`, `${value}a`, `${value.slice(0, 42)} `, `${value.slice(0, 42)};`])(
    'that we did not write is none: %j',
    (text) => {
      expect(readCookie('browser', { 'latchkey-browser': text }, issuer)).toBeNull()
    },
  )
})
