import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText, anyUrl } from '../facts.ts'
import { appendToRedirectUri, checkRedirectUri, matchesRedirectUri } from '#src/domain/oauth/redirectUri.ts'

describe('redirect URI at registration', () => {
  test.each([
    'https://example.com/callback',
    'https://example.com',
    'https://example.com/',
    'https://example.com:8443/cb',
    'https://example.com/cb?tenant=1&next=%2Fhome',
    'https://example.com/@user/cb',
    'https://xn--mnchen-3ya.de/cb',
    'https://127.0.0.1/cb',
    'https://[2001:db8::1]/cb',
    'http://127.0.0.1/cb',
    'http://127.0.0.1:3000/cb',
    'http://[::1]:3000/cb',
    'http://localhost:3000/cb',
    'com.example.app:/callback',
    'com.example.app://callback',
    `https://example.com/${'a'.repeat(2028)}`,
  ])('accepts %s', (uri) => expect(checkRedirectUri(uri)).toBeNull())

  test.each([
    ['nothing', ''],
    ['a relative URI', '/callback'],
    ['a host without a scheme', 'example.com/callback'],
    ['a scheme-relative URI', '//example.com/callback'],
    ['http on another host', 'http://example.com/cb'],
    ['http on a host that begins like loopback', 'http://127.0.0.1.evil.com/cb'],
    ['http on a host that begins like localhost', 'http://localhost.evil.com/cb'],
    ['http on another loopback address', 'http://127.0.0.2/cb'],
    ['http on every address', 'http://0.0.0.0/cb'],
    ['javascript', 'javascript:alert(1)'],
    ['javascript with a path', 'javascript://example.com/%0aalert(1)'],
    ['data', 'data:text/html,x'],
    ['file', 'file:///etc/passwd'],
    ['ftp', 'ftp://example.com/cb'],
    ['blob', 'blob:https://example.com/x'],
    ['about', 'about:blank'],
    ['vbscript', 'vbscript:x'],
    ['urn out-of-band', 'urn:ietf:wg:oauth:2.0:oob'],
    ['a private-use scheme without a dot', 'myapp:/callback'],
    ['a private-use scheme that ends with a dot', 'myapp.:/callback'],
    ['a private-use scheme without a path', 'com.example.app:callback'],
    ['a private-use scheme in capitals', 'COM.example.app:/callback'],
    ['a fragment', 'https://example.com/cb#x'],
    ['an empty fragment', 'https://example.com/cb#'],
    ['user information', 'https://user@example.com/cb'],
    ['user information with a password', 'https://user:pass@example.com/cb'],
    ['empty user information', 'https://@example.com/cb'],
    ['several @', 'https://example.com@evil.com@example.org/cb'],
    ['user information that looks like a host', 'https://example.com:443@evil.com/cb'],
    ['user information in a private-use scheme', 'com.example.app://user@host/cb'],
    ['a backslash', 'https://example.com\\@evil.com/cb'],
    ['a backslash in the path', 'https://example.com/\\evil.com'],
    ['a wildcard host', 'https://*.example.com/cb'],
    ['a wildcard path', 'https://example.com/*'],
    ['a space', 'https://example.com/c b'],
    ['a space before', ' https://example.com/cb'],
    ['a tab', 'https://example.com/c\tb'],
    ['a line break', 'https://example.com/cb\r\nLocation: https://evil.com'],
    ['an encoded line break', 'https://example.com/cb%0d%0aX'],
    ['an encoded line break in the query', 'https://example.com/cb?x=%0A'],
    ['an encoded NUL', 'https://example.com/cb%00'],
    ['a NUL', 'https://example.com/cb\u0000'],
    ['a letter outside ASCII', 'https://münchen.de/cb'],
    ['a full-width full stop', 'https://example．com/cb'],
    ['a host in capitals', 'https://EXAMPLE.com/cb'],
    ['a scheme in capitals', 'HTTPS://example.com/cb'],
    ['the default port', 'https://example.com:443/cb'],
    ['an empty port', 'https://example.com:/cb'],
    ['a port out of range', 'https://example.com:70000/cb'],
    ['dot segments', 'https://example.com/a/../cb'],
    ['encoded dot segments', 'https://example.com/a/%2e%2e/cb'],
    ['an encoded dot within a segment', 'https://example.com/a%2eb'],
    ['an encoded slash in the path', 'https://example.com/a%2Fcb'],
    ['an encoded backslash in the path', 'https://example.com/a%5ccb'],
    ['a broken percent-escape', 'https://example.com/cb%2'],
    ['one slash', 'https:/example.com/cb'],
    ['three slashes', 'https:///example.com/cb'],
    ['no slash', 'https:example.com/cb'],
    ['a host that ends with a dot', 'https://example.com./cb'],
    ['a hexadecimal address', 'http://0x7f.1/cb'],
    ['a decimal address', 'http://2130706433/cb'],
    ['a long IPv6 spelling', 'http://[0:0:0:0:0:0:0:1]/cb'],
    ['a mapped IPv6 loopback address', 'http://[::ffff:127.0.0.1]/cb'],
    ['an encoded host', 'https://ex%61mple.com/cb'],
    ['curly braces', 'https://example.com/{cb}'],
    ['a query with code', 'https://example.com/cb?code=x'],
    ['a query with state', 'https://example.com/cb?a=1&state=x'],
    ['a query with iss in an encoded spelling', 'https://example.com/cb?%69ss=x'],
    ['2049 characters', `https://example.com/${'a'.repeat(2029)}`],
  ])('refuses %s', (_, uri) => expect(checkRedirectUri(uri)).toEqual(expect.any(String)))

  test('explains itself without repeating what was sent', () => {
    fc.assert(
      fc.property(anyUrl, (uri) => {
        if (uri.length > 12) expect(checkRedirectUri(uri) ?? '').not.toContain(uri)
        expect(checkRedirectUri(uri) ?? '').toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]*$/)
      }),
    )
  })
})

