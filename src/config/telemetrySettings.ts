import { anyText, choice, collectorUrl, integer, pairs, share } from './kinds.ts'
import type { Setting } from './setting.ts'

/**
 * Settings about what the service tells of itself: metrics, and traces under the names of the OpenTelemetry specification
 * ("Environment Variable Specification", "OpenTelemetry Protocol Exporter").
 */
export const telemetrySettings = [
  {
    name: 'LATCHKEY_METRICS_PORT',
    kind: integer(1, 65_535),
    default: null,
    otherwise: 'off',
    description: 'Port on `HOST` with `/metrics` for Prometheus; who may read it: docs/operating.md.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    kind: collectorUrl,
    default: null,
    otherwise: 'no traces',
    description:
      'Collector that gets traces by OTLP/HTTP, at `/v1/traces` below this URL; docs/operating.md.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    kind: collectorUrl,
    default: null,
    otherwise: 'made from `OTEL_EXPORTER_OTLP_ENDPOINT`',
    description: 'The same as a whole URL, which is used as it is.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_PROTOCOL',
    kind: choice('http/protobuf', 'http/json'),
    default: 'http/protobuf',
    description: 'How traces are written for the collector.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    kind: pairs,
    default: null,
    otherwise: 'none',
    description: 'Headers for the collector, such as a key.',
    secret: true,
  },
  {
    name: 'OTEL_SERVICE_NAME',
    kind: anyText('text'),
    default: 'latchkey',
    description: '`service.name` in traces.',
  },
  {
    name: 'OTEL_RESOURCE_ATTRIBUTES',
    kind: pairs,
    default: null,
    otherwise: 'none',
    description: 'What else traces say of this service, such as `deployment.environment.name=production`.',
  },
  {
    name: 'OTEL_TRACES_SAMPLER',
    kind: choice(
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ),
    default: 'parentbased_always_on',
    description:
      'Which traces are recorded; `parentbased_…` leaves it to a proxy that is believed and decided.',
  },
  {
    name: 'OTEL_TRACES_SAMPLER_ARG',
    kind: share,
    default: '1',
    description: 'Share of the traces that the samplers with `traceidratio` record.',
  },
  {
    name: 'OTEL_SDK_DISABLED',
    kind: choice('true', 'false'),
    default: 'false',
    description: '`true`: no traces, whatever else is set.',
  },
] as const satisfies readonly Setting[]
