import { availableParallelism } from 'node:os'
import type { Measured } from './children.ts'
import { form } from './request.ts'
import type { Stage } from './stage.ts'
import { requestsOfRound, type Target } from './target.ts'

/** Names of the floors. */
export const floors = {
  get: 'reply, GET',
  post: 'reply, POST',
  select: 'reply + SELECT',
  sign: 'reply + ES256 sign',
  verify: 'reply + ES256 verify',
  both: 'reply + RS256 and ES256 sign',
  getVerified: 'reply + SELECT + ES256 verify, GET',
  postVerified: 'reply + SELECT + ES256 verify, POST',
  hash: 'argon2id',
  refresh: 'SQL and signatures of a refresh',
  exchange: 'SQL and signatures of a code',
} as const

/** The floors, each a target of its own. `hasher` is a process of its own, so that memory of hashes is nobody else's. */
export function floorTargets(floor: Measured, hasher: Measured, stage: Stage): readonly Target[] {
  const body = 'x'.repeat(220)
  const at = (name: string, line: string): Target => {
    const isGet = line.startsWith('GET')
    const request = isGet ? { line } : { line, headers: form, body }
    return {
      name,
      server: floor,
      count: line.endsWith('/constant') ? requestsOfRound.bare : requestsOfRound.usual,
      connections: 8,
      floor: null,
      most: null,
      prepare: async () => ({ requests: { kind: 'same', request }, isAwake: !line.includes('select') }),
    }
  }
  const loop = (name: string, work: string, seedsFor: (count: number) => Promise<readonly string[]>) => ({
    ...at(name, ''),
    prepare: async (count: number) => ({ loop: work, seeds: await seedsFor(count) }),
  })
  const cores = availableParallelism()
  return [
    at(floors.get, 'GET /constant'),
    at(floors.post, 'POST /constant'),
    at(floors.select, 'GET /select'),
    at(floors.sign, 'POST /sign'),
    at(floors.verify, 'POST /verify'),
    at(floors.both, 'POST /sign-both'),
    at(floors.getVerified, 'GET /select-verify'),
    at(floors.postVerified, 'POST /select-verify'),
    { ...loop(floors.refresh, 'refresh', () => stage.refreshTokens(8)), count: 400 },
    { ...loop(floors.exchange, 'exchange', (count) => stage.codes(count)), count: 400 },
    { ...loop(floors.hash, 'argon2', async () => []), server: hasher, count: 24 * cores, connections: cores },
  ]
}
