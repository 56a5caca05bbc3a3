import type { Deed } from './deeds.ts'
import type { Entry } from './history.ts'
import { traceLineage, type Lineage } from './lineage.ts'

/** Milliseconds within which every answer comes, whatever is wrong. */
const patienceMs = 8_000
/** Another node may know an app from memory for so long after it was deleted (docs/decisions/0050). */
const recallMs = 1_000

/**
 * Holds a history against what is promised under every fault (issue "fast and steady", point 5):
 *
 * - what is used once is used once;
 * - a refresh token has one successor;
 * - what was answered 2xx is there afterwards, and a database that is away is no reason to refuse for good;
 * - after an acknowledged end no node accepts it any more;
 * - every error has the contract's shape, and every answer comes in time.
 *
 * @returns a sentence for each breach, in the order of the promises; none when the history is in order
 */
export function findBreaches(entries: readonly Entry[]): readonly string[] {
  const lineage = traceLineage(entries)
  return [
    ...findDoubles(entries),
    ...findSecondSuccessors(entries),
    ...entries.flatMap((entry) => findGroundless(entry, lineage)),
    ...entries.flatMap((entry) => findRevived(entry, lineage)),
    ...entries.flatMap(findMisshapen),
  ]
}

/** Whether it was served; a token that introspection calls inactive was not. */
const isDone = ({ status, error }: Entry) => status >= 200 && status < 300 && error !== 'inactive'

/** The entries that do this to a thing, by thing. */
function byThing(entries: readonly Entry[], does: Deed['does']): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>()
  for (const entry of entries.filter(isDone))
    for (const deed of entry.deeds)
      if (deed.does === does) found.set(deed.thing, [...(found.get(deed.thing) ?? []), entry])
  return found
}

function findDoubles(entries: readonly Entry[]): string[] {
  return [...byThing(entries, 'consume')].flatMap(([thing, uses]) =>
    uses.length > 1 ? [`${thing} was used ${uses.length} times: ${uses.map(describe).join('; ')}`] : [],
  )
}

function findSecondSuccessors(entries: readonly Entry[]): string[] {
  return [...byThing(entries, 'rotate')].flatMap(([thing, uses]) => {
    const successors = new Set(uses.flatMap(({ gave }) => gave.filter((each) => each.startsWith('refresh:'))))
    return successors.size === 1
      ? []
      : [`${thing} got ${successors.size} successors: ${uses.map(describe).join('; ')}`]
  })
}

/** What a refusal is about, by its code: the things which it may say of that they are not good. */
function refusedThings({ status, error, deeds, operation }: Entry): readonly string[] {
  const ofKind = (...kinds: string[]) =>
    deeds.map(({ thing }) => thing).filter((thing) => kinds.includes(thing.slice(0, thing.indexOf(':'))))
  if (error === 'invalid_grant') return ofKind('code', 'refresh')
  if (error === 'inactive' || error === 'invalid_token') return ofKind('token', 'refresh')
  if (error === 'invalid_client' || status === 404) return ofKind('app')
  if (status === 401 && operation.endsWith('/login')) return ofKind('password')
  return []
}

/** A refusal for good of what was given, without anything that may have ended it before. */
function findGroundless(entry: Entry, lineage: Lineage): string[] {
  if (isDone(entry) || entry.status === 0 || entry.status >= 500) return []
  return refusedThings(entry).flatMap((thing) =>
    !lineage.wasGiven(thing, entry.askedAt) || lineage.mayHaveEnded(thing, entry)
      ? []
      : [`${thing} was refused without a cause: ${describe(entry)}`],
  )
}

/** Something was accepted after its end had been acknowledged. */
function findRevived(entry: Entry, lineage: Lineage): string[] {
  if (!isDone(entry)) return []
  return entry.deeds.flatMap(({ does, thing }) => {
    if (does === 'make' || does === 'end') return []
    const end = lineage.acknowledgedEnd(thing, entry.askedAt - (thing.startsWith('app:') ? recallMs : 0))
    return end === null ? [] : [`${thing} was accepted after its end (${describe(end)}): ${describe(entry)}`]
  })
}

function findMisshapen(entry: Entry): string[] {
  const ms = Math.round(entry.answeredAt - entry.askedAt)
  return [
    ...(entry.flaw === null ? [] : [`an error ${entry.flaw}: ${describe(entry)}`]),
    ...(ms > patienceMs ? [`an answer took ${ms} ms: ${describe(entry)}`] : []),
  ]
}

function describe({ who, node, operation, status, error, askedAt }: Entry): string {
  return `${operation} by ${who} at ${node} at ${Math.round(askedAt)}: ${status} ${error ?? ''}`.trim()
}
