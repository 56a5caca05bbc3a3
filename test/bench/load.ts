import { connect, type Socket } from 'node:net'
import { requestBytes, type Request } from './request.ts'

/** Where the requests come from. */
export type Requests =
  /** one request again and again */
  | { readonly kind: 'same'; readonly request: Request }
  /** each of them once, in this order; begins again when there are too few */
  | { readonly kind: 'each'; readonly requests: readonly Request[] }
  /** each connection has a line of its own: what an answer captured takes the place of `{}` in the body of its next request */
  | { readonly kind: 'chain'; readonly request: Request; readonly seeds: readonly string[] }

/** What to ask for, and how often. */
export type LoadOrder = {
  readonly port: number
  readonly requests: Requests
  /** status that every answer must have */
  readonly status: number
  readonly connections: number
  /** how many requests; left out: until `stop` is sent */
  readonly count?: number
  /** a regular expression whose group is taken out of each answer */
  readonly capture?: string
  /**
   * whether the load never sleeps. Whoever writes to a process that sleeps pays for waking it, tens of microseconds, and the
   * quicker a server is the less often its load sleeps. Where a database or hashes need the other core, it has to.
   */
  readonly isAwake?: boolean
}

/** What came of it; latencies are in milliseconds. */
export type LoadReport =
  | {
      readonly answers: number
      /** how long it took, all in all */
      readonly milliseconds: number
      readonly median: number
      readonly p99: number
      /** of each answer; of a chain the last of each connection */
      readonly captured: readonly string[]
    }
  | { readonly problem: string }

/*
 * Makes load in a process of its own, so that it never competes for the server's event loop: a few connections that
 * each ask again as soon as they are answered, by hand over sockets because an HTTP client costs more than the server.
 */

let stopped = false

process.on('message', (message: LoadOrder | 'stop') => {
  if (message === 'stop') return void (stopped = true)
  stopped = false
  run(message).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ problem: String(error) } satisfies LoadReport),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

type Line = {
  /** the bytes of the next request; null when there is none left */
  next(): string | null
  /** @returns what is kept of the captures */
  answered(captured: string | null): void
}

async function run(order: LoadOrder): Promise<LoadReport> {
  const latencies: number[] = []
  const captured: string[] = []
  const lines = linesOf(order, captured)
  const begun = performance.now()
  const sleep = order.isAwake === true ? stayAwake() : null
  await Promise.all(lines.map((line) => ask(order, line, latencies)))
  sleep?.()
  const milliseconds = performance.now() - begun
  const sorted = Float64Array.from(latencies).toSorted()
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { answers: sorted.length, milliseconds, median: at(0.5), p99: at(0.99), captured }
}

/** Keeps the process from sleeping until what it returns is called. */
function stayAwake(): () => void {
  let isOver = false
  const turn = () => void (isOver || setImmediate(turn))
  turn()
  return () => void (isOver = true)
}

function linesOf({ requests, port, connections, count }: LoadOrder, captured: string[]): readonly Line[] {
  let left = count ?? Number.POSITIVE_INFINITY
  let sent = 0
  const isOver = () => stopped || left-- <= 0
  if (requests.kind === 'chain')
    return requests.seeds.map((seed, index) => {
      captured[index] = seed
      const { request } = requests
      const body = () => request.body!.replace('{}', captured[index]!)
      return {
        next: () => (isOver() ? null : requestBytes({ ...request, body: body() }, port)),
        answered: (value) => void (captured[index] = value ?? ''),
      }
    })
  const all = requests.kind === 'same' ? [requests.request] : requests.requests
  const bytes = all.map((request) => requestBytes(request, port))
  const line: Line = {
    next: () => (isOver() ? null : bytes[sent++ % bytes.length]!),
    answered: (value) => void (value !== null && captured.push(value)),
  }
  return Array.from({ length: connections }, () => line)
}

/** Asks over one connection until nothing is left to ask for. */
function ask(order: LoadOrder, line: Line, latencies: number[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const capture = order.capture === undefined ? null : new RegExp(order.capture)
  const expected = `HTTP/1.1 ${order.status} `
  const socket: Socket = connect(order.port, '127.0.0.1')
  let asked = 0
  let pending = ''
  const next = () => {
    const bytes = line.next()
    asked = performance.now()
    if (bytes !== null) return void socket.write(bytes, 'latin1')
    socket.destroy()
    resolve()
  }
  const fail = (problem: string) => {
    socket.destroy()
    reject(new Error(problem))
  }
  socket.setNoDelay(true).setEncoding('latin1')
  socket.once('connect', next)
  socket.once('error', reject)
  socket.once('close', () => fail('the server closed the connection'))
  socket.on('data', (text: string) => {
    pending += text
    const length = answerLength(pending)
    if (length === null || pending.length < length) return
    if (!pending.startsWith(expected) || pending.length > length) return fail(pending.slice(0, 600))
    latencies.push(performance.now() - asked)
    line.answered(capture?.exec(pending)?.[1] ?? null)
    pending = ''
    next()
  })
  return promise
}

/** Characters (one a byte) of the answer that begins here; null while that cannot be told. */
function answerLength(text: string): number | null {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return null
  const headers = text.slice(0, head + 2)
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(headers)?.[1]
  if (length !== undefined) return head + 4 + Number(length)
  if (/^HTTP\/1\.1 (?:204|304) /.test(headers)) return head + 4
  if (!/\r\ntransfer-encoding: chunked\r\n/i.test(headers))
    throw new Error(`an answer without end: ${headers}`)
  const end = text.indexOf('\r\n0\r\n\r\n', head + 2)
  return end < 0 ? null : end + 7
}
