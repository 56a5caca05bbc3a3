import { refuse, type Refusal } from '../domain/refusal.ts'

/**
 * Refuses JSON that is read differently by different readers (RFC 8259 §4, §8.2): a member that is given twice, of which
 * one reader takes the first and another the last; and text with half of a surrogate pair, which no UTF-8 can hold.
 *
 * @param text   what was sent
 * @param value  what the parser made of it
 */
export function checkJson(text: string, value: unknown): Refusal | null {
  if (countNames(text) !== countMembers(value)) return repeated
  return text.includes('\\u') && hasLoneSurrogate(value) ? malformedText : null
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

/** The members that are left of them in the value. Without recursion: the depth is a stranger's choice. */
function countMembers(value: unknown): number {
  let members = 0
  const open: unknown[] = [value]
  while (open.length > 0) {
    const node = open.pop()
    if (typeof node !== 'object' || node === null) continue
    const inside: unknown[] = Object.values(node)
    if (!Array.isArray(node)) members += inside.length
    for (const each of inside) open.push(each)
  }
  return members
}

/** `JSON.stringify` spells half pairs as escapes and whole ones as they are (well-formed JSON.stringify, ECMA-262 §25.5.4.2). */
function hasLoneSurrogate(value: unknown): boolean {
  return /(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value))
}

const repeated = refuse('invalid_request', 'A member is given more than once')
const malformedText = refuse('invalid_request', 'The body holds text that is not well-formed')
