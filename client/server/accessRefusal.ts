/** Why a request is turned away; `error` is registered (RFC 6750 §3.1) but for the last. */
export type AccessRefusalCode =
  | 'invalid_request'
  | 'invalid_token'
  | 'insufficient_scope'
  | 'temporarily_unavailable'

const statuses = {
  invalid_request: 400,
  invalid_token: 401,
  insufficient_scope: 403,
  temporarily_unavailable: 503,
} as const

/** A request that does not come through, and the answer it gets. */
export class AccessRefusal extends Error {
  readonly error: AccessRefusalCode
  /** one English sentence for people, fit for a header (RFC 6750 §3) */
  readonly description: string
  readonly #challenge: Readonly<Record<string, string>>

  /** @param challenge  parameters of the `WWW-Authenticate` beside the realm; left out: error and description */
  constructor(
    error: AccessRefusalCode,
    description: string,
    {
      cause,
      challenge,
    }: { readonly cause?: unknown; readonly challenge?: Readonly<Record<string, string>> } = {},
  ) {
    super(`${error}: ${description}`, { cause })
    this.error = error
    this.description = description
    this.#challenge = challenge ?? { error, error_description: description }
  }

  override get name(): string {
    return 'AccessRefusal'
  }

  /** Status of the answer. */
  get status(): 400 | 401 | 403 | 503 {
    return statuses[this.error]
  }

  /** Body of the answer, in the shape of all errors of the service. */
  get body(): { readonly error: AccessRefusalCode; readonly error_description: string } {
    return { error: this.error, error_description: this.description }
  }

  /** Headers of the answer: the challenge (RFC 6750 §3), or when to come again where the fault is ours. */
  get headers(): Readonly<Record<string, string>> {
    const common = { 'cache-control': 'no-store' }
    if (this.status === 503) return { ...common, 'retry-after': '5' }
    const parameters = Object.entries({ realm: 'api', ...this.#challenge })
    const text = parameters.map(([name, value]) => `${name}="${value}"`).join(', ')
    return { ...common, 'www-authenticate': `Bearer ${text}` }
  }

  /** The whole answer, where answers are Responses. */
  toResponse(): Response {
    return Response.json(this.body, { status: this.status, headers: this.headers })
  }
}

/** Nobody has shown anything: the challenge says so by naming no error (RFC 6750 §3.1). */
export function noToken(): AccessRefusal {
  return new AccessRefusal('invalid_token', 'This needs an access token', { challenge: {} })
}

/** The token is a good one and does not reach this far. */
export function scopeMissing(scopes: readonly string[]): AccessRefusal {
  const description = 'The token lacks a scope that this needs'
  const challenge = { error: 'insufficient_scope', error_description: description, scope: scopes.join(' ') }
  return new AccessRefusal('insufficient_scope', description, { challenge })
}
