import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../src/domain')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))

describe('the domain', () => {
  test('refuses in printable ASCII without quotation marks and backslashes', () => {
    const descriptions = sources.flatMap(({ text }) =>
      [...text.matchAll(/refuse\(\s*'[a-z_]+',\s*['`]([^'`]*)['`]/g)].map((match) => match[1] ?? ''),
    )
    expect(descriptions.length).toBeGreaterThan(20)
    for (const description of descriptions) expect(description).toMatch(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/)
  })

  test('looks at no clock, at no chance and at nothing outside', () => {
    const modules = sources.flatMap(({ text }) =>
      [...text.matchAll(/from '([^'.][^']*)'/g)].map((match) => match[1]),
    )
    const calculating = /^(?:node:crypto|node:url|jose|jose\/.*|bowser)$/
    expect(modules.filter((module) => !calculating.test(module!))).toEqual([])
    const impure = /Date\.now|new Date\(\)|Math\.random|random(?:Bytes|UUID|Int)\(|process\.[a-z]/
    expect(sources.filter(({ text }) => impure.test(text)).map(({ name }) => name)).toEqual([])
  })
})
