import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import {
  defaultTextMapGetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import type { Log } from '../log.ts'
import type { RequestFacts, RequestSpan, Step, Tracing, TracingSettings } from '../tracing.ts'
import { createProvider } from './provider.ts'

/** How long what is left may take to be sent when the process ends. */
const farewellMs = 1_000

/** Methods that a span may name (semantic conventions, `http.request.method`); whatever else is `_OTHER`. */
const methods = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'QUERY',
])

const propagator = new W3CTraceContextPropagator()

/**
 * Collects traces with the SDK of OpenTelemetry. The request or job that work belongs to is found by the asynchronous context
 * in which it runs; only what is recorded has one, so that requests which are not sampled cost one call.
 *
 * @param version  of this program
 */
export async function createTracing(
  settings: TracingSettings,
  { version, log }: { readonly version: string; readonly log: Pick<Log, 'info' | 'warn'> },
): Promise<Tracing> {
  const provider = await createProvider(settings, version, log)
  const tracer = provider.getTracer('latchkey', version)
  const current = new AsyncLocalStorage<Context>()

  async function work<T>(span: Span, context: Context, task: () => Promise<T>): Promise<T> {
    try {
      return await current.run(trace.setSpan(context, span), task)
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', errorType(error))
      throw error
    } finally {
      span.end()
    }
  }

  function job<T>(name: string, task: () => Promise<T>): Promise<T> {
    const span = tracer.startSpan(name, { kind: SpanKind.INTERNAL }, ROOT_CONTEXT)
    return span.isRecording() ? work(span, ROOT_CONTEXT, task) : task()
  }

  function step<T>({ name, kind, attributes }: Step, task: () => Promise<T>): Promise<T> {
    const context = current.getStore()
    if (context === undefined) return task()
    const about = {
      kind: kind === 'client' ? SpanKind.CLIENT : SpanKind.INTERNAL,
      attributes: { ...attributes },
    }
    return work(tracer.startSpan(name, about, context), context, task)
  }

  const flush = () => provider.forceFlush().catch(() => {})
  return {
    beginRequest: (facts) => beginRequest(facts, tracer, current),
    job,
    step,
    flush,
    stop: () =>
      Promise.race([provider.shutdown().catch(() => {}), delay(farewellMs, undefined, { ref: false })]),
  }
}

function beginRequest(
  { operationId, method, scheme, route, requestId, parent }: RequestFacts,
  tracer: Tracer,
  current: AsyncLocalStorage<Context>,
): RequestSpan {
  const known = methods.has(method) ? method : '_OTHER'
  const context = parent === undefined ? ROOT_CONTEXT : contextOf(parent)
  const attributes = {
    'http.request.method': known,
    'url.scheme': scheme,
    'latchkey.request_id': requestId,
    ...(route !== undefined && { 'http.route': route }),
  }
  const name = operationId ?? (known === '_OTHER' ? 'HTTP' : known)
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, context)
  if (!span.isRecording()) return unrecorded
  const inside = trace.setSpan(context, span)
  let refusal: string | null = null
  return {
    traceId: span.spanContext().traceId,
    within: (work) => current.run(inside, work),
    refused(code) {
      refusal = code
      span.setAttribute('latchkey.error', code)
    },
    end(status) {
      if (status !== null) span.setAttribute('http.response.status_code', status)
      // What the caller did wrong is no error of the server's span (semantic conventions for HTTP, "Status").
      if (status !== null && status >= 500)
        span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', refusal ?? String(status))
      span.end()
    },
  }
}

/** Stands for every request that is not sampled. */
const unrecorded: RequestSpan = { traceId: null, within: (work) => work(), refused() {}, end() {} }

/** `tracestate` is left behind: it is for those whom a service calls with the trace, and we call nobody with it. */
function contextOf(traceparent: string): Context {
  return propagator.extract(ROOT_CONTEXT, { traceparent }, defaultTextMapGetter)
}

/** The code of an error, or the name of its class: its message may quote what nobody may read. */
function errorType(error: unknown): string {
  if (!(error instanceof Error)) return '_OTHER'
  const code = 'code' in error ? error.code : null
  return typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) ? code : error.constructor.name
}