describe('redirect URI in a request', () => {
  const printed = ['https://example.com/callback']
  test.each<[string, readonly string[], string]>([
    ['the registered one', printed, 'https://example.com/callback'],
    ['one of several', ['https://a.example/', ...printed], 'https://example.com/callback'],
    ['a registered query', ['https://example.com/cb?a=1'], 'https://example.com/cb?a=1'],
    ['any port of the loopback address', ['http://127.0.0.1/cb'], 'http://127.0.0.1:51234/cb'],
    ['another port of the loopback address', ['http://127.0.0.1:3000/cb'], 'http://127.0.0.1:51234/cb'],
    ['no port of the loopback address', ['http://127.0.0.1:3000/cb'], 'http://127.0.0.1/cb'],
    ['any port of the IPv6 loopback address', ['http://[::1]/cb?a=1'], 'http://[::1]:51234/cb?a=1'],
    ['localhost with its port', ['http://localhost:3000/cb'], 'http://localhost:3000/cb'],
    ['a private-use scheme', ['com.example.app:/cb'], 'com.example.app:/cb'],
  ])('matches %s', (_, registered, uri) => expect(matchesRedirectUri(registered, uri)).toBe(true))

  const loopback = ['http://127.0.0.1:3000/cb']
  test.each<[string, readonly string[], string]>([
    ['nothing', printed, ''],
    ['a longer path', printed, 'https://example.com/callback/more'],
    ['a shorter path', printed, 'https://example.com/'],
    ['a trailing slash', printed, 'https://example.com/callback/'],
    ['a slash where none is registered', ['https://example.com'], 'https://example.com/'],
    ['an added query', printed, 'https://example.com/callback?x=1'],
    ['an empty query', printed, 'https://example.com/callback?'],
    ['an added fragment', printed, 'https://example.com/callback#x'],
    ['another case of the path', printed, 'https://example.com/Callback'],
    ['another case of the host', printed, 'https://EXAMPLE.com/callback'],
    ['another scheme', printed, 'http://example.com/callback'],
    ['the default port', printed, 'https://example.com:443/callback'],
    ['another port', printed, 'https://example.com:8443/callback'],
    ['a subdomain', printed, 'https://www.example.com/callback'],
    ['a host that begins alike', printed, 'https://example.com.evil.com/callback'],
    ['a host that ends alike', printed, 'https://evilexample.com/callback'],
    ['user information', printed, 'https://example.com@evil.com/callback'],
    ['several @', printed, 'https://a@example.com@evil.com/callback'],
    ['a backslash', printed, 'https://evil.com\\@example.com/callback'],
    ['encoded letters', printed, 'https://example.com/%63allback'],
    ['dot segments', printed, 'https://example.com/x/../callback'],
    ['encoded dot segments', printed, 'https://example.com/x/%2e%2e/callback'],
    ['an encoded slash', printed, 'https://example.com%2fcallback'],
    ['a trailing dot of the host', printed, 'https://example.com./callback'],
    ['a space', printed, 'https://example.com/callback '],
    ['a line break', printed, 'https://example.com/callback\n'],
    ['two URIs in one', printed, 'https://example.com/callback,https://evil.com'],
    ['the host as a pattern', ['https://example.com/callback'], 'https://exampleXcom/callback'],
    ['another port of localhost', ['http://localhost:3000/cb'], 'http://localhost:3001/cb'],
    ['localhost for the address', loopback, 'http://localhost:3000/cb'],
    ['IPv6 for IPv4', loopback, 'http://[::1]:3000/cb'],
    ['https for http on loopback', loopback, 'https://127.0.0.1:3000/cb'],
    ['another path on loopback', loopback, 'http://127.0.0.1:3000/cb/x'],
    ['another query on loopback', loopback, 'http://127.0.0.1:3000/cb?x'],
    ['an address that begins like loopback', ['http://127.0.0.1/cb'], 'http://127.0.0.1.evil.com/cb'],
    ['user information that looks like loopback', ['http://127.0.0.1/cb'], 'http://127.0.0.1:80@evil.com/cb'],
    ['a loopback port out of range', loopback, 'http://127.0.0.1:65536/cb'],
    ['a loopback port of zero', loopback, 'http://127.0.0.1:0/cb'],
    ['a loopback port with a leading zero', loopback, 'http://127.0.0.1:03000/cb'],
    ['an empty loopback port', loopback, 'http://127.0.0.1:/cb'],
    ['a loopback port in words', loopback, 'http://127.0.0.1:evil/cb'],
    ['another loopback address', loopback, 'http://127.0.0.2:3000/cb'],
    ['a free port elsewhere', ['https://127.0.0.1:3000/cb'], 'https://127.0.0.1:3001/cb'],
    ['anything where nothing is registered', [], 'https://example.com/callback'],
  ])('does not match %s', (_, registered, uri) => expect(matchesRedirectUri(registered, uri)).toBe(false))

  test('only ever matches one that is registered, but for the port of a loopback address', () => {
    fc.assert(
      fc.property(anyUrl, anyUrl, (one, other) => {
        fc.pre(!other.startsWith('http://127.0.0.1') && !other.startsWith('http://[::1]'))
        expect(matchesRedirectUri([one], other)).toBe(one === other)
      }),
    )
  })
})

