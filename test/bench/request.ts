/** A request over a connection that is kept alive, but for what its answer decides. */
export type Request = {
  /** method and path */
  readonly line: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** The media types of the bodies that are sent. */
export const form = { 'content-type': 'application/x-www-form-urlencoded' }
export const json = { 'content-type': 'application/json' }

/** The bytes of a request, one character a byte. */
export function requestBytes({ line, headers = {}, body = '' }: Request, port: number): string {
  const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ host: `127.0.0.1:${port}`, ...headers, ...length })
  return `${line} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}
