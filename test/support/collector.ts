import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as a collector got it (OTLP 1.x, JSON). */
export type CollectedSpan = {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  /** null: the trace begins with it */
  readonly parentSpanId: string | null
  /** 1 internal, 2 server, 3 client */
  readonly kind: number
  /** 2: error */
  readonly status: number
  readonly attributes: Readonly<Record<string, string | number>>
}

/** A collector of traces, as far as spans come in. */
export type Collector = {
  readonly url: string
  /** what a service is started with whose spans come here as JSON */
  readonly environment: NodeJS.ProcessEnv
  readonly spans: CollectedSpan[]
  /** every export as it came */
  readonly exports: {
    readonly path: string
    readonly headers: IncomingMessage['headers']
    readonly body: Buffer
  }[]
  /** what the sender says of itself, from its last export */
  resource: Readonly<Record<string, string | number>>
  /** what it does with an export from now on; `refusing`: for good, so that it is not tried again */
  mode: 'taking' | 'refusing' | 'hanging'
  stop(): Promise<void>
}

type Value = {
  readonly stringValue?: string
  readonly intValue?: string | number
  readonly doubleValue?: number
}
type Pairs = readonly { readonly key: string; readonly value: Value }[]
type Export = {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Pairs }
    readonly scopeSpans: readonly { readonly spans: readonly WireSpan[] }[]
  }[]
}
type WireSpan = Omit<CollectedSpan, 'parentSpanId' | 'status' | 'attributes'> & {
  readonly parentSpanId?: string
  readonly status?: { readonly code?: number }
  readonly attributes?: Pairs
}

/** Starts one on a free port of the loopback. */
export async function startCollector(): Promise<Collector> {
  const server = createServer((request, response) => void take(request, response))
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    if (collector.mode === 'hanging') return
    if (collector.mode === 'refusing') return void response.writeHead(400).end()
    const body = Buffer.concat(chunks)
    collector.exports.push({ path: request.url ?? '', headers: request.headers, body })
    if (request.headers['content-type'] === 'application/json') read(JSON.parse(String(body)) as Export)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }
  function read({ resourceSpans }: Export): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      collector.resource = valuesOf(resource.attributes)
      collector.spans.push(...scopeSpans.flatMap(({ spans }) => spans.map(spanOf)))
    }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const collector: Collector = {
    url,
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
    spans: [],
    exports: [],
    resource: {},
    mode: 'taking',
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return collector
}

function spanOf({ parentSpanId = '', status, attributes = [], ...span }: WireSpan): CollectedSpan {
  return {
    ...span,
    parentSpanId: parentSpanId === '' ? null : parentSpanId,
    status: status?.code ?? 0,
    attributes: valuesOf(attributes),
  }
}

function valuesOf(pairs: Pairs): Record<string, string | number> {
  const plain = ({ stringValue, intValue, doubleValue }: Value) =>
    stringValue ?? (intValue === undefined ? doubleValue! : Number(intValue))
  return Object.fromEntries(pairs.map(({ key, value }) => [key, plain(value)]))
}