describe('answer on a redirect URI', () => {
  test('looks as printed', () => {
    const params = { code: 'abc', state: 'random-state' }
    const expected = 'https://example.com/callback?code=abc&state=random-state'
    expect(appendToRedirectUri('https://example.com/callback', params, 'query')).toBe(expected)
  })

  test.each([
    ['keeps a query', 'https://example.com/cb?a=1%202', 'query', 'https://example.com/cb?a=1%202&code=x'],
    ['fills an empty query', 'https://example.com/cb?', 'query', 'https://example.com/cb?code=x'],
    [
      'follows a query that ends with &',
      'https://example.com/cb?a=1&',
      'query',
      'https://example.com/cb?a=1&code=x',
    ],
    ['adds to a bare host', 'https://example.com', 'query', 'https://example.com?code=x'],
    ['adds to a private-use scheme', 'com.example.app:/cb', 'query', 'com.example.app:/cb?code=x'],
    ['goes into the fragment', 'https://example.com/cb?a=1', 'fragment', 'https://example.com/cb?a=1#code=x'],
  ] as const)('%s', (_, uri, mode, expected) => {
    expect(appendToRedirectUri(uri, { code: 'x', state: undefined }, mode)).toBe(expected)
  })

  test('cannot be split by what a state contains', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('query', 'fragment'), (state, mode) => {
        const answer = new URL(appendToRedirectUri('https://example.com/cb?a=1', { state, iss: 'i' }, mode))
        const params = new URLSearchParams(mode === 'query' ? answer.search : answer.hash.slice(1))
        expect(params.getAll('state')).toEqual([state.toWellFormed()])
        expect(params.getAll('iss')).toEqual(['i'])
        expect(answer.host).toBe('example.com')
      }),
    )
  })
})
