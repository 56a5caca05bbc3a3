import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** What a client's server does with a request. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

/** The server of a client, as far as we call it: its keys, its sector, its logout URIs. */
export type ClientServer = {
  /** its origin, on the loopback */
  readonly url: string
  /** requests so far, by path */
  readonly asked: ReadonlyMap<string, number>
  /** What a path answers from now on; anything that is not a function is a JSON document. */
  serve(path: string, answer: unknown): void
  stop(): Promise<void>
}

/** Never answers, and keeps the connection. */
export const hang: Behaviour = () => {}

/** Starts one on a free port of 127.0.0.1; with a certificate and its key it speaks TLS. */
export async function startClientServer(
  tls: { readonly cert: string; readonly key: string } | null = null,
): Promise<ClientServer> {
  const answers = new Map<string, Behaviour>()
  const asked = new Map<string, number>()
  const listener: Behaviour = (request, response) => {
    const path = request.url ?? ''
    asked.set(path, (asked.get(path) ?? 0) + 1)
    const behave = answers.get(path) ?? ((_request, nothing) => void nothing.writeHead(404).end())
    behave(request, response)
  }
  const server = tls === null ? createServer(listener) : createTlsServer({ ...tls }, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `${tls === null ? 'http' : 'https'}://127.0.0.1:${port}`,
    asked,
    serve(path, answer) {
      answers.set(path, typeof answer === 'function' ? (answer as Behaviour) : json(answer))
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function json(document: unknown): Behaviour {
  return (_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(document))
  }
}
