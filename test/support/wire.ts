import { request as open, type IncomingHttpHeaders } from 'node:http'

/** A request in bytes: nothing of it is normalised on the way. */
export type WireRequest = {
  readonly method: string
  /** as it stands in the request line, query included */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** An answer as it came. */
export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** the text as JSON; undefined when it is none */
  readonly body: any
}

/** Sends a request that no SDK would make. Redirects are not followed. */
export function send(base: string, { method, path, headers, body }: WireRequest): Promise<Answer> {
  const { hostname, port } = new URL(base)
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const request = open({ hostname, port, method, path, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parse(text) })
      })
    })
    // A server that refuses a body before it was read closes the connection: what it answered still counts.
    request.on('error', reject)
    request.end(body)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
