import { describe, expect, it } from 'vitest'
import { readConfig, type Config } from '#src/config.ts'

const endpoint = 'http://collector.example.com:4318'

function tracingOf(environment: NodeJS.ProcessEnv): Config['tracing'] {
  const outcome = readConfig(environment)
  if ('errors' in outcome) throw new Error(outcome.errors.join('\n'))
  return outcome.config.tracing
}

function errorsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  const outcome = readConfig(environment)
  return 'errors' in outcome ? outcome.errors : []
}

describe('traces', () => {
  it('are collected where there is a collector, and only there', () => {
    expect(tracingOf({})).toBeNull()
    expect(tracingOf({ OTEL_SERVICE_NAME: 'x', OTEL_TRACES_SAMPLER: 'always_on' })).toBeNull()
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SDK_DISABLED: 'true' })).toBeNull()
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toEqual({
      url: `${endpoint}/v1/traces`,
      headers: {},
      protocol: 'http/protobuf',
      serviceName: 'latchkey',
      resource: {},
      sampler: { root: 'always_on', followsParent: true },
    })
  })

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/` }, `${endpoint}/v1/traces`],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/otlp` }, `${endpoint}/otlp/v1/traces`],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/spans` }, `${endpoint}/spans`],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'https://elsewhere.example.com',
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint,
      },
      endpoint,
    ],
  ])('with %o go to %s', (environment, url) => expect(tracingOf(environment)?.url).toBe(url))

  it.each([
    ['always_on', undefined, { root: 'always_on', followsParent: false }],
    ['always_off', undefined, { root: 'always_off', followsParent: false }],
    ['traceidratio', '0.25', { root: { ratio: 0.25 }, followsParent: false }],
    ['parentbased_always_on', '0.25', { root: 'always_on', followsParent: true }],
    ['parentbased_always_off', undefined, { root: 'always_off', followsParent: true }],
    ['parentbased_traceidratio', undefined, { root: { ratio: 1 }, followsParent: true }],
  ])('are sampled by %s with %s', (name, share, sampler) => {
    const environment = { OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: share }
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...environment })?.sampler).toEqual(sampler)
  })

  it('carry what pairs say, decoded', () => {
    const tracing = tracingOf({
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20abc==, x-team = sign-in,',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production,site=a%2Cb',
    })
    expect(tracing?.headers).toEqual({ authorization: 'Basic abc==', 'x-team': 'sign-in' })
    expect(tracing?.resource).toEqual({ 'deployment.environment.name': 'production', site: 'a,b' })
  })

  it.each([
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://user:word@collector.example.com' },
    { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${endpoint}/#x` },
    { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    { OTEL_EXPORTER_OTLP_HEADERS: 'a key' },
    { OTEL_EXPORTER_OTLP_HEADERS: 'key=%zz' },
    { OTEL_EXPORTER_OTLP_HEADERS: 'key=%ff' },
    { OTEL_RESOURCE_ATTRIBUTES: '=value' },
    { OTEL_TRACES_SAMPLER: 'jaeger_remote' },
    { OTEL_TRACES_SAMPLER_ARG: '1.5' },
    { OTEL_TRACES_SAMPLER_ARG: 'half' },
    { OTEL_SDK_DISABLED: 'yes' },
  ])('are not configured by %o', (environment) => expect(errorsOf(environment)).toHaveLength(1))

  it('show nothing of the headers where they are wrong', () => {
    expect(errorsOf({ OTEL_EXPORTER_OTLP_HEADERS: 'secret-word' }).join()).not.toContain('secret-word')
  })
})
