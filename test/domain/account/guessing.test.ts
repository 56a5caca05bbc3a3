import { describe, expect, it } from 'vitest'
import {
  decideCodeHearing,
  decideHearing,
  guessKeys,
  knownUntil,
  type Guesses,
} from '#src/domain/account/guessing.ts'

const now = new Date('2026-02-06T12:00:00Z')

function secondsAgo(seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000)
}

/** An attempt, some seconds after the one before; nothing else happens anywhere. */
function guesses(pair: number, seconds: number, more: Partial<Guesses> = {}): Guesses {
  return {
    pair,
    previousAt: pair === 1 ? null : secondsAgo(seconds),
    account: Math.min(pair, 20),
    network: pair,
    networkLapsesAt: secondsAgo(-1800),
    knownUntil: null,
    ...more,
  }
}

const isKnown = { knownUntil: secondsAgo(-1) }
const wasKnown = { knownUntil: now }
const isAttacked = { account: 51 }
const isBusy = { network: 101 }
const isOver = { network: 1001 }

describe('decideHearing', () => {
  it.each([
    ['the first attempt', guesses(1, 0), true],
    ['the tenth, at once', guesses(10, 0), true],
    ['the eleventh, at once', guesses(11, 0), false],
    ['the eleventh, a second later', guesses(11, 1), true],
    ['the twelfth, a second later', guesses(12, 1), false],
    ['the twelfth, two seconds later', guesses(12, 2), true],
    ['the twentieth, eight minutes later', guesses(20, 511), false],
    ['the twentieth, a little more later', guesses(20, 512), true],
    ['the two hundredth, almost an hour later', guesses(200, 3599, { network: 50 }), false],
    ['the two hundredth, an hour later', guesses(200, 3600, { network: 50 }), true],
    ['the ten thousandth, an hour later', guesses(10_000, 3600, { network: 50 }), true],
    ['one that another node dates a moment earlier', guesses(11, -1), false],
    ['an attacked account, from elsewhere, for the first time', guesses(1, 0, isAttacked), true],
    ['an attacked account, from elsewhere, twice', guesses(2, 0, isAttacked), true],
    ['an attacked account, from elsewhere, a third time', guesses(3, 59, isAttacked), false],
    ['an attacked account, from elsewhere, a minute later', guesses(3, 60, isAttacked), true],
    ['an attacked account, where the owner is known', guesses(10, 0, { ...isAttacked, ...isKnown }), true],
    ['an attacked account, where the owner was known', guesses(3, 0, { ...isAttacked, ...wasKnown }), false],
    ['a known network, locked itself', guesses(21, 10, isKnown), false],
    ['a network that guesses a lot, for the second time', guesses(2, 0, isBusy), true],
    ['a network that guesses a lot, a third time', guesses(3, 59, isBusy), false],
    [
      'a network that guesses a lot, where the owner is known',
      guesses(10, 0, { ...isBusy, ...isKnown }),
      true,
    ],
    ['a network that only guesses, for the first time', guesses(1, 0, isOver), false],
    ['a network that only guesses, where the owner is known', guesses(1, 0, { ...isOver, ...isKnown }), true],
    [
      'a network that only guesses, where the owner was known',
      guesses(1, 0, { ...isOver, ...wasKnown }),
      false,
    ],
  ])('%s: %s', (_name, facts, isHeard) => {
    expect(decideHearing(facts, now).isHeard).toBe(isHeard)
  })

  it.each([
    ['an account is locked', guesses(100, 0)],
    ['an account is attacked', guesses(3, 0, isAttacked)],
    ['a network guesses a lot', guesses(3, 0, isBusy)],
    ['a hammered account is left alone for an hour', guesses(500, 3600, { network: 500 })],
  ])('tells nobody that %s', (_name, facts) => {
    expect(decideHearing(facts, now).limit).toBeNull()
  })

  it('tells who hammers at one account to come back in an hour', () => {
    expect(decideHearing(guesses(101, 10), now)).toEqual({
      isHeard: false,
      limit: expect.objectContaining({ code: 'rate_limit_exceeded', retryAfterSeconds: 3600 }),
    })
  })

  it.each([
    ['an account where nobody is known', guesses(1, 0, isOver)],
    ['an account where its owner is', guesses(1, 0, { ...isOver, ...isKnown })],
    ['an account where its owner is, locked', guesses(50, 0, { ...isOver, ...isKnown })],
  ])('tells a network that only guesses when its hour is over, for %s', (_name, facts) => {
    expect(decideHearing(facts, now).limit).toMatchObject({
      code: 'rate_limit_exceeded',
      retryAfterSeconds: 1800,
    })
  })
})

describe('knownUntil', () => {
  it('is thirty days after the sign-in', () => {
    expect(knownUntil(now)).toEqual(new Date('2026-03-08T12:00:00Z'))
  })
})

describe('guessKeys', () => {
  const key = Buffer.alloc(32, 1)
  const hex = (emailKey: string, address: string, secret = key) => {
    const { pair, account, network } = guessKeys(secret, emailKey, address)
    return [pair, account, network].map((mac) => mac.toString('hex'))
  }

  it('are three MACs that tell nothing', () => {
    const macs = hex('ann@example.com', '192.0.2.1')
    expect(new Set(macs).size).toBe(3)
    for (const mac of macs) expect(mac).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['a neighbour in the /24', '192.0.2.1', '192.0.2.254'],
    ['an address in the /48', '2001:db8:1:2::1', '2001:db8:1:ffff::9'],
    ['the same address, mapped', '192.0.2.1', '::ffff:192.0.2.1'],
  ])('are the same for %s', (_name, one, other) => {
    expect(hex('ann@example.com', one)).toEqual(hex('ann@example.com', other))
  })

  it('differ in what differs', () => {
    const [pair, account, network] = hex('ann@example.com', '192.0.2.1')
    const elsewhere = hex('ann@example.com', '192.0.3.1')
    expect(elsewhere[0]).not.toBe(pair)
    expect(elsewhere[1]).toBe(account)
    expect(elsewhere[2]).not.toBe(network)
    const another = hex('bob@example.com', '192.0.2.1')
    expect(another[0]).not.toBe(pair)
    expect(another[1]).not.toBe(account)
    expect(another[2]).toBe(network)
    expect(hex('ann@example.com', '192.0.2.1', Buffer.alloc(32, 2))).not.toContain(pair)
  })
})

describe('decideCodeHearing', () => {
  const isFull = { account: 21 }
  it.each([
    ['the first code', guesses(1, 0), true],
    ['the tenth, at once', guesses(10, 0), true],
    ['the eleventh, at once', guesses(11, 0), false],
    ['the eleventh, a second later', guesses(11, 1), true],
    ['the twentieth of an account in an hour, from a new network', guesses(1, 0, { account: 20 }), true],
    ['the next, from a new network', guesses(1, 0, isFull), false],
    ['the next, an hour after the last from there', guesses(2, 3600, isFull), false],
    ['the next, where the owner is known', guesses(1, 0, { ...isFull, ...isKnown }), true],
    ['the next, where the owner was known', guesses(1, 0, { ...isFull, ...wasKnown }), false],
    ['one from a network that guesses codes of many', guesses(1, 0, isOver), true],
  ])('hears, or not: %s', (_, counted, isHeard) => {
    expect(decideCodeHearing(counted, now)).toEqual({ isHeard, limit: null })
  })

  it('tells who hammers to stop', () => {
    expect(decideCodeHearing(guesses(101, 0), now)).toMatchObject({
      isHeard: false,
      limit: { code: 'rate_limit_exceeded', retryAfterSeconds: 3600 },
    })
  })
})
