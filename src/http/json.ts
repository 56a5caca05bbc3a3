import { refuse, type Refusal } from '../domain/refusal.ts'

/**
 * Refuses JSON that is read differently by different readers (RFC 8259 §4, §8.2): a member that is given twice, of which
 * one reader takes the first and another the last; and text with half of a surrogate pair, which no UTF-8 can hold.
 *
 * @param text   what was sent
 * @param value  what the parser made of it
 */
export function checkJson(text: string, value: unknown): Refusal | null {
  const { members, isWellFormed } = survey(value)
  if (countNames(text) !== members) return repeated
  return isWellFormed ? null : malformedText
}

/** The names in well-formed JSON text: strings that a colon follows. */
function countNames(text: string): number {
  let names = 0
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    at = endOfString(text, at)
    const next = /[^ \t\n\r]/g
    next.lastIndex = at + 1
    if (next.exec(text)?.[0] === ':') names++
  }
  return names
}

/** Where the string that begins at a quote ends. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

/**
 * How many members are left of them in the value, and whether all its text is whole. Without recursion: the depth is a
 * stranger's choice.
 */
function survey(value: unknown): { readonly members: number; readonly isWellFormed: boolean } {
  let members = 0
  let isWellFormed = true
  const open: unknown[] = [value]
  while (open.length > 0) {
    const node = open.pop()
    if (typeof node === 'string') isWellFormed &&= node.isWellFormed()
    if (typeof node !== 'object' || node === null) continue
    if (!Array.isArray(node)) {
      const names = Object.keys(node)
      members += names.length
      isWellFormed &&= names.every((name) => name.isWellFormed())
    }
    for (const inside of Object.values(node) as unknown[]) open.push(inside)
  }
  return { members, isWellFormed }
}

const repeated = refuse('invalid_request', 'A member is given more than once')
const malformedText = refuse('invalid_request', 'The body holds text that is not well-formed')
