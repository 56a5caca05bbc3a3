import { say } from './terminal.ts'

/** What stands in a cell. Null and an empty list are shown as a dash. */
export type Cell = string | number | boolean | null | readonly string[] | object

/** Prints the answer of a command: JSON for a script, which is then all there is on standard output, or text for a person. */
export function answer(json: boolean | undefined, value: unknown, text: () => string): void {
  say(json === true ? JSON.stringify(value, null, 2) : text())
}

/**
 * Rows under their headings, in aligned columns.
 *
 * @param empty  what to say when there are none
 */
export function table(
  headings: readonly string[],
  rows: readonly (readonly Cell[])[],
  empty: string,
): string {
  if (rows.length === 0) return empty
  const lines = [headings, ...rows.map((row) => row.map(textOf))]
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ''))))
  return lines
    .map((line) =>
      line
        .map((text, column) => pad(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Names with their values, one a line, for one thing looked at. */
export function details(members: readonly (readonly [string, Cell])[]): string {
  const width = Math.max(...members.map(([name]) => name.length))
  return members.map(([name, value]) => `  ${name.padEnd(width)}  ${textOf(value)}`).join('\n')
}

/** A secret that exists nowhere else from now on. It stands alone on its line, to be copied. */
export function onceOnly(name: string, secret: string): string {
  const head = `---- ${name}: shown once, keep it now `
  return `${head.padEnd(72, '-')}\n${secret}\n${'-'.repeat(72)}`
}

/** Names and descriptions come from strangers: no control character of theirs reaches a terminal. */
function textOf(cell: Cell): string {
  if (cell === null) return '-'
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const text = typeof cell === 'object' ? listed(cell) : String(cell)
  return text === '' ? '-' : text.replaceAll(/[\p{C}\u2028\u2029]/gu, '?')
}

function listed(cell: object): string {
  return Array.isArray(cell) ? cell.join(' ') : JSON.stringify(cell)
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Characters as people count them; those of double width are rare enough here. */
function widthOf(text: string): number {
  return [...text].length
}
