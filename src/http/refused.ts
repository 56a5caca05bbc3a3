import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { appliedChecks, checksOf, type CheckName } from '../domain/checks.ts'
import { explain } from '../domain/explanations.ts'
import type { Refusal } from '../domain/refusal.ts'
import { mediaTypeOf } from './negotiation.ts'
import type { OperationEntry } from './operation.ts'
import { describeParameters } from './parameters.ts'

/** A refused request and how it was answered. */
export type Refused = {
  readonly request: FastifyRequest
  /** null where no operation was found */
  readonly entry: OperationEntry | null
  readonly status: number
  readonly refusal: Refusal
}

/** Those who hear of a refusal. */
type Watchers = Pick<Context, 'log' | 'flights' | 'clock' | 'metrics'>

/** Notes why a request was refused: one line of the log, one more in the metrics; in development also its story, before the answer leaves. */
export function noteRefusal(refused: Refused, context: Watchers): void {
  const { request, entry, status, refusal } = refused
  const { code, reason } = refusal
  const { id: requestId, span } = request
  context.log.info(
    { requestId, traceId: span?.traceId ?? undefined, operationId: entry?.id, status, code, reason },
    'refused',
  )
  span?.refused(code)
  context.metrics.refused(entry?.id ?? 'none', code)
  if (context.flights === null) return
  const { failed, passed, invalid } = seen(refused)
  context.flights.record({
    requestId: request.id,
    at: context.clock.now(),
    method: request.method,
    route: request.place?.route ?? request.routeOptions?.url ?? null,
    operationId: entry?.id ?? null,
    mediaType: mediaTypeOf(request.headers['content-type'] ?? ''),
    status,
    code,
    description: refusal.description,
    reason,
    parameters: describeParameters(request),
    checks: checksOf(
      entry?.id ?? null,
      entry === null ? ['URL', 'method'] : appliedChecks(entry),
      failed,
      passed,
    ),
    invalid: refusal.errors ?? invalid,
  })
}

/** Notes what never became a request: a broken socket's worth of bytes. */
export function noteUnreadable(requestId: string, status: number, refusal: Refusal, context: Watchers): void {
  const { code, description, reason } = refusal
  context.log.info({ requestId, status, code, reason }, 'refused')
  context.metrics.refused('none', code)
  const failed = explain(code, reason).check
  context.flights?.record({
    requestId,
    at: context.clock.now(),
    method: null,
    route: null,
    operationId: null,
    mediaType: null,
    status,
    code,
    description,
    reason,
    parameters: [],
    checks: checksOf(null, [], failed, null),
    invalid: [],
  })
}

function seen({ request, refusal }: Refused) {
  const { trace } = request
  const failed = explain(refusal.code, refusal.reason).check
  return { failed, passed: trace?.passed ?? new Set<CheckName>(), invalid: trace?.invalid ?? [] }
}
