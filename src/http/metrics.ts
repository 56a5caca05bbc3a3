import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { lanes } from '../domain/lane.ts'
import type { Admission } from './admission.ts'
import type { Answered } from './answered.ts'
import { pickOperation } from './router.ts'

/**
 * Shows who is at work and who waits, and counts every answer.
 *
 * @returns what counts; nothing where nobody can read it
 */
export function watchRequests(admission: Admission, { metrics }: Context): readonly Answered[] {
  if (metrics.page === null) return []
  metrics.watch({
    name: 'latchkey_requests_under_way',
    help: 'Requests that have their turn at the database',
    label: null,
    read: () => ({ requests: admission.load().running }),
  })
  metrics.watch({
    name: 'latchkey_requests_waiting',
    help: `Requests that wait for their turn, by lane (${lanes.join(', ')})`,
    label: 'lane',
    read: () => admission.load().waiting,
  })
  return [(request, reply, ms) => metrics.answered(operationOf(request), reply.raw.statusCode, ms)]
}

/** `none`: nothing of the contract was asked for. The path itself is never a label: anybody can make them up. */
function operationOf({ routeOptions, headers }: FastifyRequest): string {
  const { operations } = routeOptions.config
  return operations === undefined ? 'none' : pickOperation(operations, headers['content-type']).id
}
