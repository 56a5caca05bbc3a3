import { describe, expect, it } from 'vitest'
import { networkOf, plainAddress } from '#src/domain/address.ts'

const host = { ipv4: 32, ipv6: 128 }
const limits = { ipv4: 32, ipv6: 64 }
const guesses = { ipv4: 24, ipv6: 48 }

describe('networkOf', () => {
  it.each([
    // RFC 4291 §2.2: three ways to write one address.
    ['2001:DB8:0:0:8:800:200C:417A', '2001:db8:0:0:8:800:200c:417a/128'],
    ['2001:DB8::8:800:200C:417A', '2001:db8:0:0:8:800:200c:417a/128'],
    ['2001:0db8:0000:0000:0008:0800:200c:417a', '2001:db8:0:0:8:800:200c:417a/128'],
    ['::', '0:0:0:0:0:0:0:0/128'],
    ['::1', '0:0:0:0:0:0:0:1/128'],
    ['1::', '1:0:0:0:0:0:0:0/128'],
    ['::13.1.68.3', '0:0:0:0:0:0:d01:4403/128'],
    ['fe80::1%eth0', 'fe80:0:0:0:0:0:0:1/128'],
    ['[2001:db8::1]:4711', '2001:db8:0:0:0:0:0:1/128'],
    ['192.0.2.1', '192.0.2.1/32'],
    ['192.0.2.1:4711', '192.0.2.1/32'],
    [' 192.0.2.1 ', '192.0.2.1/32'],
    ['::ffff:192.0.2.1', '192.0.2.1/32'],
    ['::FFFF:c000:0201', '192.0.2.1/32'],
  ])('reads %s as %s', (address, network) => {
    expect(networkOf(address, host)).toBe(network)
  })

  it.each([
    ['198.51.100.255', guesses, '198.51.100.0/24'],
    ['198.51.100.255', { ipv4: 30, ipv6: 64 }, '198.51.100.252/30'],
    ['198.51.100.255', limits, '198.51.100.255/32'],
    ['2001:db8:1:2:3:4:5:6', limits, '2001:db8:1:2:0:0:0:0/64'],
    ['2001:db8:1:2:3:4:5:6', guesses, '2001:db8:1:0:0:0:0:0/48'],
    ['2001:db8:1:2ff::', { ipv4: 24, ipv6: 56 }, '2001:db8:1:200:0:0:0:0/56'],
    ['::ffff:198.51.100.7', guesses, '198.51.100.0/24'],
  ])('cuts %s', (address, bits, network) => {
    expect(networkOf(address, bits)).toBe(network)
  })

  it.each([
    '',
    'unknown',
    '192.0.2.256',
    '192.0.2',
    '192.0.2.1.1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '1::2::3',
    '::12345',
    '::g',
    '::1.2.3',
    '1.2.3.4::',
    '<script>',
  ])('puts what is no address into one network: %s', (address) => {
    expect(networkOf(address, limits)).toBe('unknown')
  })

  it('does not read on and on', () => {
    expect(networkOf('1'.repeat(100_000), limits)).toBe('unknown')
    expect(networkOf('1:'.repeat(100_000), limits)).toBe('unknown')
  })
})

describe('plainAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1\n', '192.0.2.1'],
    ['192.0.2.1.1', 'unknown'],
    ['192.0.2', 'unknown'],
    ['192.0.2.', 'unknown'],
    ['2001:DB8::1', '2001:DB8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    [' 192.0.2.1:4711 ', '192.0.2.1'],
    ['192.0.2.256', 'unknown'],
    ['<script>', 'unknown'],
    ['', 'unknown'],
  ])('keeps %j as %j', (address, kept) => {
    expect(plainAddress(address)).toBe(kept)
  })
})
