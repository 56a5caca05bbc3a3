import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { pages } from './pages.ts'
import { createWorld, visit, type World } from './world.ts'

/** Where pictures go; unset: none are taken. */
const folder = process.env['SCREENSHOTS'] ?? ''
/** The language of the pictures. */
const locale = process.env['SCREENSHOTS_LOCALE'] ?? 'en-GB'

const desk = { width: 1280, height: 720 }
const phone = { width: 320, height: 640 }
const looks = [
  { look: 'light', colorScheme: 'light', viewport: desk },
  { look: 'dark', colorScheme: 'dark', viewport: desk },
  { look: 'phone', colorScheme: 'light', viewport: phone },
] as const

describe.runIf(folder !== '')('a picture', () => {
  let world: World
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true })
    world = await createWorld()
  })
  afterAll(() => world.stop())

  it.each(pages)('of $name', async ({ name, open, isScriptless, isReading }) => {
    const options = { locale, reducedMotion: 'reduce', javaScriptEnabled: isScriptless !== true } as const
    const somebody = await visit(world, options)
    const { tab, context } = somebody
    await open(somebody)
    for (const { look, colorScheme, viewport } of looks) {
      await tab.emulateMedia({ colorScheme })
      await tab.setViewportSize(viewport)
      // Of what developers read the beginning is enough.
      await tab.screenshot({ path: `${folder}/${name}-${look}.png`, fullPage: isReading !== true })
    }
    await context.close()
  })
})
