import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { misfitsOn, violationsOn } from './looks.ts'
import { pages, type PageCase } from './pages.ts'
import { createWorld, visit, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.stop())

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [320, 1280].map((width) => ({ colorScheme, width })),
)

/** Brings somebody to a page and looks at it in every light and width. */
async function lookAt(
  { open }: PageCase,
  options: Parameters<typeof visit>[1] & { readonly locale: string },
  look: (tab: Page) => Promise<readonly string[]>,
): Promise<void> {
  const somebody = await visit(world, { reducedMotion: 'reduce', ...options })
  const { tab, context } = somebody
  // axe needs a page that runs scripts: without ours it is the page that people without script see.
  if (options.javaScriptEnabled === undefined) await context.route('**/assets/*.js', (route) => route.abort())
  await open(somebody)
  expect(await tab.locator('html').getAttribute('lang')).toBe(options.locale.slice(0, 2))
  for (const { colorScheme, width } of looks) {
    await tab.emulateMedia({ colorScheme })
    await tab.setViewportSize({ width, height: 800 })
    expect({ colorScheme, width, problems: await look(tab) }).toEqual({ colorScheme, width, problems: [] })
  }
  await context.close()
}

const both = async (tab: Page) => [...(await misfitsOn(tab)), ...(await violationsOn(tab))]

describe.each(['en-GB', 'de-DE'])('in %s', (locale) => {
  it.each(pages.filter(({ isScriptless }) => isScriptless !== true))(
    '$name is whole with script, in light and dark, on a phone and at a desk',
    async (page) => {
      await lookAt(page, { locale, javaScriptEnabled: true }, both)
      expect(world.complaints).toEqual([])
    },
  )

  it.each(pages)(
    '$name is whole without script, in light and dark, on a phone and at a desk',
    async (page) => {
      await lookAt(page, { locale, javaScriptEnabled: false }, misfitsOn)
      await lookAt(page, { locale }, violationsOn)
      expect(world.complaints).toEqual([])
    },
  )
})

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
