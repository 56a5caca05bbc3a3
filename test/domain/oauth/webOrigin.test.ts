import { describe, expect, it } from 'vitest'
import { isLoopbackOrigin, isWebOrigin, webOriginsOf } from '#src/domain/oauth/webOrigin.ts'

describe('webOriginsOf', () => {
  it.each([
    [['https://example.com/callback'], ['https://example.com']],
    [['https://example.com'], ['https://example.com']],
    [['https://example.com:8443/a', 'https://example.com:8443/b?c=d'], ['https://example.com:8443']],
    [
      ['http://localhost:3000/cb', 'http://[::1]/cb'],
      ['http://localhost:3000', 'http://[::1]'],
    ],
    [['com.example.app:/callback'], []],
    [[], []],
  ])('of %j are %j', (uris, origins) => {
    expect(webOriginsOf(uris)).toEqual(origins)
  })
})

describe('isWebOrigin', () => {
  // RFC 6454 §4: an origin is scheme, host and port; §7.1: `null` is an opaque one.
  it.each([
    ['https://example.com', true],
    ['http://example.com:8080', true],
    ['http://[::1]:3000', true],
    ['null', false],
    ['', false],
    ['*', false],
    ['https://example.com/', false],
    ['https://example.com:443', false],
    ['https://EXAMPLE.com', false],
    ['https://user@example.com', false],
    ['ftp://example.com', false],
    ['com.example.app://x', false],
    [`https://${'a'.repeat(300)}.com`, false],
  ])('%s: %s', (text, expected) => {
    expect(isWebOrigin(text)).toBe(expected)
  })
})

describe('isLoopbackOrigin', () => {
  it.each([
    ['http://localhost', true],
    ['http://localhost:5173', true],
    ['https://app.localhost:5173', true],
    ['http://127.0.0.1:5173', true],
    ['http://127.9.9.9', true],
    ['http://[::1]:5173', true],
    ['http://localhost.example.com', false],
    ['http://notlocalhost', false],
    ['http://127.0.0.1.example.com', false],
    ['http://128.0.0.1', false],
    ['http://example.com', false],
    ['http://localhost:5173/', false],
    ['null', false],
  ])('%s: %s', (origin, expected) => {
    expect(isLoopbackOrigin(origin)).toBe(expected)
  })
})
