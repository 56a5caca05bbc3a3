import type { Deed } from './deeds.ts'
import type { Entry } from './history.ts'

/** Where each thing of a history comes from, and what may have ended it. */
export type Lineage = {
  /** Whether an answer had given it by then. */
  wasGiven(thing: string, by: number): boolean
  /** Whether anything that was asked before this refusal came may have ended it: an end, a use, a theft in its grant. */
  mayHaveEnded(thing: string, refusal: Entry): boolean
  /** What ended it, and was acknowledged before that moment; null when nothing was. */
  acknowledgedEnd(thing: string, before: number): Entry | null
}

/** What was done with each thing, where it came from, and which things belong to one grant. */
type Tables = {
  readonly done: ReadonlyMap<string, readonly (readonly [Deed['does'], Entry])[]>
  readonly givenAt: ReadonlyMap<string, number>
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>
  /** the code that a token comes from, however long ago */
  readonly codeOf: ReadonlyMap<string, string>
  /** every token that comes from a code */
  readonly grants: ReadonlyMap<string, ReadonlySet<string>>
}

/** Reads the lineage out of a history. */
export function traceLineage(entries: readonly Entry[]): Lineage {
  const tables = readTables(entries)
  const { done, givenAt, codeOf, grants } = tables
  const { endsOf, endsOfGrant } = readEnds(tables)
  const grantOf = (thing: string) => grants.get(codeOf.get(thing) ?? '') ?? new Set<string>()
  const timesDone = (thing: string, does: Deed['does'], by: number) =>
    (done.get(thing) ?? [])
      .filter(([what, entry]) => what === does && entry.askedAt <= by)
      .map(([, entry]) => entry)

  return {
    wasGiven: (thing, by) => (givenAt.get(thing) ?? Infinity) <= by,

    mayHaveEnded(thing, refusal) {
      const by = refusal.answeredAt
      const close = new Set([...ancestry(thing, tables), ...grantOf(thing)])
      if ([...close].some((each) => timesDone(each, 'end', by).length > 0)) return true
      if (timesDone(thing, 'consume', by).some((entry) => entry !== refusal && mayHaveWorked(entry)))
        return true
      // Whoever comes second with a code is told that it is used, and takes everything that came of it along.
      if ([...close].some((each) => timesDone(each, 'consume', by).length > 1)) return true
      return [...close].some((each) =>
        isReplayed(timesDone(each, 'rotate', by), (next) => timesDone(next, 'rotate', by)),
      )
    },

    acknowledgedEnd(thing, before) {
      const isDecisive = (entry: Entry) => isServed(entry) && entry.answeredAt < before
      const ofGrant = endsOfGrant.get(codeOf.get(thing) ?? '')
      return endsOf.get(thing)?.find(isDecisive) ?? ofGrant?.find(isDecisive) ?? null
    },
  }
}

function readTables(entries: readonly Entry[]): Tables {
  const done = new Map<string, (readonly [Deed['does'], Entry])[]>()
  const givenAt = new Map<string, number>()
  const parents = new Map<string, Set<string>>()
  const codeOf = new Map<string, string>()
  const grants = new Map<string, Set<string>>()
  for (const entry of entries.toSorted((one, other) => one.answeredAt - other.answeredAt)) {
    for (const { does, thing } of entry.deeds) add(done, thing, () => []).push([does, entry])
    const shown = entry.deeds.map(({ thing }) => thing)
    const code = shown.map((each) => (each.startsWith('code:') ? each : codeOf.get(each))).find(Boolean)
    for (const thing of entry.gave) {
      givenAt.set(thing, givenAt.get(thing) ?? entry.answeredAt)
      // Of a long chain of refresh tokens only its beginning and its members matter.
      for (const each of shown.filter((one) => one !== thing))
        if (code === undefined || !codeOf.has(each)) add(parents, thing, () => new Set()).add(each)
      if (code === undefined) continue
      codeOf.set(thing, code)
      add(parents, thing, () => new Set()).add(code)
      add(grants, code, () => new Set()).add(thing)
    }
  }
  return { done, givenAt, parents, codeOf, grants }
}

/**
 * What ended each thing, and what ended each grant: a refresh token takes its whole grant along, an access token only itself
 * (RFC 7009 §2.1). Of half an hour every use is held against them: they are looked for once.
 */
function readEnds({ done, grants }: Tables) {
  const endsOf = new Map<string, readonly Entry[]>()
  for (const [thing, deeds] of done) {
    const ends = deeds.filter(([does]) => does === 'end').map(([, entry]) => entry)
    if (ends.length > 0) endsOf.set(thing, ends)
  }
  const endsOfGrant = new Map<string, readonly Entry[]>()
  for (const [code, things] of grants) {
    const refresh = [...things].filter((each) => each.startsWith('refresh:'))
    endsOfGrant.set(
      code,
      refresh.flatMap((each) => endsOf.get(each) ?? []),
    )
  }
  return { endsOf, endsOfGrant }
}

function add<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

/** The thing, and whatever it came from, however long ago. */
function ancestry(thing: string, tables: Tables, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(thing)) return found
  found.add(thing)
  for (const parent of tables.parents.get(thing) ?? []) ancestry(parent, tables, found)
  return found
}

const isServed = ({ status }: Entry) => status >= 200 && status < 300

/** It was served, or nobody knows. */
const mayHaveWorked = (entry: Entry) => isServed(entry) || entry.status === 0 || entry.status >= 500

/** A refresh token came again once its successor had been used: a theft, and the end of the grant. */
function isReplayed(turns: readonly Entry[], turnsOf: (thing: string) => readonly Entry[]): boolean {
  if (turns.length < 2) return false
  const latest = Math.max(...turns.map(({ answeredAt }) => answeredAt))
  const successors = turns.flatMap(({ gave }) => gave.filter((each) => each.startsWith('refresh:')))
  return successors.some((each) => turnsOf(each).some(({ askedAt }) => askedAt <= latest))
}
