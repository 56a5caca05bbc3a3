import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '#generated/operations.gen.ts'
import { openTwin, overflowOn, smallTargetsOn, violationsOn, type Twin } from './looks.ts'
import type { PageCase } from './pageCase.ts'
import { createWorld, visit, type Visit, type World } from './world.ts'

/** How somebody comes to a page. */
type Way = { readonly locale: 'en-GB' | 'de-DE'; readonly javaScriptEnabled: boolean }
/** How they look at it. */
type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: 320 | 1280 }

const ways: readonly Way[] = (['en-GB', 'de-DE'] as const).flatMap((locale) =>
  [true, false].map((javaScriptEnabled) => ({ locale, javaScriptEnabled })),
)
const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  ([320, 1280] as const).map((width) => ({ colorScheme, width })),
)

const isEveryLookForAxe = process.env['AXE'] === 'all'

/**
 * Whether axe, which is slow, looks as well: at five of the sixteen, in which any two of language, script, light and width
 * meet in all of their combinations (a covering array of strength 2: none of the four, and each three of them). `AXE=all`: at
 * every one.
 */
function isForAxe({ locale, javaScriptEnabled }: Way, { colorScheme, width }: Look): boolean {
  if (isEveryLookForAxe) return true
  const ones = [locale === 'de-DE', javaScriptEnabled, colorScheme === 'dark', width === 320]
  return [0, 3].includes(ones.filter(Boolean).length)
}

/** Looks at each of these pages in every way. */
export function describeInEveryWay(cases: readonly PageCase[]): void {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })
  afterAll(() => world.stop())

  describe.each(ways)('in $locale, with script: $javaScriptEnabled', (way) => {
    let somebody: Visit
    let twin: Twin | null = null
    beforeAll(async () => {
      somebody = await visit(world, { reducedMotion: 'reduce', ...way })
      if (!way.javaScriptEnabled) twin = await openTwin(world.chromium)
    })
    afterAll(async () => {
      await twin?.tab.context().close()
      await somebody.context.close()
    })
    const shown = cases.filter(
      ({ isScriptless, isReading }) =>
        !(isScriptless === true && way.javaScriptEnabled) && !(isReading === true && way.locale !== 'en-GB'),
    )
    it.each(shown)('$name is whole in light and dark, on a phone and at a desk', async (page) => {
      await somebody.context.clearCookies()
      await page.open(somebody)
      await lookAt(page, way, somebody.tab, twin)
      expect(world.complaints).toEqual([])
    })
  })
}

async function lookAt(
  { operation, isReading }: PageCase,
  way: Way,
  tab: Page,
  twin: Twin | null,
): Promise<void> {
  expect(new URL(tab.url()).pathname).toMatch(patternOf(operations[operation].path))
  expect(await tab.locator('html').getAttribute('lang')).toBe(way.locale.slice(0, 2))
  await twin?.copy(tab)
  for (const look of looks) {
    await show(tab, look)
    const problems = [...(await overflowOn(tab)), ...(isReading === true ? [] : await smallTargetsOn(tab))]
    if (isForAxe(way, look)) {
      if (twin !== null) await show(twin.tab, look)
      problems.push(...(await violationsOn(twin?.tab ?? tab)))
    }
    expect({ ...look, problems }).toEqual({ ...look, problems: [] })
  }
}

async function show(tab: Page, { colorScheme, width }: Look): Promise<void> {
  await tab.emulateMedia({ colorScheme })
  await tab.setViewportSize({ width, height: 800 })
}

/** What the path of an operation may look like in the address bar. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}
