import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const text = readFileSync(new URL('docs/reliability.md', root), 'utf8')
const named = new Set([...text.matchAll(/`(test\/[\w/.]+\.ts)`/g)].map(([, file]) => file!))

describe('the table of faults', () => {
  it.each([...named])('names a test that exists: %s', (file) => {
    expect(existsSync(new URL(file, root))).toBe(true)
  })

  it('leaves out no test of the long programme', () => {
    const programme = readdirSync(new URL('test/chaos/', root)).filter((file) => file.endsWith('.chaos.ts'))
    expect(programme.length).toBeGreaterThan(2)
    for (const file of programme) expect(named).toContain(`test/chaos/${file}`)
  })

  it('names a test for every fault', () => {
    const rows = text.split('\n').filter((line) => /^\| (?!fault |---)/.test(line))
    expect(rows.length).toBeGreaterThan(15)
    for (const row of rows) expect(row).toMatch(/`test\//)
  })
})
