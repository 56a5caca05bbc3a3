import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** One request as it arrived. */
export type Arrived = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
  /** milliseconds of `performance.now` */
  readonly at: number
}

/** How one request is answered; `break` closes the connection, `silence` never answers. */
export type Scripted =
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }
  | 'break'
  | 'silence'

/** A server on the loopback that answers what a test says, in that order, the last again and again. */
export type ScriptedServer = {
  readonly url: string
  readonly arrived: readonly Arrived[]
  /** What is answered from now on; forgets what has arrived. */
  answer(...script: readonly Scripted[]): void
  stop(): Promise<void>
}

/** Starts one: for answers that the service gives only in trouble. */
export async function startScriptedServer(): Promise<ScriptedServer> {
  const arrived: Arrived[] = []
  let script: readonly Scripted[] = []
  const server = createServer((request, response) => void receive(request, response))
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = request
    const body = await text(request)
    arrived.push({ method, path, headers, body, at: performance.now() })
    const next = script[Math.min(arrived.length, script.length) - 1] ?? { status: 500 }
    if (next === 'silence') return
    if (next === 'break') request.socket.destroy()
    else response.writeHead(next.status, next.headers).end(next.body)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    answer(...next) {
      script = next
      arrived.length = 0
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
