import { describe, expect, it } from 'vitest'
import { createRandom, systemRandom } from '#src/platform/random.ts'

const now = new Date('2022-02-22T19:22:22.000Z')

describe('uuid', () => {
  it('has the layout of RFC 9562 §5.7 and the moment of its example', () => {
    const id = createRandom().uuid(now)
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('grows with every call, even where a millisecond holds more ids than its counter', () => {
    const random = createRandom()
    const ids = Array.from({ length: 10_000 }, () => random.uuid(now))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(10_000)
  })

  it('goes on growing when the clock steps back', () => {
    const random = createRandom()
    const before = random.uuid(now)
    const after = random.uuid(new Date(now.getTime() - 3_600_000))
    expect(after > before).toBe(true)
  })

  it('follows the clock again once it has caught up', () => {
    const random = createRandom()
    random.uuid(now)
    random.uuid(new Date(now.getTime() - 1))
    expect(random.uuid(new Date(now.getTime() + 1)).startsWith('017f22e2-79b1')).toBe(true)
  })

  it.each([new Date(Number.NaN), new Date(-1), new Date(2 ** 48)])('refuses the moment %s', (moment) => {
    expect(() => createRandom().uuid(moment)).toThrow(RangeError)
  })
})

describe('bytes', () => {
  it('gives as many as asked for, never the same twice', () => {
    const [first, second] = [systemRandom.bytes(32), systemRandom.bytes(32)]
    expect(first).toHaveLength(32)
    expect(first.equals(second)).toBe(false)
  })
})
