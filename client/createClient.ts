import { type ApiError, errorOf, noAnswer, requestIdOf, type ErrorsOf } from './errors.ts'
import { writeRequest, type Route, type Sent, type Values } from './request.ts'
import { decideRetry, pause } from './retry.ts'

/** Where the service is, who asks, and how patiently. */
export type ClientOptions = {
  /** the issuer, e.g. `https://api.auth.example.com` */
  readonly baseUrl: string
  /** the token for operations that need one, or a function that is asked for it at each call */
  readonly token?: string | (() => string | undefined | Promise<string | undefined>)
  /** milliseconds that one try may take, its answer read to the end; 30,000 by default, 0: any time */
  readonly timeout?: number
  /** how often a request that changes nothing (GET) is sent again when the network or the server fails; 2 by default */
  readonly retries?: number
  /** instead of the platform's `fetch` */
  readonly fetch?: typeof fetch
}

/** What every call may say beside the members of its operation. */
export type CallOptions<Throws extends boolean = boolean> = {
  readonly client: Client
  /** true: errors are thrown; else they are in the result */
  readonly throwOnError?: Throws
  /** further headers; they win over what the SDK would send, and one that is undefined is not sent */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** ends the call early, with the error `aborted` */
  readonly signal?: AbortSignal
  /** instead of the client's own */
  readonly timeout?: number
  /** instead of the client's own */
  readonly retries?: number
}

/** Options of one operation: its `body`, `path` and `query` as the contract has them, and what every call may say. */
export type Options<Data extends { readonly url: string }, Throws extends boolean = boolean> = Omit<
  Data,
  'url'
> &
  CallOptions<Throws>

/** An answer that is a success. */
export type Success<Data> = {
  readonly data: Data
  readonly error: undefined
  readonly response: Response
  /** what the server's log knows the request by */
  readonly requestId: string | null
}

/** An answer that is none, or no answer. */
export type Failure<Problem> = {
  readonly data: undefined
  readonly error: Problem
  /** undefined when none came */
  readonly response: Response | undefined
  readonly requestId: string | null
}

/** What an operation resolves to, its answers (`Responses`) and errors (`Errors`) given as status → body. */
export type Result<Responses, Errors, Throws extends boolean> = Promise<
  Throws extends true
    ? Success<Responses[keyof Responses]>
    : Success<Responses[keyof Responses]> | Failure<ErrorsOf<Errors>>
>

/** Hands requests to the service: the operations take it as `client`. */
export type Client = {
  /** where the service is; without a slash at its end */
  readonly baseUrl: string
  /** Sends a request that has no function of its own, such as one to a newer server. Never throws unless asked to. */
  request<Responses = unknown, Errors = object, Throws extends boolean = false>(
    route: Route,
    options?: Values & Omit<CallOptions<Throws>, 'client'>,
  ): Result<Responses, Errors, Throws>
}

/** What came of one try. */
type Attempt = { readonly response: Response | undefined; readonly data?: unknown; readonly error?: ApiError }

/** Makes a client to hand to the operations: `login({ client, body })`. A `Blob` is sent as what its `type` says. */
export function createClient(settings: ClientOptions): Client {
  const baseUrl = settings.baseUrl.replace(/\/+$/, '')
  async function request(route: Route, options: Values & Partial<CallOptions> = {}) {
    const token = route.token === true ? await tokenOf(settings) : undefined
    const sent = writeRequest(baseUrl, route, options, token)
    const { response, data, error } = await attempt(sent, { ...settings, ...present(options) })
    if (error !== undefined && options.throwOnError === true) throw error
    return { data, error, response, requestId: requestIdOf(response) }
  }
  return { baseUrl, request: request as Client['request'] }
}

function tokenOf({ token }: ClientOptions): string | undefined | Promise<string | undefined> {
  return typeof token === 'function' ? token() : token
}

function present({ timeout, retries, signal }: Partial<CallOptions>): Partial<CallOptions> {
  return {
    signal,
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries }),
  }
}

type Patience = Pick<ClientOptions, 'fetch' | 'timeout' | 'retries'> & Pick<CallOptions, 'signal'>

/** Sends a request until it is answered, or until another try is of no use. */
async function attempt(sent: Sent, patience: Patience): Promise<Attempt> {
  const { retries = 2, signal } = patience
  for (let tried = 1; ; tried += 1) {
    const made = await tryOnce(sent, patience)
    const isOver = made.error === undefined || signal?.aborted === true
    const seconds = isOver ? null : decideRetry(sent.init.method, tried, retries, made.response)
    if (seconds === null) return made
    await pause(seconds, signal)
  }
}

async function tryOnce({ url, init }: Sent, patience: Patience): Promise<Attempt> {
  const { timeout = 30_000, signal, fetch: send = globalThis.fetch } = patience
  const limit = timeout > 0 && Number.isFinite(timeout) ? AbortSignal.timeout(timeout) : undefined
  const signals = [limit, signal].filter((each) => each !== undefined)
  let response: Response | undefined
  try {
    response = await send(url, { ...init, signal: AbortSignal.any(signals) })
    if (!response.ok) return { response, error: errorOf(response, await response.text()) }
    return { response, data: await readData(response) }
  } catch (cause) {
    return { response: undefined, error: failureOf(cause, { limit, signal, response }) }
  }
}

type Circumstances = {
  readonly limit: AbortSignal | undefined
  readonly signal: AbortSignal | undefined
  readonly response: Response | undefined
}

function failureOf(cause: unknown, { limit, signal, response }: Circumstances): ApiError {
  if (signal?.aborted === true) return noAnswer('aborted', 'The caller ended the call.', undefined, cause)
  if (limit?.aborted === true) return noAnswer('timed_out', 'No answer came in time.', undefined, cause)
  if (cause instanceof SyntaxError && response !== undefined)
    return noAnswer('unexpected_answer', 'An answer that says it is JSON is none.', response, cause)
  return noAnswer('no_answer', 'The service could not be reached, or the connection broke.', undefined, cause)
}

/** JSON as what it means, text as text, everything else as a `Blob`; undefined without a body. */
async function readData(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 204 || type === '') return undefined
  if (/^application\/(?:[\w.+-]+\+)?json\b/.test(type)) return JSON.parse(await response.text())
  return type.startsWith('text/') ? response.text() : response.blob()
}
