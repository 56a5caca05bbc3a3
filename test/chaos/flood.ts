import { Agent, request } from 'node:http'

/** A crowd that asks the same over and over, whatever it is told. */
export type Crowd = {
  readonly name: string
  readonly clients: number
  /** between two requests of one of them */
  readonly pauseMs: number
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** How often each crowd got each status; `silent` counts requests that got no answer. */
export type FloodReport = Readonly<Record<string, Readonly<Record<string, number>>>>

/*
 * A process of its own, so that what the flood costs is not taken for what the service takes. It is told the crowds, and
 * asked for the report.
 */

const counts: Record<string, Record<string, number>> = {}
let isOver = false

process.on('message', (order: readonly Crowd[] | 'stop') => {
  if (order === 'stop') {
    isOver = true
    process.send?.(counts satisfies FloodReport)
    return process.disconnect()
  }
  for (const crowd of order) {
    const agent = new Agent({ keepAlive: true, maxSockets: crowd.clients })
    // They do not come all at once, as nobody does.
    for (let client = 0; client < crowd.clients; client++)
      setTimeout(() => ask(crowd, agent), (client * crowd.pauseMs) / crowd.clients)
  }
})

process.on('disconnect', () => process.exit(0))

function ask(crowd: Crowd, agent: Agent): void {
  const { url, method, headers, body } = crowd
  const again = (outcome: string) => {
    if (isOver) return
    const own = (counts[crowd.name] ??= {})
    own[outcome] = (own[outcome] ?? 0) + 1
    setTimeout(() => ask(crowd, agent), crowd.pauseMs)
  }
  const sent = request(url, { agent, method, headers }, (answer) => {
    answer.resume().once('end', () => again(String(answer.statusCode)))
  })
  sent.once('error', () => again('silent'))
  sent.end(body ?? undefined)
}
