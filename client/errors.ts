/** What an error is made of: the body as it came over the wire, and what the SDK knows about the answer. */
export type ErrorFacts = {
  /** members of the body; every one becomes a member of the error under the name it has on the wire */
  readonly body: { readonly error: string; readonly error_description: string }
  /** status of the answer; 0: there was none that could be read */
  readonly status: number
  /** the answer; undefined when none came */
  readonly response: Response | undefined
  /** what was thrown underneath, such as the platform's network error */
  readonly cause?: unknown
}

/**
 * Every refusal and every failure of an operation. It carries the members of the body as they came (`error`,
 * `error_description`, `request_id`, `mfa_token`, …) and the same in the manner of JavaScript.
 *
 * Only the wire's members are enumerable, so that `{ ...error }` and `JSON.stringify(error)` give the body.
 */
export class ApiError extends Error {
  /** stable code, such as `invalid_grant`; see the error pages of the server's docs */
  declare readonly error: string
  /** one English sentence for people (RFC 6749 §5.2) */
  declare readonly error_description: string
  readonly #facts: ErrorFacts

  constructor(facts: ErrorFacts) {
    super(`${facts.body.error}: ${facts.body.error_description}`, { cause: facts.cause })
    this.#facts = facts
    for (const [name, value] of Object.entries(facts.body))
      if (!(name in this)) Object.defineProperty(this, name, { value, enumerable: true })
  }

  override get name(): string {
    return 'ApiError'
  }

  /** Status of the answer; 0 when there was none that could be read. */
  get status(): number {
    return this.#facts.status
  }

  /** The `error_description` of the body. */
  get description(): string {
    return this.#facts.body.error_description
  }

  /** What the server's log knows the request by; null when no answer came. */
  get requestId(): string | null {
    return requestIdOf(this.#facts.response)
  }

  /** Seconds to wait before another try (RFC 9110 §10.2.3); null when the answer does not say. */
  get retryAfter(): number | null {
    return retryAfterOf(this.#facts.response)
  }

  /** The answer, its body read already; undefined when none came. */
  get response(): Response | undefined {
    return this.#facts.response
  }
}

/** A documented refusal: narrows by `status`, and has the members that the contract gives that answer. */
export type Refusal<Status, Body> = ApiError & Readonly<Body> & { readonly status: Status }

/**
 * No answer that the contract knows. `no_answer`: the network failed. `timed_out`: the client's `timeout` passed. `aborted`:
 * by the caller's `signal`. `unexpected_answer`: something else answered, such as a proxy; `response` tells what.
 */
export type NoAnswer = ApiError & {
  readonly status: 0
  readonly error: NoAnswerCode
  readonly error_uri?: undefined
  readonly request_id?: undefined
  readonly errors?: undefined
}

/** Codes of `NoAnswer`. */
export type NoAnswerCode = 'no_answer' | 'timed_out' | 'aborted' | 'unexpected_answer'

/** Every error of an operation whose documented ones are `Errors` (status → body): a union that `status` tells apart. */
export type ErrorsOf<Errors> =
  | { [Status in keyof Errors]: Refusal<Status, Errors[Status]> }[keyof Errors]
  | NoAnswer

/** 304: what the caller's `If-None-Match` names is still the right thing (RFC 9110 §15.4.5). No body came. */
export type NotModified = {
  /** Stable code; ours, because a 304 has no body. */
  error: 'not_modified'
  /** One English sentence for people. */
  error_description: string
}

/** The error of an operation, for a `catch`: `error as OperationError<typeof login>`. */
export type OperationError<Operation extends (...args: never[]) => Promise<unknown>> =
  Awaited<ReturnType<Operation>> extends infer Answer
    ? Answer extends { readonly error: infer Problem }
      ? NonNullable<Problem>
      : never
    : never

/** Makes the error of a call that got no answer the contract knows. */
export function noAnswer(
  error: NoAnswerCode,
  error_description: string,
  response: Response | undefined,
  cause?: unknown,
): ApiError {
  return new ApiError({ body: { error, error_description }, status: 0, response, cause })
}

/**
 * Makes the error of an answer that is no success.
 *
 * @param text  its body
 */
export function errorOf(response: Response, text: string): ApiError {
  const { status } = response
  if (status === 304) {
    const body = { error: 'not_modified', error_description: 'What was asked for has not changed.' }
    return new ApiError({ body, status, response })
  }
  const body = parseObject(text)
  return isErrorBody(body)
    ? new ApiError({ body, status, response })
    : noAnswer(
        'unexpected_answer',
        `Status ${status} came with a body that is none of the service's.`,
        response,
      )
}

function isErrorBody(body: Record<string, unknown>): body is Record<string, unknown> & ErrorFacts['body'] {
  return typeof body['error'] === 'string' && typeof body['error_description'] === 'string'
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** The `X-Request-Id` of an answer; null without one. */
export function requestIdOf(response: Response | undefined): string | null {
  return response?.headers.get('x-request-id') ?? null
}

/** Seconds that `Retry-After` asks for, given as such or as a date (RFC 9110 §10.2.3); null without one. */
export function retryAfterOf(response: Response | undefined): number | null {
  const text = response?.headers.get('retry-after')
  if (text === null || text === undefined) return null
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return Number.isNaN(seconds) ? null : Math.max(0, Math.ceil(seconds))
}
