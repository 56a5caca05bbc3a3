import type { TracingSettings } from '../platform/tracing.ts'
import type { Values } from './settings.ts'

/** Where traces go; null where no collector is named, or traces are switched off. */
export function tracingOf(values: Values): TracingSettings | null {
  const {
    OTEL_EXPORTER_OTLP_ENDPOINT: base,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: whole,
    OTEL_TRACES_SAMPLER: sampler,
  } = values
  const url = whole ?? (base === null ? null : `${base.replace(/\/$/, '')}/v1/traces`)
  if (url === null || values.OTEL_SDK_DISABLED === 'true') return null
  return Object.freeze({
    url,
    headers: Object.freeze({ ...values.OTEL_EXPORTER_OTLP_HEADERS }),
    protocol: values.OTEL_EXPORTER_OTLP_PROTOCOL,
    serviceName: values.OTEL_SERVICE_NAME,
    resource: Object.freeze({ ...values.OTEL_RESOURCE_ATTRIBUTES }),
    sampler: Object.freeze({
      root: rootOf(sampler, values.OTEL_TRACES_SAMPLER_ARG),
      followsParent: sampler.startsWith('parentbased_'),
    }),
  })
}

function rootOf(sampler: Values['OTEL_TRACES_SAMPLER'], ratio: number): TracingSettings['sampler']['root'] {
  if (sampler.endsWith('traceidratio')) return Object.freeze({ ratio })
  return sampler.endsWith('always_on') ? 'always_on' : 'always_off'
}
