import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import type { Log } from '../platform/log.ts'
import { PasswordsBusy } from '../platform/passwords.ts'
import { StoreUnavailable } from '../store/store.ts'
import { Overloaded } from './admission.ts'

/**
 * What a thrown error means to the client. Broken infrastructure is 503 with `Retry-After` and never looks like a bad
 * token; everything else is a bug: 500, with the error in the log and none of it in the answer.
 */
export function failureOf(error: unknown, request: FastifyRequest, context: Context): Refusal {
  if (error instanceof StoreUnavailable) {
    tellOutage(error, request, context)
    return unavailable('database unavailable', context)
  }
  if (error instanceof Overloaded) return unavailable(`${error.lane} lane ${error.why}`, context)
  if (error instanceof PasswordsBusy) return unavailable('password queue full', context)
  context.log.error({ ...idsOf(request), err: error }, 'an operation failed')
  return refuse('server_error', 'Something went wrong on our side', 'unexpected error')
}

/** What leads from a line of the log to the request, and to its trace where there is one. */
function idsOf({ id, span }: FastifyRequest): { readonly requestId: string; readonly traceId?: string } {
  const traceId = span?.traceId ?? null
  return { requestId: id, ...(traceId !== null && { traceId }) }
}

/** When each log heard last what is wrong with the database, in milliseconds since 1970. */
const toldAt = new WeakMap<Log, number>()

/** The error is the same for everybody while the database is away: once a second it is told in full. */
function tellOutage(error: StoreUnavailable, request: FastifyRequest, { log, clock }: Context): void {
  const now = clock.now().getTime()
  const last = toldAt.get(log)
  if (last !== undefined && Math.abs(now - last) < 1_000) return
  toldAt.set(log, now)
  log.warn({ ...idsOf(request), err: error }, 'the database could not be asked')
}

/** `Retry-After` is spread over a few seconds, so that everybody who was refused does not come back at once. */
function unavailable(reason: string, context: Context): Refusal {
  const retryAfterSeconds = 1 + (context.random.bytes(1)[0]! % 4)
  return refuse('temporarily_unavailable', 'The service is busy; try again shortly', reason, {
    retryAfterSeconds,
  })
}
