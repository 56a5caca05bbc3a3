import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { entries } from '#test/support/contract.ts'

/** The rows of the table in the documentation: a form of a page, and the operations that do the same. */
const rows = [...readFileSync('docs/look.md', 'utf8').matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$/gm)].map(
  ([, form, cell]) => ({
    form: form!,
    isNone: cell!.startsWith('none: '),
    operations: [...cell!.split('none: ')[0]!.matchAll(/`(\w+)`/g)].map(([, id]) => id!),
  }),
)

/** What only our own pages need: a program of a team has no language to choose from them. */
const withoutCounterpart = new Set(['submitLanguage'])

const forms = entries.filter(({ audience, method }) => audience === 'browser' && method !== 'GET')
const programs = new Set<string>(entries.flatMap(({ id, audience }) => (audience === 'browser' ? [] : [id])))

describe('what a page does', () => {
  test('stands in the documentation, every form once', () => {
    expect(forms.length).toBeGreaterThan(30)
    expect(rows.map(({ form }) => form).toSorted()).toEqual(forms.map(({ id }) => id as string).toSorted())
  })

  test.each(rows)('$form can be done by a program of a team, too', ({ form, operations, isNone }) => {
    expect(isNone).toBe(withoutCounterpart.has(form))
    expect(operations.length > 0).toBe(!isNone)
    for (const id of operations) expect(programs.has(id), id).toBe(true)
  })
})
