import { Client } from 'pg'

/** What a measured process tells first: where it listens. */
export type Listening = { readonly url: string }

/** What it has used so far. */
export type Used = {
  /** microseconds of CPU, in all threads */
  readonly cpuMicroseconds: number
  /** sent to PostgreSQL, `begin` and `commit` included */
  readonly statements: number
  /** resident memory now */
  readonly memoryBytes: number
}

/** A loop without a server: what it does, how often, and how many at once. */
export type LoopOrder = {
  readonly loop: string
  readonly count: number
  readonly atOnce: number
  /** what the loop starts from, such as tokens that exist */
  readonly seeds: readonly string[]
}

/** How long the loop took; `seeds` is what the next one can start from. */
export type LoopReport = { readonly milliseconds: number; readonly seeds: readonly string[] }

/** A loop; returns what the next one can start from. */
export type Loop = (order: LoopOrder) => Promise<readonly string[]>

/** Makes this process one whose use of the machine its parent can ask for, and tells the parent that it listens. */
export function reportToParent(url: string, loops: Readonly<Record<string, Loop>> = {}): void {
  const counted = countStatements()
  process.on('message', (message: LoopOrder | 'used') => {
    if (message !== 'used') return void run(message, loops).then((report) => process.send?.(report))
    const { user, system } = process.cpuUsage()
    const memoryBytes = process.memoryUsage.rss()
    const used: Used = { cpuMicroseconds: user + system, statements: counted.statements, memoryBytes }
    process.send?.(used)
  })
  process.on('disconnect', () => process.exit(0))
  process.send?.({ url } satisfies Listening)
}

async function run(order: LoopOrder, loops: Readonly<Record<string, Loop>>): Promise<LoopReport> {
  const begun = performance.now()
  const seeds = await loops[order.loop]!(order)
  return { milliseconds: performance.now() - begun, seeds }
}

/** Counts what `pg` sends, whoever uses it. */
function countStatements(): { readonly statements: number } {
  const counted = { statements: 0 }
  const query: unknown = Reflect.get(Client.prototype, 'query')
  Client.prototype.query = function (this: Client, ...given: unknown[]) {
    counted.statements += 1
    return Reflect.apply(query as () => unknown, this, given) as never
  }
  return counted
}
