import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { lanes } from '../domain/lane.ts'
import type { Admission } from './admission.ts'
import { pickOperation } from './router.ts'

/** Counts every answer, and shows who is at work and who waits. Without anybody to read it nothing is counted. */
export function addMetrics(app: FastifyInstance, admission: Admission, { metrics }: Context): void {
  if (metrics.page === null) return
  app.addHook('onResponse', (request, reply, done) => {
    metrics.answered(operationOf(request), reply.statusCode, reply.elapsedTime)
    done()
  })
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
}

/** `none`: nothing of the contract was asked for. The path itself is never a label: anybody can make them up. */
function operationOf({ routeOptions, headers }: FastifyRequest): string {
  const { operations } = routeOptions.config
  return operations === undefined ? 'none' : pickOperation(operations, headers['content-type']).id
}
