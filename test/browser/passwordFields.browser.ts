import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pages } from './pages.ts'
import { createWorld, visit, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.stop())

describe('a page that asks for a password', () => {
  const asking = new Set(['reset', 'verify-email', 'change-email', 'password'])
  it.each(pages.filter(({ name }) => asking.has(name)))(
    '$name shows what is typed on demand and rates a new one, also once something was wrong',
    async ({ open }) => {
      const somebody = await visit(world)
      const { tab, context } = somebody
      const fields = tab.locator('.secret input')
      const newOnes = tab.locator('input[autocomplete="new-password"]')
      const fill = async () => {
        for (const field of await fields.all()) await field.fill('short')
      }
      const look = async () => {
        await tab.locator('.secret .show').last().click()
        expect(await fields.last().getAttribute('type')).toBe('text')
        expect(await tab.locator('.secret .show').count()).toBe(await fields.count())
        await fill()
        if ((await newOnes.count()) > 0) await tab.getByText('Very weak').waitFor()
      }
      await open(somebody)
      await look()
      await Promise.all([
        tab.waitForResponse((answer) => [400, 401].includes(answer.status())),
        tab.locator('main form > button').click(),
      ])
      await tab.locator('[role=alert]').waitFor()
      await look()
      expect(world.complaints).toEqual([])
      await context.close()
    },
  )
})
