/** What the doctor found about one thing. */
export type Finding = {
  /** what was looked at, in a word or two: stable */
  readonly check: string
  readonly status: 'ok' | 'warn' | 'fail'
  readonly message: string
  /** what to do; null where nothing has to be done */
  readonly fix: string | null
}

/** It is as it should be. */
export function ok(check: string, message: string): Finding {
  return { check, status: 'ok', message, fix: null }
}

/** It works, and somebody should look at it. */
export function warn(check: string, message: string, fix: string): Finding {
  return { check, status: 'warn', message, fix }
}

/** It does not work. */
export function fail(check: string, message: string, fix: string): Finding {
  return { check, status: 'fail', message, fix }
}

/** The sentence of whatever was thrown, for a message. */
export function reasonOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = (inner as { code?: unknown } | null)?.code
  const text = inner instanceof Error ? inner.message.split('\n')[0] : String(inner)
  return text === '' || text === undefined ? String(code) : text
}
