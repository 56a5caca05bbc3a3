/** What the corridor looks at before any handler runs, in its order. */
export const corridorChecks = [
  'URL',
  'method',
  'Accept',
  'Content-Type',
  'body size',
  'readable request',
  'token presented',
  'token valid',
  'token kind',
  'token scope',
  'contract',
] as const

/** What the rules of single operations look at, and what can fail at any time. */
const otherChecks = [
  'HTTP',
  'capacity',
  'rate limit',
  'our own work',
  'one client authentication method',
  'client authentication',
  'grant type allowed',
  'code known',
  'code of this client',
  'redirect URI of the code',
  'code verifier',
  'code unused',
  'code in time',
  'grant alive',
  'resource',
  'refresh token known',
  'refresh token of this client',
  'refresh token unused',
  'refresh token in time',
  'scope',
  'client_id',
  'redirect URI registered',
  'request object',
  'response type',
  'response mode',
  'PKCE',
  'nonce, prompt and max_age',
  'answer of the user',
  'recent sign-in',
  'consent',
  'e-mail and password',
  'second factor',
  'registration open',
  'e-mail address',
  'password policy',
  'address free',
  'application settings',
  'profile',
  'found',
  'image',
  'state of the application',
  'cursor',
  'passkey challenge',
  'passkey origin',
  'passkey',
] as const

/** A named check. */
export type CheckName = (typeof corridorChecks)[number] | (typeof otherChecks)[number]

/** One check of a request and how it ended. */
export type Check = { readonly name: CheckName; readonly outcome: 'passed' | 'failed' | 'not reached' }

const client: readonly CheckName[] = ['one client authentication method', 'client authentication']
const authorization: readonly CheckName[] = [
  'client_id',
  'redirect URI registered',
  'request object',
  'response type',
  'response mode',
  'scope',
  'PKCE',
  'resource',
  'nonce, prompt and max_age',
  'answer of the user',
  'recent sign-in',
  'consent',
]

/** What each operation's rules look at, in the order in which they do; more than one list where the request decides which. */
const sequences: Readonly<Record<string, readonly (readonly CheckName[])[]>> = {
  issueToken: [
    client,
    [
      ...client,
      'grant type allowed',
      'code known',
      'code of this client',
      'redirect URI of the code',
      'code verifier',
      'code unused',
      'code in time',
      'grant alive',
      'resource',
    ],
    [
      ...client,
      'grant type allowed',
      'refresh token known',
      'refresh token of this client',
      'refresh token unused',
      'refresh token in time',
      'grant alive',
      'resource',
      'scope',
    ],
    [...client, 'grant type allowed', 'resource', 'scope'],
  ],
  revokeToken: [client],
  introspectToken: [client],
  authorize: [authorization],
  startAuthorization: [authorization],
  submitAuthorization: [authorization],
  registerClient: [['registration open', 'application settings']],
  updateClient: [['application settings']],
  register: [['registration open', 'e-mail address', 'password policy', 'address free']],
}

/**
 * The checks of the corridor that requests of an operation have to pass, in order.
 *
 * @param entry  media types of its body, and its requirements: scheme → scopes
 */
export function appliedChecks(entry: {
  readonly consumes: readonly string[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
}): readonly CheckName[] {
  const needsScope = entry.security
    .flatMap(Object.values<readonly string[]>)
    .some((scopes) => scopes.length > 0)
  return corridorChecks.filter((name) => {
    if (name === 'body size') return entry.consumes.length > 0
    if (name === 'token scope') return needsScope
    return entry.security.length > 0 || !name.startsWith('token ')
  })
}

/**
 * The checks of a request in order: what comes before the failing one has passed, what comes after was not looked at.
 * The rules of an operation are a straight line (each file of `domain` says why in that order), so the one that failed
 * tells about all others of its line.
 *
 * @param applied  the checks of the corridor that the request had to pass
 * @param passed   those that were seen to pass; null when nobody looked: then all before the failing one have
 */
export function checksOf(
  operationId: string | null,
  applied: readonly CheckName[],
  failed: CheckName,
  passed: ReadonlySet<CheckName> | null,
): readonly Check[] {
  const atCorridor = applied.indexOf(failed)
  if (atCorridor >= 0)
    return applied.map((name, at) => {
      const outcome = outcomeAt(at, atCorridor)
      return { name, outcome: outcome === 'passed' && passed?.has(name) === false ? 'not reached' : outcome }
    })
  const own = (sequences[operationId ?? ''] ?? []).find((sequence) => sequence.includes(failed))
  const before = applied.filter((name) => passed === null || passed.has(name))
  // Something that can fail at any time, such as the database: nobody knows what would have come next.
  const unknown = own === undefined && passed === null && isAnyTime(failed)
  return [
    ...(unknown ? [] : before.map((name) => ({ name, outcome: 'passed' as const }))),
    ...(own ?? [failed]).map((name, at, list) => ({ name, outcome: outcomeAt(at, list.indexOf(failed)) })),
  ]
}

function outcomeAt(at: number, failedAt: number): Check['outcome'] {
  if (at === failedAt) return 'failed'
  return at < failedAt ? 'passed' : 'not reached'
}

function isAnyTime(name: CheckName): boolean {
  return ['HTTP', 'capacity', 'rate limit', 'our own work'].includes(name)
}
