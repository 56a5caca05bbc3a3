import type { Measured } from './children.ts'
import type { LoadOrder } from './load.ts'

/** The answers to ask for. */
export type Asked = Pick<LoadOrder, 'requests' | 'capture' | 'isAwake'> & { readonly status?: number }

/** Requests of a round: enough for half a second. `bare` is for what does little more than reply. */
export const requestsOfRound = { bare: 6000, usual: 2000 } as const

/** What is measured, round after round. */
export type Target = {
  readonly name: string
  readonly server: Measured
  /** requests, or turns of the loop, in a round */
  readonly count: number
  readonly connections: number
  /** of what it is a multiple; null: it is a floor itself */
  readonly floor: string | null
  /** the multiple that was aimed at; null: none was */
  readonly most: number | null
  /** Gets ready for a round, which is not measured: requests, or the seeds of a loop. */
  readonly prepare: (
    count: number,
  ) => Promise<Asked | { readonly loop: string; readonly seeds: readonly string[] }>
  /** Hears what the answers captured. */
  readonly heard?: (captured: readonly string[]) => void
}

/** One round of one target. */
export type Sample = {
  /** microseconds for one request, of the server's process */
  readonly serverCpu: number
  /** microseconds for one request, of PostgreSQL; null where the system does not tell */
  readonly databaseCpu: number | null
  readonly statements: number
  readonly perSecond: number
  /** milliseconds; null for a loop */
  readonly median: number | null
  readonly p99: number | null
  /** of the server's process, after the round */
  readonly memoryBytes: number
}

/** All rounds of a target. */
export type Result = Pick<Target, 'name' | 'floor' | 'most'> & { readonly samples: Sample[] }
