import { expect } from 'vitest'
import type { Page } from 'playwright-core'

/** Nothing on a page is further away than this many presses of the Tab key. */
const farthest = 60

/**
 * Presses Tab until the focus is where it should be, and expects it to be seen there. Throws when the focus goes round without
 * coming by.
 *
 * @param selector  what to reach; where the page itself has put the focus there, nothing is pressed
 */
export async function tabTo(tab: Page, selector: string): Promise<void> {
  await tab.locator(selector).first().waitFor({ state: 'attached' })
  for (let presses = 0; presses <= farthest; presses++) {
    const focused = await tab.evaluate((wanted) => {
      const element = document.activeElement
      const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body)
      return { isThere: element?.matches(wanted) === true, ring: `${outlineStyle} ${outlineWidth}` }
    }, selector)
    if (focused.isThere) {
      expect([selector, focused.ring]).toEqual([selector, expect.stringMatching(/^solid [23]px$/)])
      return
    }
    await tab.keyboard.press('Tab')
  }
  throw new Error(`${selector} is not reached by the Tab key`)
}

/** Goes to a field by the keyboard and types into it, over what stands there. */
export async function typeInto(tab: Page, selector: string, text: string): Promise<void> {
  await tabTo(tab, selector)
  await tab.keyboard.press('ControlOrMeta+a')
  await tab.keyboard.type(text)
}

/** Goes to a button or a link by the keyboard and presses it. */
export async function press(tab: Page, selector: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(tab, selector)
  await tab.keyboard.press(key)
}
