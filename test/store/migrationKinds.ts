/** What a migration does to the database. */
export type MigrationText = { readonly name: string; readonly statements: readonly string[] }

/** What the migrations before have left behind, as far as a later one may loosen it. */
type Known = {
  /** values that a check of the kind `"column" in (…)` lets through, by the name of the constraint */
  readonly checks: ReadonlyMap<string, readonly string[]>
}

/** Statements that the release before does not notice, whatever they name. */
const harmless = [
  /^create table "/,
  /^create index "/,
  // A name that is taken fails, so what exists is not replaced.
  /^create function "/,
  /^create trigger "/,
]

/** The same of what is done to a table. A column that older releases do not write may be empty or says itself what it is. */
const harmlessClauses = [
  /^add column "\w+" (?!.*not null)/,
  /^add column "\w+" .*not null default /,
  /^add constraint "\w+" foreign key /,
  /^alter column "\w+" (?:set storage|set statistics|set default|drop not null)/,
]

/**
 * Finds what the release before would notice: whatever takes away, renames or demands. A running service goes on through
 * migrations to the next release (expand), and what nobody needs any more goes one release later (contract).
 *
 * @param migrations  all of them, oldest first: a later one may loosen a check of an earlier one
 * @returns a sentence for each statement that is not of an allowed kind
 */
export function findBreakingChanges(migrations: readonly MigrationText[]): readonly string[] {
  let checks: ReadonlyMap<string, readonly string[]> = new Map()
  return migrations.flatMap(({ name, statements }) => {
    const clean = statements.map((each) => each.replace(/\s+/g, ' ').trim())
    const found = clean.flatMap((statement) => {
      const clauses = clausesOf(statement)
      const bad =
        clauses === null ? refuseStatement(statement, clean) : refuseClauses(clauses, clean, { checks })
      return bad.map((each) => `${name}: ${each}`)
    })
    checks = new Map([...checks, ...clean.flatMap(checksIn)])
    return found
  })
}

/** The parts of an `alter table`; null for any other statement. */
function clausesOf(statement: string): readonly string[] | null {
  const [, rest] = /^alter table "\w+" (.+)$/.exec(statement) ?? []
  return rest === undefined ? null : splitAtCommas(rest)
}

function refuseStatement(statement: string, all: readonly string[]): string[] {
  if (harmless.some((each) => each.test(statement))) return []
  const [, table] = /^create unique index "\w+" on "(\w+)"/.exec(statement) ?? []
  if (table !== undefined && all.some((each) => each.startsWith(`create table "${table}"`))) return []
  const [, updated, column] = /^update "(\w+)" set "(\w+)" = [^,]/.exec(statement) ?? []
  const isFilled = all.some(
    (each) => each.startsWith(`alter table "${updated}"`) && each.includes(`add column "${column}"`),
  )
  return updated !== undefined && isFilled ? [] : [statement]
}

function refuseClauses(clauses: readonly string[], all: readonly string[], { checks }: Known): string[] {
  return clauses.filter((clause) => {
    if (harmlessClauses.some((each) => each.test(clause))) return false
    const [, dropped] = /^drop constraint "(\w+)"$/.exec(clause) ?? []
    if (dropped !== undefined) return !isLoosened(dropped, all, checks)
    const [, added, column] = /^add constraint "(\w+)" check \("(\w+)" in \(.*\)\)$/.exec(clause) ?? []
    if (added === undefined) return true
    return !isLoosened(added, all, checks) && !all.some((each) => each.includes(`add column "${column}"`))
  })
}

/** Whether a check that was there lets through everything that it did, and perhaps more. */
function isLoosened(name: string, all: readonly string[], checks: Known['checks']): boolean {
  const former = checks.get(name)
  const next = new Map(all.flatMap(checksIn)).get(name)
  return former !== undefined && next !== undefined && former.every((value) => next.includes(value))
}

function checksIn(statement: string): [string, readonly string[]][] {
  const checks = statement.matchAll(/constraint "(\w+)" check \("?\w+"? in \(([^)]*)\)\)/g)
  return [...checks].map(([, name, values]) => [name!, values!.split(',').map((each) => each.trim())])
}

/** Commas within parentheses and texts part nothing. */
function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let depth = 0
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|[^']/g)) {
    depth += token === '(' ? 1 : token === ')' ? -1 : 0
    if (token === ',' && depth === 0) parts.push(part.trim())
    part = token === ',' && depth === 0 ? '' : part + token
  }
  return [...parts, part.trim()]
}
