import { describe, expect, it } from 'vitest'
import { entries } from '#test/support/contract.ts'

/** CONTRACT §2.11: what an app password opens is named, and nothing else is open to it. */
const named = {
  getSession: ['read'],
  createSession: [],
  deleteSession: [],
  getAccount: ['read'],
  updateAccount: ['write'],
  getAvatar: ['read'],
  setAvatar: ['write'],
  deleteAvatar: ['write'],
  listActivity: ['read'],
  listApps: ['read'],
  getApp: ['read'],
  getAppUsage: ['read'],
}

const scopesOf = ({ security }: (typeof entries)[number]) =>
  security
    .flatMap((requirement) => Object.entries(requirement))
    .find(([scheme]) => scheme === 'appPassword')?.[1]

describe('the operations that name app passwords', () => {
  it('are these, with these scopes', () => {
    const found = entries.flatMap((entry) => {
      const scopes = scopesOf(entry)
      return scopes === undefined ? [] : [[entry.id, scopes]]
    })
    expect(Object.fromEntries(found)).toEqual(named)
  })

  it('ask for no fresh proof, which a program cannot give: that would let it pass without one', () => {
    for (const entry of entries.filter(({ needsStepUp }) => needsStepUp)) {
      const schemes = entry.security.flatMap((requirement) => Object.keys(requirement))
      const ofPeople = entry.audience === 'browser' ? ['browserSession'] : ['session', 'sessionHeader']
      expect([entry.id, new Set(schemes)]).toEqual([entry.id, new Set(ofPeople)])
    }
  })
})
