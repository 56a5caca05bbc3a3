import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideKeyChanges, signingAlgorithms, type KeySchedule } from '#src/domain/token/keySchedule.ts'
import type { SigningAlgorithm, SigningKeyStatus, StoredSigningKey } from '#src/domain/token/signingKey.ts'
import { at, now } from '../facts.ts'

const lifetimes = { nextSeconds: 100, activeSeconds: 1000, retiringSeconds: 300 }

function key(
  kid: string,
  algorithm: SigningAlgorithm,
  status: SigningKeyStatus,
  since: Date,
): StoredSigningKey {
  return {
    kid,
    algorithm,
    status,
    publicJwk: {},
    sealedPrivateKey: Buffer.alloc(0),
    createdAt: since,
    statusSince: since,
  }
}

/** Keys of RS256 and EdDSA with nothing to do about them, so that a case may speak about ES256 alone. */
const settled = (['RS256', 'EdDSA'] as const).flatMap((algorithm) => [
  key(`${algorithm}-active`, algorithm, 'active', now),
  key(`${algorithm}-next`, algorithm, 'next', now),
])

function apply(keys: readonly StoredSigningKey[], changes: KeySchedule, moment: Date): StoredSigningKey[] {
  const moved = keys
    .filter(({ kid }) => !changes.remove.includes(kid))
    .map((one) => {
      if (changes.promote.includes(one.kid)) return { ...one, status: 'active' as const, statusSince: moment }
      if (changes.retire.includes(one.kid))
        return { ...one, status: 'retiring' as const, statusSince: moment }
      return one
    })
  const made = changes.create.map(({ algorithm, status }, index) =>
    key(`${algorithm}-${status}-${moment.getTime()}-${index}`, algorithm, status, moment),
  )
  return [...moved, ...made]
}

function count(
  keys: readonly StoredSigningKey[],
  algorithm: SigningAlgorithm,
  status: SigningKeyStatus,
): number {
  return keys.filter((one) => one.algorithm === algorithm && one.status === status).length
}

const nothing = { create: [], promote: [], retire: [], remove: [] }

