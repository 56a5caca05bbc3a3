import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { modules } from '#test/conformance/modules.ts'

const files = globSync('test/conformance/*.test.ts')

/** The modules that a text names, each once. */
function namedIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].toSorted()
}

/** Titles, and the rows that become titles, begin with the name. */
const titled = (file: string) => namedIn(readFileSync(file, 'utf8'), /['`](oidcc-[\w-]+)/g)
const tested = files.flatMap(titled)
const diverging = namedIn(readFileSync('docs/divergences.md', 'utf8'), /`(oidcc-[\w-]+)`/g)

describe('every module of the conformance suite', () => {
  test('is a test, or stands in docs/divergences.md', () => {
    const all = Object.values(modules).flat()
    expect([...tested, ...diverging].toSorted()).toEqual(expect.arrayContaining(all.toSorted()))
    const excused = new Set(diverging)
    expect(tested.filter((name) => excused.has(name))).toEqual([])
  })

  test('is called by its own name: no title is one of no module', () => {
    const all: ReadonlySet<string> = new Set(Object.values(modules).flat())
    expect([...tested, ...diverging].filter((name) => !all.has(name))).toEqual([])
  })

  test('of Basic OP runs for Form Post Basic OP, too', () => {
    const text = readFileSync('test/conformance/authorization.test.ts', 'utf8')
    expect(text).toMatch(
      /^describe\.each\(\[\s*\['Basic OP', 'query'\],\s*\['Form Post Basic OP', 'form_post'\],/m,
    )
    expect(titled('test/conformance/authorization.test.ts')).toEqual([...modules.basic].toSorted())
  })

  test('runs', () => {
    for (const file of files) expect(readFileSync(file, 'utf8')).not.toMatch(/\.(?:skip|todo|only|fails)\b/)
  })
})
