import { randomUUID } from 'node:crypto'
import { ExportResultCode } from '@opentelemetry/core'
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type Sampler,
  type SpanExporter,
} from '@opentelemetry/sdk-trace'
import type { Log } from '../log.ts'
import type { TracingSettings } from '../tracing.ts'

/** One export, tries included; what is waiting meanwhile is bounded (2048 spans), and what comes on top is lost. */
const exportMs = 10_000

/** Makes the SDK's provider, which sends spans in batches from time to time. Nothing of it is global. */
export async function createProvider(
  settings: TracingSettings,
  version: string,
  log: Pick<Log, 'info' | 'warn'>,
): Promise<TracerProvider> {
  const exporter = watch(await createExporter(settings), log)
  const told = {
    ...settings.resource,
    'service.name': settings.serviceName,
    'service.version': version,
    // A node, or one of several workers on it.
    'service.instance.id': settings.resource['service.instance.id'] ?? randomUUID(),
  }
  return new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes(told)),
    sampler: samplerOf(settings.sampler),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: exportMs })],
  })
}

/** Only the one that is wanted is loaded. Timeout, compression and certificates it reads from the environment itself. */
async function createExporter({ protocol, url, headers }: TracingSettings): Promise<SpanExporter> {
  const { OTLPTraceExporter } =
    protocol === 'http/json'
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto')
  return new OTLPTraceExporter({ url, headers: { ...headers } })
}

function samplerOf({ root, followsParent }: TracingSettings['sampler']): Sampler {
  const chosen = rootSampler(root)
  return followsParent ? new ParentBasedSampler({ root: chosen }) : chosen
}

function rootSampler(root: TracingSettings['sampler']['root']): Sampler {
  if (typeof root === 'object') return new TraceIdRatioBasedSampler(root.ratio)
  return root === 'always_on' ? new AlwaysOnSampler() : new AlwaysOffSampler()
}

/** The SDK loses spans silently; the log hears when that begins and when it is over. */
function watch(exporter: SpanExporter, log: Pick<Log, 'info' | 'warn'>): SpanExporter {
  let isLosing = false
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const isLost = result.code !== ExportResultCode.SUCCESS
        if (isLost && !isLosing)
          log.warn({ err: result.error }, 'traces cannot be delivered: spans are lost meanwhile')
        if (!isLost && isLosing) log.info({}, 'traces are delivered again')
        isLosing = isLost
        done(result)
      })
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  }
}
