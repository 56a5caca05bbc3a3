import type { ErrorCode } from '../domain/refusal.ts'

/** Whose calls a limit is for. */
export type LimitedSubject = 'app' | 'user' | 'address'

/** What works once, and was presented again after it had been used. */
export type ReusedSecret = 'code' | 'refresh_token'

/** How an attempt at a job ended; `buried`: it was given up, and is a dead letter. */
export type AttemptOutcome = 'done' | 'retried' | 'buried'

/** What one attempt at a job came to. */
export type JobAttempt = {
  readonly kind: string
  readonly outcome: AttemptOutcome
  /** how long the attempt took */
  readonly seconds: number
  /** how long after it was due it began */
  readonly lagSeconds: number
}

/** A figure that is read when somebody asks for it, in one row for each value of its label. */
export type Gauge = {
  readonly name: string
  readonly help: string
  /** name of the label; null: one row without */
  readonly label: string | null
  /** by value of the label; without a label the name of the one member does not matter */
  readonly read: () => Readonly<Record<string, number>>
}

/** What is counted of the running service. Nothing in it says who asked: operations, statuses and kinds only. */
export type Metrics = {
  /** A request was answered. Runs at each of them. */
  answered(operation: string, status: number, milliseconds: number): void
  /** A request was refused with this code of the contract; `none` is an operation the contract does not know. */
  refused(operation: string, error: ErrorCode): void
  /** Somebody presented what was used before, and the grant was ended for it (RFC 9700 §4.14.2). */
  reused(secret: ReusedSecret): void
  /** An answer broke the contract. */
  violated(operation: string): void
  /** A call found none left. */
  exceeded(subject: LimitedSubject): void
  attempted(attempt: JobAttempt): void
  /** Housekeeping removed rows. */
  expired(rule: string, rows: number): void
  watch(gauge: Gauge): void
  /** What can be read; null where nothing is counted. */
  readonly page: MetricsPage | null
}

/** The figures as Prometheus reads them. */
export type MetricsPage = { readonly contentType: string; render(): Promise<string> }

/** Nothing is counted: there is no port to read it from. */
export const noMetrics: Metrics = {
  answered() {},
  refused() {},
  reused() {},
  violated() {},
  exceeded() {},
  attempted() {},
  expired() {},
  watch() {},
  page: null,
}
