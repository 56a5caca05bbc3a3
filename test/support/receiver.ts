import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an app's server got. */
export type Received = {
  readonly method: string
  readonly path: string
  readonly contentType: string | undefined
  readonly form: URLSearchParams
}

/** An app's own server: keeps what comes, and answers as it is told. */
export type Receiver = {
  readonly url: string
  /** `host:port`, as the operator allows it */
  readonly host: string
  readonly received: Received[]
  /** the status of the answers from now on; default 200 */
  status: number
  stop(): Promise<void>
}

/** Starts a server on a free port of the loopback. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer((request, response) => void take(request, response))
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    received.push({
      method: request.method ?? '',
      path: request.url ?? '',
      contentType: request.headers['content-type'],
      form: new URLSearchParams(body),
    })
    response.statusCode = receiver.status
    response.end()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  const receiver: Receiver = {
    url: `http://${host}`,
    host,
    received,
    status: 200,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}
