const hidden = '[redacted]'
const longestText = 1000
const deepest = 5
const widest = 50

/**
 * Names of members whose text never reaches the log, compared in lower case, without separators and plural
 * `s`.
 */
const hiddenEndings =
  /(?:authorization|cookie|password|passphrase|secret|token|tokenhint|verifier|assertion|hash|salt|digest|privatekey|apikey|credential|signature)$/
const hiddenNames = new Set(
  'auth body header rawheader query querystring param parameter binding sql value email username state nonce otp mfa'.split(
    ' ',
  ),
)
const locations = new Set(['url', 'originalurl', 'path', 'href', 'location', 'referer', 'redirecturi', 'uri'])

/**
 * What a secret looks like where it turns up inside a text: JWTs, `secret_…` and its like (an `app_…` is
 * public), credentials of a URL, e-mail addresses. Every part has a bounded length: the text comes from
 * strangers.
 */
const secretLooking = new RegExp(
  [
    String.raw`eyJ[\w-]{8,}(?:\.[\w-]*){1,4}`,
    String.raw`\b(?!app_)[a-z]{2,16}_(?=[a-z_-]{0,60}[A-Z0-9])[\w-]{24,}`,
    String.raw`(?<=:\/\/)[^\s/@]{1,200}(?=@)`,
    String.raw`(?<=\b(?:Bearer|Basic) )[\w.~+/=-]{6,}`,
    String.raw`[^\s@"'<>()=:,;]{1,64}@[^\s@"'<>(),;]{1,190}\.[A-Za-z]{2,24}`,
  ].join('|'),
  'g',
)

/** A text for the log: cut to 1000 characters, with whatever looks like a secret or an address taken out. */
export function redactText(text: string): string {
  const short = text.length > longestText ? `${text.slice(0, longestText)}…` : text
  return short.replace(secretLooking, hidden)
}

/**
 * A copy of a value that may be printed: requests, replies and errors shrink to a few harmless members,
 * everything else loses the members whose names promise a secret, a body, a query or an address. Bytes become
 * their number.
 */
export function redact(value: unknown): unknown {
  return redactMember('', value, 0)
}

function redactMember(name: string, value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value)
  if (typeof value === 'string') return redactNamedText(name, value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (name === 'req' || name === 'request') return describeRequest(value)
  if (name === 'res' || name === 'reply' || name === 'response') return pick(value, ['statusCode'])
  if (isHidden(name)) return hidden
  if (value instanceof URL) return redactLocation(value.href)
  if (depth >= deepest) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, widest).map((item) => redactMember(name, item, depth + 1))
  return redactMembers(value, depth)
}

function redactMembers(value: object, depth: number): Record<string, unknown> {
  const members = Object.entries(value).slice(0, widest)
  return Object.fromEntries(members.map(([name, member]) => [name, redactMember(name, member, depth + 1)]))
}

function redactNamedText(name: string, text: string): string {
  if (isHidden(name)) return hidden
  // `code` is an error code or an authorization code; only the first is short and without digits, or a
  // system's own.
  if (name === 'code') return /^[A-Za-z_]{1,40}$|^[A-Z0-9_]{5,40}$/.test(text) ? text : hidden
  return locations.has(normalise(name)) ? redactLocation(text) : redactText(text)
}

function redactLocation(location: string): string {
  return redactText(location.replace(/[?#].*$/s, ''))
}

function isHidden(name: string): boolean {
  const plain = normalise(name)
  return hiddenNames.has(plain) || hiddenEndings.test(plain)
}

function normalise(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]|s$/g, '')
}

function describeRequest(request: object): Record<string, unknown> {
  return pick(request, ['id', 'method', 'url'])
}

function pick(value: object, names: readonly string[]): Record<string, unknown> {
  const found = names.map((name) => [name, redactMember(name, Reflect.get(value, name), deepest)] as const)
  return Object.fromEntries(found.filter(([, member]) => member !== undefined))
}

/**
 * What the log hears of an error: its type, code and stack frames, and its message unless the database wrote
 * it: such a message, and MikroORM's copy of it, holds SQL with its parameters; constraint and table say as
 * much.
 */
export function describeError(error: Error, depth = 0): Record<string, unknown> {
  const { cause } = error
  const parts = error instanceof AggregateError ? error.errors.filter((part) => part instanceof Error) : []
  return {
    type: error.constructor.name,
    message: safeMessage(error),
    ...pick(error, ['code', 'statusCode', 'severity', 'constraint', 'table', 'column', 'routine']),
    ...(cause instanceof Error && depth < 3 ? { cause: describeError(cause, depth + 1) } : {}),
    ...(parts.length > 0 && depth < 3
      ? { errors: parts.slice(0, 3).map((part) => describeError(part, 3)) }
      : {}),
    stack: stackFrames(error),
  }
}

/** The message of an error as the log may print it. */
export function safeMessage(error: Error): string {
  return isDatabaseError(error) ? 'the database refused a statement' : redactText(error.message)
}

function isDatabaseError(error: Error): boolean {
  const isPostgres = 'severity' in error && 'code' in error
  return isPostgres || 'sqlState' in error || 'sql' in error || 'query' in error || 'getEntity' in error
}

function stackFrames(error: Error): readonly string[] {
  // The first lines of a stack repeat the message; only the frames below it are printed.
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line.startsWith('at ')).slice(0, 12)
}
