import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { LoadOrder, LoadReport } from './load.ts'
import type { Listening, LoopOrder, LoopReport, Used } from './measured.ts'

/** A process that is measured. */
export type Measured = { readonly child: ChildProcess; readonly port: number }

const children: ChildProcess[] = []

/** What Node is told where the service runs (`make run`, Dockerfile, docs/operating.md); its environment comes from the Makefile. */
export const serviceFlags = ['--max-semi-space-size=8']

/** What Node is told besides where it measures, for a look inside: `BENCH_NODE="--cpu-prof --cpu-prof-dir=<folder>"`. */
export const askedFlags = (process.env.BENCH_NODE ?? '').split(' ').filter((word) => word !== '')

/** How long a child may take to end by itself, which is when a profile of it is written. */
const endMs = 5_000

/** Ends every process that was started here. */
export async function endChildren(): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      const late = setTimeout(() => child.kill('SIGKILL'), endMs)
      if (child.connected) child.disconnect()
      else child.kill('SIGTERM')
      await exit
      clearTimeout(late)
    }),
  )
}

/** Keeps a process that was started elsewhere among those that `endChildren` ends. */
export function keep(child: ChildProcess): void {
  children.push(child)
}

/** Starts one of the scripts of this folder and waits until it listens. */
export async function startMeasured(script: string, words: readonly string[] = []): Promise<Measured> {
  const child = start(script, words)
  const { url } = (await answerOf(child)) as Listening
  return { child, port: Number(new URL(url).port) }
}

/** Starts a process that makes load. */
export async function startLoad(): Promise<ChildProcess> {
  const child = start('./load.ts', [])
  await answerOf(child)
  return child
}

/** What a measured process has used so far. */
export function usedBy({ child }: Measured): Promise<Used> {
  return ask<Used>(child, 'used')
}

/** Runs a loop in a measured process. */
export function runLoop({ child }: Measured, order: LoopOrder): Promise<LoopReport> {
  return ask<LoopReport>(child, order)
}

/** Makes load; throws when an answer was not the expected one. */
export async function makeLoad(
  load: ChildProcess,
  order: LoadOrder,
): Promise<Exclude<LoadReport, { problem: string }>> {
  const report = await ask<LoadReport>(load, order)
  if (!('problem' in report)) return report
  const { requests } = order
  const { line } = requests.kind === 'each' ? requests.requests[0]! : requests.request
  throw new Error(`${line}: ${report.problem}`)
}

function start(script: string, words: readonly string[]): ChildProcess {
  const file = fileURLToPath(import.meta.resolve(script))
  const execArgv = script === './subject.ts' ? [...serviceFlags, ...askedFlags] : askedFlags
  const child = fork(file, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv })
  keep(child)
  return child
}

async function ask<T>(child: ChildProcess, message: object | string): Promise<T> {
  const answer = answerOf(child)
  child.send(message)
  return (await answer) as T
}

/** The next message of a child; throws when it ends instead. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const listening = new AbortController()
  const { signal } = listening
  const end = once(child, 'exit', { signal }).then(([status]) => {
    throw new Error(`a child ended (${status})`)
  })
  try {
    return ((await Promise.race([once(child, 'message', { signal }), end])) as unknown[])[0]
  } finally {
    // The listener of whichever did not happen; its promise is nobody's any more.
    end.catch(() => {})
    listening.abort()
  }
}
