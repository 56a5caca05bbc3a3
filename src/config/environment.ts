import { nearestName } from '../domain/nearestName.ts'
import type { Kind } from './kinds.ts'
import type { Setting } from './setting.ts'
import { settings, type Values } from './settings.ts'

/** Reads the text of a file; throws the system's error. */
export type ReadFile = (path: string) => string

/** A text that was found for a setting, or the sentence about why there is none to be had. */
type Found = { readonly text: string | null } | { readonly mistake: string }

/**
 * Reads every setting of the table and refuses unknown `LATCHKEY_*` variables. An empty or blank variable
 * counts as not set.
 *
 * @param mistakes  receives one sentence for each mistake; a setting with a mistake has its default, or null
 */
export function readSettings(environment: NodeJS.ProcessEnv, readFile: ReadFile, mistakes: string[]): Values {
  mistakes.push(...unknownNames(environment))
  const rows: readonly Setting[] = settings
  // Each row's kind makes the value of that row's name: this is what `Values` says of the table.
  return Object.fromEntries(
    rows.map((row) => [row.name, readSetting(row, environment, readFile, mistakes)]),
  ) as Values
}

function readSetting(
  row: Setting,
  environment: NodeJS.ProcessEnv,
  readFile: ReadFile,
  mistakes: string[],
): unknown {
  const found = row.secret
    ? findSecret(row.name, environment, readFile)
    : { text: given(environment[row.name]) }
  if ('mistake' in found) mistakes.push(found.mistake)
  const text = 'text' in found ? found.text : null
  if (text !== null) {
    const parsed = row.kind.parse(text)
    if ('value' in parsed) return parsed.value
    mistakes.push(`${row.name} ${parsed.error}${row.secret ? '' : ` (it is ${JSON.stringify(text)})`}`)
  }
  return row.default === null ? null : defaultValue(row.name, row.kind, row.default)
}

function defaultValue(name: string, kind: Kind<unknown>, text: string): unknown {
  const parsed = kind.parse(text)
  if ('error' in parsed) throw new Error(`the default of ${name} ${parsed.error}`)
  return parsed.value
}

function given(text: string | undefined): string | null {
  const trimmed = text?.trim()
  return trimmed ? trimmed : null
}

function findSecret(name: string, environment: NodeJS.ProcessEnv, readFile: ReadFile): Found {
  const text = given(environment[name])
  const path = given(environment[`${name}_FILE`])
  if (path === null) return { text }
  if (text !== null) return { mistake: `${name} and ${name}_FILE are both set: keep one of them` }
  try {
    const content = given(readFile(path))
    return content === null ? { mistake: `${name}_FILE names an empty file: ${path}` } : { text: content }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    return { mistake: `${name}_FILE names a file that cannot be read: ${path}${reason}` }
  }
}

function unknownNames(environment: NodeJS.ProcessEnv): readonly string[] {
  const rows: readonly Setting[] = settings
  const known = rows.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]))
  const unknown = Object.keys(environment).filter((name) => /^LATCHKEY_/i.test(name) && !known.includes(name))
  return unknown.toSorted().map((name) => {
    const near = nearestName(name.toUpperCase(), known)
    return `${name} is not a setting of Latchkey: ${near ? `did you mean ${near}?` : 'remove it'}`
  })
}
