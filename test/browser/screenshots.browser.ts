import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { pages } from './pages.ts'
import { createWorld, visit, type World } from './world.ts'

/** Where pictures go; unset: none are taken. */
const folder = process.env['SCREENSHOTS'] ?? ''

const desk = { width: 1024, height: 720 }
const phone = { width: 320, height: 640 }
const shots = [
  { look: 'light', locale: 'en-GB', colorScheme: 'light', viewport: desk },
  { look: 'dark', locale: 'en-GB', colorScheme: 'dark', viewport: desk },
  { look: 'phone', locale: 'en-GB', colorScheme: 'light', viewport: phone },
  { look: 'de-phone', locale: 'de-DE', colorScheme: 'dark', viewport: phone },
  { look: 'ja', locale: 'ja-JP', colorScheme: 'light', viewport: desk },
] as const

describe.runIf(folder !== '')('a picture', () => {
  let world: World
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    world = await createWorld()
  })
  afterAll(() => world.stop())

  describe.each(shots)('in $look', ({ look, locale, colorScheme, viewport }) => {
    it.each(pages)('of $name', async ({ name, open, isScriptless }) => {
      const options = { locale, colorScheme, viewport, reducedMotion: 'reduce' } as const
      const somebody = await visit(world, { ...options, javaScriptEnabled: isScriptless !== true })
      await open(somebody)
      await somebody.tab.screenshot({
        path: `${folder}/${name}-${look}.png`,
        fullPage: true,
        caret: 'initial',
      })
      await somebody.context.close()
    })
  })
})
