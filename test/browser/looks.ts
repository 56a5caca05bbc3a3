import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What WCAG 2.2 AA asks for, as far as a program can tell, and what axe calls best practice. */
const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** What axe finds on a page; empty: nothing. Each is the rule and the elements. */
export async function violationsOn(tab: Page): Promise<readonly string[]> {
  if (!(await tab.evaluate(() => 'axe' in globalThis))) await tab.evaluate(axe)
  const { violations } = await tab.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(options),
    rules,
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** What is wider than the window; empty: nothing. */
export function overflowOn(tab: Page): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth ? [`${scrollWidth} px wide in a window of ${clientWidth}`] : []
  })
}

/** What can be hit but is smaller than 44 by 44 pixels; empty: nothing. */
export function smallTargetsOn(tab: Page): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const targets = [
      ...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary'),
    ]
    const small = targets.filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      const isShown = width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden'
      // A box or a circle to tick is hit by its label.
      const isTicked = /checkbox|radio/.test(element.getAttribute('type') ?? '')
      return isShown && !isTicked && (width < 44 || height < 44)
    })
    return small.map((element) => `small: ${element.outerHTML.slice(0, 120)}`)
  })
}

/** A tab where scripts run, which axe needs, but none of ours. */
export type Twin = {
  readonly tab: Page
  /** Shows exactly what was served to another tab, in which scripts do not run. */
  copy(original: Page): Promise<void>
}

/** Opens it. */
export async function openTwin(browser: Browser): Promise<Twin> {
  const tab = await browser.newPage({ reducedMotion: 'reduce' })
  return {
    tab,
    async copy(original) {
      const [url, body] = [original.url(), await original.content()]
      await tab.unrouteAll()
      await tab.route('**/*.js', (route) => route.abort())
      await tab.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
      await tab.goto(url)
    },
  }
}
