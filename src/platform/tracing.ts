import type { ErrorCode } from '../domain/refusal.ts'

/** What is told of a piece of work. Values are the code's own words and numbers, never a stranger's. */
export type SpanAttributes = Readonly<Record<string, string | number>>

/** A piece of work within a request or a job. */
export type Step = {
  /** one of few: the name of a statement or of a kind of call */
  readonly name: string
  /** `client`: somebody else does it, and is waited for */
  readonly kind: 'client' | 'internal'
  readonly attributes?: SpanAttributes
}

/** A request as a trace tells of it. */
export type RequestSpan = {
  /** 32 hexadecimal digits; null where the trace is not recorded */
  readonly traceId: string | null
  /** Runs what belongs to the request: the steps in it become its children. */
  within(work: () => void): void
  /** The request was refused with this code of the contract. */
  refused(code: ErrorCode): void
  /** @param status  of the answer; null where the caller left before there was one */
  end(status: number | null): void
}

/** What is known of a request when it begins. */
export type RequestFacts = {
  /** of the contract; undefined where nothing of it was asked for */
  readonly operationId: string | undefined
  readonly method: string
  readonly scheme: string
  /** as the contract writes it, never the path that was asked for */
  readonly route: string | undefined
  readonly requestId: string
  /** `traceparent` of a proxy that is believed (W3C Trace Context §3.2); undefined: the trace begins here */
  readonly parent: string | undefined
}

/** What collects traces. Where nobody does, there is none of it: `null` in its place. */
export type Tracing = {
  beginRequest(facts: RequestFacts): RequestSpan
  /** Does work that no request waits for, as a trace of its own. */
  job<T>(name: string, work: () => Promise<T>): Promise<T>
  /** Does a piece of work of whatever request or job it is called in; outside of any it is not recorded. */
  step<T>(step: Step, work: () => Promise<T>): Promise<T>
  /** Sends what is finished. Never throws: what cannot be sent is lost, and the log says so. */
  flush(): Promise<void>
  /** The same, for a second at most; nothing is recorded afterwards. */
  stop(): Promise<void>
}

/** Where traces go, and which: as the configuration says. */
export type TracingSettings = {
  /** the whole URL, with its path */
  readonly url: string
  /** sent along with every export */
  readonly headers: Readonly<Record<string, string>>
  readonly protocol: 'http/protobuf' | 'http/json'
  readonly serviceName: string
  /** what else is told of this service, by its name in the semantic conventions */
  readonly resource: Readonly<Record<string, string>>
  readonly sampler: {
    /** `ratio`: the share of the traces that is recorded, 0–1 */
    readonly root: 'always_on' | 'always_off' | { readonly ratio: number }
    /** whether a parent's decision comes first */
    readonly followsParent: boolean
  }
}

/** Does the work of a job, with a trace of its own where traces are collected. */
export function asJob<T>(tracing: Tracing | null, name: string, work: () => Promise<T>): Promise<T> {
  return tracing === null ? work() : tracing.job(name, work)
}
