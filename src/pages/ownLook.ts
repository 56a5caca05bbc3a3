import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readOwnStrings, type OwnStrings } from './ownStrings.ts'
import { readOwnTemplates } from './ownTemplates.ts'

/** What an operator made of the pages (`LATCHKEY_TEMPLATE_DIR`, docs/look.md). What is not in it is as delivered. */
export type OwnLook = {
  /** texts by the name of the template, without `.eta` */
  readonly templates: ReadonlyMap<string, string>
  readonly strings: OwnStrings
  /** a stylesheet that follows ours; null: none */
  readonly theme: string | null
}

/**
 * Reads everything an operator made of the pages, and holds it against what is delivered.
 *
 * @param directory  absolute path
 * @returns what is there, or every mistake at once, each a sentence
 */
export function readOwnLook(directory: string): { readonly own: OwnLook } | { readonly mistakes: string[] } {
  const mistakes: string[] = []
  const files = readFiles(directory, mistakes)
  const own = {
    templates: readOwnTemplates(files, mistakes),
    strings: readOwnStrings(files, mistakes),
    theme: files.get('theme.css') ?? null,
  }
  mistakes.push(
    ...[...files.keys()].filter(isUnread).map((path) => `${path} is nothing that is read: ${places}`),
  )
  return mistakes.length > 0 ? { mistakes: mistakes.map(placed) } : { own }
}

const places =
  'there may be theme.css, templates/<name>.eta, templates/partials/<name>.eta and strings/<language>.json'

function placed(mistake: string): string {
  return `LATCHKEY_TEMPLATE_DIR: ${mistake}`
}

/** Notes beside the files disturb nobody; everything else that is passed over was meant to have an effect. */
function isUnread(path: string): boolean {
  return path !== 'theme.css' && !/^(?:templates|strings)\//.test(path) && !path.endsWith('.md')
}

/** Links are followed, and names that begin with a dot passed over: this is how files are mounted into containers. */
function readFiles(directory: string, mistakes: string[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  const walk = (folder: string, depth: number) => {
    for (const name of readdirSync(join(directory, folder)).toSorted()) {
      const path = folder === '' ? name : `${folder}/${name}`
      if (name.startsWith('.')) continue
      if (!statSync(join(directory, path)).isDirectory())
        files.set(path, readFileSync(join(directory, path), 'utf8'))
      else if (depth < deepest) walk(path, depth + 1)
    }
  }
  try {
    walk('', 0)
  } catch (error) {
    const { code = '', path = directory } = error as NodeJS.ErrnoException
    const why = { ENOENT: 'does not exist', ENOTDIR: 'is no directory', EACCES: 'may not be read' }[code]
    mistakes.push(`${path} ${why ?? `cannot be read (${code})`}`)
  }
  return files
}

/** Folders below the directory: templates/partials, and one more so that a file too deep is named. */
const deepest = 3
