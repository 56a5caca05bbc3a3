import { describe, expect, it } from 'vitest'
import { returnUri } from '#src/domain/browser/returnPath.ts'

const issuer = 'https://auth.example.com'

describe('returnUri', () => {
  it.each([
    ['/account', 'https://auth.example.com/account'],
    ['/signin?transaction=txn_1&a=%2F%2Fb', 'https://auth.example.com/signin?transaction=txn_1&a=%2F%2Fb'],
    ['/', 'https://auth.example.com/'],
  ])('is a page of ours: %s', (text, uri) => {
    expect(returnUri(text, issuer)).toBe(uri)
  })

  it.each([
    ['/account', '/account'],
    ['/account?a=/../..#b', '/account?a=/../..#b'],
    ['/../account', '/account'],
    ['/%2e%2e/account', '/account'],
    ['/auth/account', '/auth/account'],
    ['/.//evil.example', '//evil.example'],
  ])('stays below the path of an issuer: %s', (text, path) => {
    expect(returnUri(text, `${issuer}/auth`)).toBe(`${issuer}/auth${path}`)
  })

  it.each([
    undefined,
    '',
    'account',
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://auth.example.com.evil.example/',
    'https://evil.example/',
    'javascript:alert(1)',
    '//auth.example.com@evil.example/',
    '//auth.example.com:8443/',
  ])('is none: %j', (text) => {
    expect(returnUri(text, issuer)).toBeNull()
  })
})
