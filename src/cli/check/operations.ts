import type { OperationEntry } from '../../http/operation.ts'
import type { CheckRequest, Connection } from './connection.ts'
import type { Hear } from './finding.ts'
import type { Seen } from './pairs.ts'
import { look } from './look.ts'
import { pathOf } from './requests.ts'
import { entries, type Standards } from './standards.ts'

/** A request that every deployment can answer, and the statuses that are right. */
type Probe = {
  readonly request: () => CheckRequest
  readonly right: readonly number[]
  readonly words: string
}

/**
 * Asks every operation of the contract what does no harm: what it shows, or with a body that it has to refuse. What only changes or
 * ends things is not asked: those that end what the check has made are asked at its end.
 */
export async function playOperations(
  { ask }: Connection,
  standards: Standards,
  given: { readonly seen: Seen; readonly served: readonly OperationEntry[]; readonly hear: Hear },
): Promise<void> {
  for (const entry of given.served)
    for (const probe of probesOf(entry, given.seen))
      await look(
        given.hear,
        { suite: 'operations', name: entry.id, place: `${entry.method} ${entry.path}, ${probe.words}` },
        async () => {
          const answer = await ask(probe.request())
          const isRight = probe.right.includes(answer.status)
          const wrong = `the status: expected ${probe.right.join(' or ')}, seen ${answer.status}`
          const problems = [...(isRight ? [] : [wrong]), ...standards.problemsOf(entry, answer)]
          return { seen: String(answer.status), problems, answer }
        },
      )
}

/**
 * The operations that this deployment offers to everybody.
 *
 * @param metadata  what it says of itself (RFC 8414 §2): without `registration_endpoint` nobody registers clients
 */
export function servedEntries(standards: Standards, metadata: unknown): readonly OperationEntry[] {
  const isOpen = typeof (metadata as Record<string, unknown> | null)?.['registration_endpoint'] === 'string'
  return entries.filter(
    (entry) => standards.has(entry) && (isOpen || !entry.path.startsWith('/oauth2/register')),
  )
}

function probesOf(entry: OperationEntry, seen: Seen): Probe[] {
  const { method, consumes, path, security } = entry
  const asking = (more: Partial<CheckRequest> = {}) => ({
    ...{ method, path: pathOf(entry, method === 'DELETE' ? {} : knownOf(entry, seen)) },
    ...tokenOf(entry, seen),
    ...more,
  })
  if (method === 'GET') {
    const words = security.length > 0 ? 'as its owner' : 'as anybody'
    return [{ request: asking, right: [200, 404, 409], words }]
  }
  if (method === 'DELETE' && path.includes('{'))
    return [{ request: asking, right: [404], words: 'of something that is not there' }]
  if (consumes.includes('application/json'))
    return [{ request: () => asking({ json: '{"' }), right: [400], words: 'with half a body' }]
  const image = consumes.find((mediaType) => mediaType.startsWith('image/'))
  if (image === undefined) return []
  const noImage = { json: 'no image', headers: { 'content-type': image } }
  return [{ request: () => asking(noImage), right: [400, 415], words: 'with a picture that is none' }]
}

function knownOf({ path }: OperationEntry, seen: Seen): Record<string, string> {
  return path.includes('{appId}') ? { appId: seen.appId } : {}
}

function tokenOf({ security }: OperationEntry, seen: Seen): { readonly token?: string } {
  const schemes = new Set(security.flatMap((each) => Object.keys(each)))
  if (schemes.has('session')) return { token: seen.sessionToken }
  return schemes.has('accessToken') ? { token: seen.accessToken } : {}
}
