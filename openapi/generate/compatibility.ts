import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Breach } from './breach.ts'
import { aliasesOf, operationsOf, type Json } from './document.ts'
import { findRemovedMembers } from './removedMembers.ts'

/** The part of `redocly diff --format json` that is read here. */
type DiffReport = {
  readonly changes: readonly {
    readonly path: string
    readonly impact: string
    readonly verdicts: readonly { readonly impact: string; readonly message: string }[]
  }[]
}

/**
 * The part of a contract that programs may rely on: everything but the pages, which are for people and change with their
 * forms, and what was deprecated and is past its sunset, which may go (docs/site/deprecation-policy.md). Aliases and the
 * halves of split operations stand in it as operations at places of their own, so that they are compared as well.
 *
 * @param document  a bundle; it stays as it is
 * @param now       the moment against which every `x-sunset` is held
 */
export function promisedOf(document: Json, now: Date): Json {
  const aliases = [...aliasesOf(document)]
  const paths: Json = {}
  for (const { path, method, operation, pathItem, mediaType } of operationsOf(document)) {
    if (operation['tags']?.includes('pages')) continue
    const { 'x-codeSamples': _, 'x-media-operations': __, ...kept } = operation
    const alias = aliases.filter(([, target]) => target === operation['operationId']).map(([name]) => name)
    for (const place of [mediaType === null ? path : `${path} as ${mediaType}`, ...alias])
      paths[place] = { ...paths[place], parameters: pathItem['parameters'] ?? [], [method]: kept }
  }
  return withoutSunset({ ...document, paths }, now) as Json
}

/** Leaves out operations, members and parameters whose `x-sunset` has passed, and the demand for such members. */
function withoutSunset(node: unknown, now: Date): unknown {
  if (Array.isArray(node))
    return node.filter((item) => !isGone(item, now)).map((item) => withoutSunset(item, now))
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node as Json).filter(([, value]) => !isGone(value, now))
  const left: Json = Object.fromEntries(kept.map(([name, value]) => [name, withoutSunset(value, now)]))
  const gone = Object.entries<Json>((node as Json)['properties'] ?? {}).filter(([, value]) =>
    isGone(value, now),
  )
  if (gone.length > 0 && Array.isArray(left['required']))
    left['required'] = left['required'].filter((name) => !gone.some(([member]) => member === name))
  return left
}

function isGone(node: unknown, now: Date): boolean {
  if (typeof node !== 'object' || node === null) return false
  const { deprecated, 'x-sunset': sunset } = node as Json
  return deprecated === true && typeof sunset === 'string' && Date.parse(sunset) <= now.getTime()
}

/**
 * Compares what two contracts promise, by the rules of `redocly diff`: what it rates as a major change is a breach. One rule
 * is ours: a member that an open body loses is still accepted, so the diff passes over it, but no longer heard.
 *
 * @param released  the contract that programs were written against
 * @param current   the contract as it is now
 * @param now       the moment against which every `x-sunset` is held
 * @returns every breach, in the order of the contract; none where programs go on working
 */
export function findBreaches(released: Json, current: Json, now: Date): readonly Breach[] {
  const scratch = mkdtempSync(join(tmpdir(), 'latchkey-compatibility-'))
  try {
    const [base, revision, report] = ['released', 'current', 'report'].map((name) =>
      join(scratch, `${name}.json`),
    ) as [string, string, string]
    const [before, after] = [promisedOf(released, now), promisedOf(current, now)]
    writeFileSync(base, JSON.stringify(before))
    writeFileSync(revision, JSON.stringify(after))
    const options = ['--format', 'json', '--fail-on', 'none', '--lint-config', 'off', '-o', report]
    execFileSync('redocly', ['diff', base, revision, ...options], { stdio: ['ignore', 'ignore', 'pipe'] })
    const found = breachesOf(JSON.parse(readFileSync(report, 'utf8')) as DiffReport)
    return [...found, ...findRemovedMembers(before, after)]
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function breachesOf({ changes }: DiffReport): Breach[] {
  return changes.flatMap(({ path, verdicts }) =>
    verdicts
      .filter(({ impact }) => impact === 'major')
      .map(({ message }) => ({ place: placeOf(path), message })),
  )
}

/** `#/paths/~1api~1v1~1apps/get/…` as `GET /api/v1/apps`, then what follows; a place outside the paths as it is. */
function placeOf(pointer: string): string {
  const [, kind, path = '', method = '', ...rest] = pointer
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  if (kind !== 'paths') return pointer
  return [`${method.toUpperCase()} ${path}`.trim(), ...rest].join(' › ')
}

/** What `make check` says of breaches: what breaks, and the three ways on. */
export function tellBreaches(breaches: readonly Breach[]): string {
  const lines = breaches.map(({ place, message }) => `  ✗ ${place}\n    ${message}`)
  return `The contract breaks programs written against openapi/released.json, in ${breaches.length} ${breaches.length === 1 ? 'place' : 'places'}:

${lines.join('\n')}

Ways on:
  1. Take the change back, or make it an addition: a new optional member, a new operation beside the old one.
  2. Keep the old one and mark it: deprecated: true, x-deprecated-at: <today>, x-sunset: <a day at least twelve months on>.
     After that day it may go and nothing is said here.
  3. If what was released endangers people, break it on purpose: make release-contract BREAKING='<why>', and say so in
     CHANGELOG.md. docs/decisions/0055-compatibility.md`
}
