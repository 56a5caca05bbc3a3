import { connect } from 'node:net'
import { expect } from 'vitest'

/** One answer, as its bytes said. */
export type RawAnswer = {
  readonly status: number
  /** every value of a header, by its name in lower case, in the order they came */
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly text: string
}

/** What a peer of ours does that `fetch` would not. */
export type Talk = {
  /** methods of the requests, where an answer has no body although it names a length */
  readonly methods?: readonly string[]
  /** true: nothing more is sent after the bytes, and the server is told so */
  readonly half?: boolean
  /** milliseconds after which a server that neither closes nor answers is given up */
  readonly patience?: number
}

/**
 * Writes bytes to a fresh connection and reads until the server closes it; end the last request with `Connection: close`.
 *
 * @returns every answer that came, 1xx left out
 * @throws when the connection stays open, or when what came is no HTTP
 */
export async function talk(url: string, bytes: string | Buffer, how: Talk = {}): Promise<RawAnswer[]> {
  const received = await readAll(url, bytes, how)
  const methods = [...(how.methods ?? [])]
  const answers: RawAnswer[] = []
  let rest = received
  while (rest.length > 0) {
    const { answer, next } = readAnswer(rest, methods[0] ?? 'GET')
    rest = next
    if (answer.status < 200) continue
    answers.push(answer)
    methods.shift()
  }
  return answers
}

/** The same for one request with one answer. */
export async function ask(url: string, bytes: string | Buffer, how: Talk = {}): Promise<RawAnswer> {
  const answers = await talk(url, bytes, how)
  expect(answers.map(({ status }) => status)).toHaveLength(1)
  return answers[0]!
}

function readAll(url: string, bytes: string | Buffer, { half, patience = 8_000 }: Talk): Promise<Buffer> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(Number(port), hostname)
    socket.setTimeout(patience, () => {
      socket.destroy()
      reject(new Error(`the connection stayed open after: ${Buffer.concat(chunks).toString('latin1')}`))
    })
    socket.on('data', (chunk) => chunks.push(chunk))
    // A server may close while we still write: what it said before counts.
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks)))
    const data = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
    if (half === true) socket.end(data)
    else socket.write(data)
  })
}

function readAnswer(bytes: Buffer, method: string): { answer: RawAnswer; next: Buffer } {
  const end = bytes.indexOf('\r\n\r\n')
  const [first = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(`${first} `)?.[1] ?? Number.NaN)
  if (end < 0 || Number.isNaN(status)) throw new Error(`this is no HTTP answer: ${bytes.toString('latin1')}`)
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), line.slice(colon + 1).trim()])
  }
  const isBodiless = method === 'HEAD' || status < 200 || status === 204 || status === 304
  const isChunked = headers.has('transfer-encoding')
  const rest = bytes.subarray(end + 4)
  const length = isBodiless ? 0 : isChunked ? rest.length : Number(headers.get('content-length')?.[0] ?? 0)
  const text = rest.subarray(0, length).toString()
  return { answer: { status, headers, text }, next: rest.subarray(length) }
}

/** The bytes of a request. A body brings its length; `Host` comes by itself unless `lines` name one; the connection ends after it. */
export function requestBytes(
  requestLine: string,
  lines: readonly string[] = [],
  body: string | Buffer = '',
): Buffer {
  const has = (name: string) => lines.some((line) => line.toLowerCase().startsWith(`${name}:`))
  const bytes = Buffer.from(body)
  const all = [
    `${requestLine} HTTP/1.1`,
    ...(has('host') ? [] : ['Host: localhost']),
    ...lines,
    ...(bytes.length === 0 || has('content-length') || has('transfer-encoding')
      ? []
      : [`Content-Length: ${bytes.length}`]),
    ...(has('connection') ? [] : ['Connection: close']),
  ]
  return Buffer.concat([Buffer.from(`${all.join('\r\n')}\r\n\r\n`, 'latin1'), bytes])
}

/** A POST of a JSON text. */
export function jsonPost(path: string, body: string | Buffer, lines: readonly string[] = []): Buffer {
  return requestBytes(`POST ${path}`, ['Content-Type: application/json', ...lines], body)
}

/** A POST of a form. */
export function formPost(path: string, body: string | Buffer, lines: readonly string[] = []): Buffer {
  return requestBytes(`POST ${path}`, ['Content-Type: application/x-www-form-urlencoded', ...lines], body)
}

/** The first value of a header; undefined when it did not come. */
export function headerOf({ headers }: RawAnswer, name: string): string | undefined {
  return headers.get(name)?.[0]
}

/**
 * Expects an error in the contract's one shape: no member beside the known ones, `request_id` equal to `X-Request-Id`, a
 * description in the alphabet of RFC 6749 §5.2, nothing to cache, and a challenge on 401.
 *
 * @returns the parsed body
 */
export function expectErrorShape(answer: RawAnswer, status: number, code: string): Record<string, unknown> {
  expect({ status: answer.status, body: answer.text }).toEqual({ status, body: expect.stringMatching(/^\{/) })
  const body = JSON.parse(answer.text) as Record<string, unknown>
  expect(body).toEqual({
    error: code,
    error_description: expect.stringMatching(/^[\x20-\x21\x23-\x5b\x5d-\x7e]{1,512}$/),
    request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    error_uri: expect.stringMatching(/^https?:\/\/[^\s"\\]+$/),
    ...('errors' in body && { errors: expect.any(Array) }),
  })
  expect(headerOf(answer, 'x-request-id')).toBe(body['request_id'])
  expect(headerOf(answer, 'content-type')).toBe('application/json; charset=utf-8')
  expect(headerOf(answer, 'cache-control')).toBe('no-store')
  if (status === 401) expect(headerOf(answer, 'www-authenticate')).toMatch(/^(Bearer|Basic) realm="/)
  return body
}
