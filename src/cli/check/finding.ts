/** The suites of a check, in the order in which they are played. */
export const suites = ['contract', 'golden', 'operations', 'security', 'invariants'] as const

/** One of them. */
export type Suite = (typeof suites)[number]

/** What came of one thing that was looked at. */
export type CheckFinding = {
  readonly suite: Suite
  /** the operation's name, or what was done */
  readonly name: string
  /** `POST /oauth2/token` */
  readonly place: string
  readonly ok: boolean
  /** what was seen, for whoever reads that it is well */
  readonly seen: string
  /** a sentence each, empty where it is well */
  readonly problems: readonly string[]
  /** by which the log of the deployment knows the last answer that was wrong; null where there is none */
  readonly requestId: string | null
}

/** Hears what is found, as it is found. */
export type Hear = (finding: CheckFinding) => void
