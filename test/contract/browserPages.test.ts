import { describe, expect, it } from 'vitest'
import { entries } from '#test/support/contract.ts'
import { notLookedAt, pages } from '../browser/pages.ts'

const shown = entries.filter(({ method, audience }) => method === 'GET' && audience === 'browser')
const lookedAt = new Set<string>(pages.map(({ operation }) => operation))

describe('the browser tests', () => {
  it('look at every page of the contract, or say why not', () => {
    const forgotten = shown.filter(({ id }) => !lookedAt.has(id) && !Object.hasOwn(notLookedAt, id))
    expect(forgotten.map(({ id }) => id)).toEqual([])
  })

  it('say of nothing why it is not looked at that is, or that there is not', () => {
    const ids = new Set<string>(shown.map(({ id }) => id))
    expect(Object.keys(notLookedAt).filter((id) => lookedAt.has(id) || !ids.has(id))).toEqual([])
  })

  it('call each page by a name of its own', () => {
    expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length)
  })
})
