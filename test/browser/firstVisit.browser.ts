import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, visit, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.stop())

describe('a first visit', () => {
  it('is at most 30 kB before compression, with everything that the page loads', async () => {
    const { context, tab } = await visit(world)
    for (const path of ['/signin', '/signup']) {
      const sizes = new Map<string, number>()
      const bodies: Promise<void>[] = []
      tab.on('response', (response) =>
        bodies.push(response.body().then((body) => void sizes.set(response.url(), body.length))),
      )
      await tab.goto(`${world.service.url}${path}`, { waitUntil: 'networkidle' })
      await Promise.all(bodies)
      expect(sizes.size).toBeGreaterThan(2)
      expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(30_000)
      tab.removeAllListeners('response')
    }
    await context.close()
  })
})
