import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** A message of the compiler, with the line of the file that it is about and what stands at the place it points at. */
type Diagnostic = { readonly line: number; readonly message: string; readonly place: string }

const source = readFileSync('test/contract/operationTypes.ts', 'utf8')
const comment = /^ *\/\/ @ts-expect-error - (.+)$/

/** Words that the message about a line has to hold, by line. */
const expected = new Map(
  source.split('\n').flatMap((text, index) => {
    const words = comment.exec(text)?.[1]
    return words === undefined ? [] : [[index + 2, words] as const]
  }),
)

/** Compiles a file that stands outside of the tree, as `make check` compiles the tree. */
function compile(text: string): Diagnostic[] {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-types-'))
  const root = resolve('.')
  try {
    writeFileSync(join(folder, 'scratch.mts'), text.replaceAll(/'#(src|generated)\//g, `'${root}/$1/`))
    const compilerOptions = { typeRoots: [join(root, 'node_modules/@types')] }
    const settings = {
      extends: join(root, 'tsconfig.json'),
      include: ['scratch.mts'],
      exclude: [],
      compilerOptions,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
    return diagnosticsOf(text.split('\n'), () =>
      execFileSync('tsc', ['-p', folder, '--pretty', 'false'], { encoding: 'utf8', cwd: folder }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function diagnosticsOf(lines: readonly string[], run: () => string): Diagnostic[] {
  let output = ''
  try {
    output = run()
  } catch (error) {
    output = (error as { stdout: string }).stdout
  }
  // A message goes on in indented lines.
  return [...output.matchAll(/^scratch\.mts\((\d+),(\d+)\): error TS\d+: (.*(?:\n .*)*)/gm)].map((match) => ({
    line: Number(match[1]),
    message: match[3]!,
    place: lines[Number(match[1]) - 1]!.slice(Number(match[2]) - 1),
  }))
}

describe('types of an operation', () => {
  test(
    'what must not compile does not, and the compiler names the culprit or points at it',
    { timeout: 60_000 },
    () => {
      const bare = source.replaceAll(/\/\/ @ts-expect-error - .*/g, '//')
      const found = compile(bare)
      expect(expected.size).toBeGreaterThan(20)
      const unnamed = [...expected].flatMap(([line, words]) => {
        const about = found.filter((each) => each.line === line)
        const isNamed = about.some(
          ({ message, place }) => message.includes(words) || place.replace(/^'/, '').startsWith(words),
        )
        return isNamed ? [] : [{ line, words, about }]
      })
      expect(unnamed).toEqual([])
      expect(found.filter(({ line }) => !expected.has(line))).toEqual([])
    },
  )
})
