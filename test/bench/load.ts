import { connect, type Socket } from 'node:net'

/** One request that is repeated, and how. */
export type LoadOrder = {
  readonly port: number
  /** the bytes of the request: head and body, of a connection that is kept alive */
  readonly request: string
  /** status that every answer must have */
  readonly status: number
  readonly connections: number
  readonly milliseconds: number
}

/** What came of it. `milliseconds` is how long it really took; latencies are in milliseconds. */
export type LoadReport =
  | { readonly answers: number; readonly milliseconds: number; readonly median: number; readonly p99: number }
  | { readonly problem: string }

/*
 * Makes load in a process of its own, so that it never competes for the server's event loop: a few connections that
 * each ask again as soon as they are answered, by hand over sockets because an HTTP client costs more than the server.
 */

process.on('message', (order: LoadOrder) => {
  run(order).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ problem: String(error) } satisfies LoadReport),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

async function run(order: LoadOrder): Promise<LoadReport> {
  const latencies: number[] = []
  const begun = performance.now()
  const until = begun + order.milliseconds
  await Promise.all(Array.from({ length: order.connections }, () => repeat(order, until, latencies)))
  const milliseconds = performance.now() - begun
  const sorted = Float64Array.from(latencies).toSorted()
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  return { answers: sorted.length, milliseconds, median: at(0.5), p99: at(0.99) }
}

/** Asks over one connection until the time is over. */
function repeat(order: LoadOrder, until: number, latencies: number[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(order.port, '127.0.0.1')
    const expected = `HTTP/1.1 ${order.status} `
    let asked = 0
    let pending = ''
    const ask = () => {
      asked = performance.now()
      socket.write(order.request)
    }
    const fail = (problem: string) => {
      socket.destroy()
      reject(new Error(problem))
    }
    socket.setNoDelay(true).setEncoding('latin1')
    socket.once('connect', ask)
    socket.once('error', reject)
    socket.once('close', () => fail('the server closed the connection'))
    socket.on('data', (text: string) => {
      pending += text
      const length = answerLength(pending)
      if (length === null || pending.length < length) return
      if (!pending.startsWith(expected) || pending.length > length) return fail(pending.slice(0, 300))
      pending = ''
      const now = performance.now()
      latencies.push(now - asked)
      if (now < until) return ask()
      socket.destroy()
      resolve()
    })
  })
}

/** Characters (one a byte) of the answer that begins here; null while its head is not complete. */
function answerLength(text: string): number | null {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return null
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(text.slice(0, head + 2))?.[1]
  if (length === undefined) throw new Error(`an answer without Content-Length: ${text.slice(0, 300)}`)
  return head + 4 + Number(length)
}
