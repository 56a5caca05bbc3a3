import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The page that the benchmarks write into. */
export const pageFile = fileURLToPath(import.meta.resolve('../../docs/performance.md'))

/**
 * Replaces one part of the page: what stands between `<!-- name -->` and `<!-- /name -->`. Everything around it was written
 * by somebody and stays.
 */
export function writePart(name: string, text: string): void {
  const page = readFileSync(pageFile, 'utf8')
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no part ${name}`)
  writeFileSync(pageFile, `${page.slice(0, from + begin.length)}\n\n${text.trim()}\n\n${page.slice(to)}`)
}

/** Writes a chart beside the page. */
export function writeChart(name: string, svg: string): void {
  writeFileSync(fileURLToPath(import.meta.resolve(`../../docs/${name}`)), svg)
}
