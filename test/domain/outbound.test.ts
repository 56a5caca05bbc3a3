import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFetchedUri, checkLink, isPublicAddress } from '#src/domain/outbound.ts'

const none = { allowedHosts: [] }

describe('an address', () => {
  test.each([
    ...[
      '8.8.8.8',
      '1.1.1.1',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
    ],
    ...[
      '128.0.0.0',
      '169.253.255.255',
      '169.255.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '192.0.1.0',
      '192.0.3.0',
    ],
    ...['192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '203.0.112.255', '223.255.255.255'],
    ...['2606:4700:4700::1111', '2001:4860:4860::8888', '2a00:1450:4001:81b::200e', '2400:cb00::1'],
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

  test.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255', '100.64.0.0', '100.127.255.255', '127.0.0.1'],
    ...['127.255.255.254', '169.254.0.0', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.1'],
    ...[
      '192.0.2.1',
      '192.88.99.1',
      '192.168.0.1',
      '198.18.0.1',
      '198.19.255.255',
      '198.51.100.1',
      '203.0.113.1',
    ],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    // This machine, nothing, mapped and compatible IPv4, NAT64, discard, Teredo, ORCHID, documentation, 6to4.
    ...['::1', '::', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:8.8.8.8', '::127.0.0.1', '::ffff:0:7f00:1'],
    ...[
      '64:ff9b::7f00:1',
      '64:ff9b::8.8.8.8',
      '64:ff9b:1::1',
      '100::1',
      '2001::1',
      '2001:0:7f00:1::',
      '2001:20::1',
    ],
    ...['2001:db8::1', '2002:7f00:1::', '2002:a00:1::1', '3fff::1', '5f00::1'],
    // Unique local, link-local, site-local, multicast.
    ...['fc00::1', 'fd12:3456::1', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1'],
    // Not addresses, or not as the system spells them.
    ...[
      '',
      'localhost',
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '8.8.8',
      '8.8.8.8.8',
      '256.1.1.1',
      '8.8.8.8 ',
    ],
    ...['[::1]', '2606:4700::1111::1', '8.8.8.8:80', '2606:4700:4700:0:0:0:0:0:1111'],
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))

  test('of any text gets an answer', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isPublicAddress(text) === 'boolean'))
  })
})

describe('a URL that is fetched', () => {
  test.each([
    'https://app.example.com/jwks.json',
    'https://app.example.com',
    'https://app.example.com:8443/a?b=c',
    'https://8.8.8.8/jwks',
    'https://[2606:4700:4700::1111]/jwks',
  ])('may be %s', (uri) => expect(checkFetchedUri(uri, none)).toBeNull())

  test.each([
    ...[
      'http://app.example.com/',
      'ftp://app.example.com/',
      'file:///etc/passwd',
      'gopher://x/',
      'data:text/plain,x',
    ],
    ...[
      'https://localhost/',
      'https://a.localhost/',
      'https://db/',
      'https://db.internal/',
      'https://printer.local/',
    ],
    ...[
      'https://x.home.arpa/',
      'https://127.0.0.1/',
      'https://10.0.0.1/',
      'https://169.254.169.254/latest/meta-data/',
    ],
    ...['https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://[fd00::1]/', 'https://[64:ff9b::7f00:1]/'],
    // Spellings of 127.0.0.1 that a parser would repair.
    ...[
      'https://2130706433/',
      'https://0x7f000001/',
      'https://0177.0.0.1/',
      'https://127.1/',
      'https://127.0.0.1./',
    ],
    ...['https://①②⑦.0.0.1/', 'https://%31%32%37.0.0.1/', 'https://127。0。0。1/', 'https://localhost./'],
    ...[
      'https://user@app.example.com/',
      'https://app.example.com@127.0.0.1/',
      'https://127.0.0.1#@app.example.com/',
    ],
    ...[
      'https://app.example.com/#x',
      'https://app.example.com\\@127.0.0.1/',
      'HTTPS://APP.example.com/',
      ' https://a.example/',
    ],
    ...[
      'https://app.example.com/\n',
      'https://',
      'https:app.example.com',
      '//app.example.com/',
      '',
      `https://a.example/${'a'.repeat(2048)}`,
    ],
  ])('may not be %s', (uri) => expect(checkFetchedUri(uri, none)).toMatch(/^must /))

  test.each<[string, string, number | null, boolean]>([
    ['http://127.0.0.1:9000/jwks', '127.0.0.1', 9000, true],
    ['http://127.0.0.1:9001/jwks', '127.0.0.1', 9000, false],
    ['http://127.0.0.1:9001/jwks', '127.0.0.1', null, true],
    ['https://localhost/jwks', 'localhost', 443, true],
    ['http://localhost/jwks', 'localhost', 443, false],
    ['http://localhost/jwks', 'localhost', 80, true],
    ['http://[::1]:9000/jwks', '[::1]', 9000, true],
    ['http://a.localhost/jwks', 'localhost', null, false],
    ['http://user@127.0.0.1:9000/', '127.0.0.1', 9000, false],
    ['http://2130706433:9000/', '127.0.0.1', 9000, false],
  ])('%s with %s:%s allowed: %#', (uri, host, port, isAllowed) => {
    expect(checkFetchedUri(uri, { allowedHosts: [{ host, port }] }) === null).toBe(isAllowed)
  })
})

describe('a link', () => {
  test.each(['https://app.example.com/', 'https://app.example.com/logo.png?size=1', 'https://localhost/'])(
    'may be %s',
    (uri) => expect(checkLink(uri)).toBeNull(),
  )

  test.each([
    ...[
      'http://app.example.com/',
      'javascript:alert(1)',
      'https://user@a.example/',
      'https://a.example/#x',
      '',
    ],
    ...['https://a.example/"onload=', 'https://a.example/<x>', 'https://a.example/ x', 'https://ä.example/'],
  ])('may not be %s', (uri) => expect(checkLink(uri)).toMatch(/^must /))
})
