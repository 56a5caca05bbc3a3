import { readFileSync, writeFileSync } from 'node:fs'
import type { Json } from './document.ts'
import { findBreaches, promisedOf, tellBreaches } from './compatibility.ts'

const baseline = 'openapi/released.json'
const bundle = 'generated/openapi.json'

/**
 * `make check` runs it bare: a breach of the released contract is told and fails. `make release-contract` runs it with
 * `--release`: the contract as it is becomes the released one, with breaches only where BREAKING says why.
 */
function checkReleased(isRelease: boolean, reason: string): number {
  // The clock of whoever runs make: nothing is running whose moment could be moved.
  const now = new Date()
  const current = read(bundle)
  const breaches = findBreaches(read(baseline), current, now)
  if (breaches.length > 0 && !(isRelease && reason !== '')) {
    process.stderr.write(`${tellBreaches(breaches)}\n`)
    return 1
  }
  if (!isRelease) return 0
  writeFileSync(baseline, `${JSON.stringify(promisedOf(current, now), null, 2)}\n`)
  process.stdout.write(
    `${baseline} is now the contract as it is${breaches.length > 0 ? `, which breaks: ${reason}` : ''}\n`,
  )
  return 0
}

function read(file: string): Json {
  return JSON.parse(readFileSync(file, 'utf8')) as Json
}

process.exitCode = checkReleased(process.argv.includes('--release'), process.env['BREAKING'] ?? '')
