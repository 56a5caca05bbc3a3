import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

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

/** What is wider than the window, and what can be hit but is smaller than 44 by 44 pixels; empty: nothing. */
export function misfitsOn(tab: Page): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const shown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden'
    }
    const targets = [
      ...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary'),
    ]
    // A box or a circle to tick is hit by its label.
    const isTicked = (element: Element) => /checkbox|radio/.test(element.getAttribute('type') ?? '')
    const small = targets.filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return shown(element) && !isTicked(element) && (width < 44 || height < 44)
    })
    const { scrollWidth, clientWidth } = document.documentElement
    const wide = scrollWidth > clientWidth ? [`${scrollWidth} px wide in a window of ${clientWidth}`] : []
    return [...wide, ...small.map((element) => `small: ${element.outerHTML.slice(0, 120)}`)]
  })
}