describe('key schedule', () => {
  test('creates an active and a next key of each algorithm at the very first start', () => {
    expect(decideKeyChanges([], now, lifetimes)).toEqual({
      ...nothing,
      create: signingAlgorithms.flatMap((algorithm) => [
        { algorithm, status: 'active' },
        { algorithm, status: 'next' },
      ]),
    })
  })

  test.each<[string, StoredSigningKey[], boolean, Partial<KeySchedule>]>([
    [
      'leaves young keys alone',
      [key('a', 'ES256', 'active', at(-999)), key('n', 'ES256', 'next', at(-999))],
      false,
      {},
    ],
    [
      'promotes the next key when the active one is due',
      [key('a', 'ES256', 'active', at(-1000)), key('n', 'ES256', 'next', at(-1000))],
      false,
      { promote: ['n'], retire: ['a'], create: [{ algorithm: 'ES256', status: 'next' }] },
    ],
    [
      'lets an overdue key go on signing until the next one was published long enough',
      [key('a', 'ES256', 'active', at(-5000)), key('n', 'ES256', 'next', at(-99))],
      false,
      {},
    ],
    [
      'creates a missing next key and waits for it',
      [key('a', 'ES256', 'active', at(-5000))],
      false,
      { create: [{ algorithm: 'ES256', status: 'next' }] },
    ],
    [
      'rotates early when told to',
      [key('a', 'ES256', 'active', at(-200)), key('n', 'ES256', 'next', at(-200))],
      true,
      { promote: ['n'], retire: ['a'], create: [{ algorithm: 'ES256', status: 'next' }] },
    ],
    [
      'does not let a key sign before it was published long enough, even when told to rotate',
      [key('a', 'ES256', 'active', at(-200)), key('n', 'ES256', 'next', at(-99))],
      true,
      {},
    ],
    [
      'puts the next key in charge at once when the active one is gone',
      [key('n', 'ES256', 'next', at(-1))],
      false,
      { promote: ['n'], create: [{ algorithm: 'ES256', status: 'next' }] },
    ],
    [
      'keeps a retiring key until every token it signed has expired',
      [
        key('a', 'ES256', 'active', now),
        key('n', 'ES256', 'next', now),
        key('r', 'ES256', 'retiring', at(-299)),
      ],
      false,
      {},
    ],
    [
      'removes a retiring key afterwards',
      [
        key('a', 'ES256', 'active', now),
        key('n', 'ES256', 'next', now),
        key('r', 'ES256', 'retiring', at(-300)),
      ],
      false,
      { remove: ['r'] },
    ],
    [
      'keeps the youngest of two active keys and the longest published of two next keys',
      [
        key('a1', 'ES256', 'active', at(-20)),
        key('a2', 'ES256', 'active', at(-10)),
        key('n1', 'ES256', 'next', at(-20)),
        key('n2', 'ES256', 'next', at(-10)),
      ],
      false,
      { retire: ['a1'], remove: ['n2'] },
    ],
  ])('%s', (_, keys, rotate, expected) => {
    // The settled keys are new, so that a forced rotation concerns ES256 only.
    expect(decideKeyChanges([...settled, ...keys], now, lifetimes, rotate)).toEqual({
      ...nothing,
      ...expected,
    })
  })

  test('rotates early only the algorithms it is told to', () => {
    const keys = (['RS256', 'ES256', 'EdDSA'] as const).flatMap((algorithm) => [
      key(`a-${algorithm}`, algorithm, 'active', at(-200)),
      key(`n-${algorithm}`, algorithm, 'next', at(-200)),
    ])
    expect(decideKeyChanges(keys, now, lifetimes, ['ES256', 'EdDSA'])).toMatchObject({
      promote: ['n-ES256', 'n-EdDSA'],
      retire: ['a-ES256', 'a-EdDSA'],
    })
    expect(decideKeyChanges(keys, now, lifetimes, [])).toEqual(nothing)
  })

  test('keeps its promises however often and whenever it runs', () => {
    const steps = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 700 }), rotate: fc.boolean() }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(steps, (list) => {
        let keys = apply([], decideKeyChanges([], now, lifetimes), now)
        let seconds = 0
        for (const { wait, rotate } of list) {
          seconds += wait
          const moment = at(seconds)
          const changes = decideKeyChanges(keys, moment, lifetimes, rotate)
          for (const one of keys) {
            const age = (moment.getTime() - one.statusSince.getTime()) / 1000
            if (changes.promote.includes(one.kid)) expect(age).toBeGreaterThanOrEqual(lifetimes.nextSeconds)
            if (changes.remove.includes(one.kid))
              expect(age).toBeGreaterThanOrEqual(lifetimes.retiringSeconds)
            if (changes.remove.includes(one.kid)) expect(one.status).toBe('retiring')
          }
          keys = apply(keys, changes, moment)
          for (const algorithm of signingAlgorithms) {
            expect(count(keys, algorithm, 'active')).toBe(1)
            expect(count(keys, algorithm, 'next')).toBe(1)
          }
          expect(decideKeyChanges(keys, moment, lifetimes)).toEqual(nothing)
        }
      }),
    )
  })

  test('repairs any set of keys in one step', () => {
    const anyKey = fc.record({
      algorithm: fc.constantFrom(...signingAlgorithms),
      status: fc.constantFrom<SigningKeyStatus>('next', 'active', 'retiring'),
      age: fc.integer({ min: 0, max: 2000 }),
    })
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 12 }), fc.boolean(), (list, rotate) => {
        const keys = list.map(({ algorithm, status, age }, index) =>
          key(`k${index}`, algorithm, status, at(-age)),
        )
        const after = apply(keys, decideKeyChanges(keys, now, lifetimes, rotate), now)
        for (const algorithm of signingAlgorithms) {
          expect(count(after, algorithm, 'active')).toBe(1)
          expect(count(after, algorithm, 'next')).toBe(1)
        }
      }),
    )
  })
})
