/**
 * The embedded PostgreSQL could not be started or reached. The message is one line that names the folder and what to
 * do about it, fit to be printed as it is before a non-zero exit.
 */
export class PostgresStartError extends Error {
  override readonly name = 'PostgresStartError'
}

/** What every message offers as the way out: a PostgreSQL that somebody else runs. */
export const BRING_YOUR_OWN = 'set DATABASE_URL to a PostgreSQL 14 or newer'

/**
 * Turns what the operating system refused (EACCES, ENOSPC, EROFS …) into a `PostgresStartError`.
 *
 * @param error   whatever was caught; a `PostgresStartError` and an error without a system code come back unchanged
 * @param folder  the folder PostgreSQL lives in, for the message
 * @returns the error to throw
 */
export function explainStartError(error: unknown, folder: string): unknown {
  if (error instanceof PostgresStartError || !(error instanceof Error) || !('code' in error)) return error
  return new PostgresStartError(
    `PostgreSQL cannot be started in ${folder}: ${error.message}; repair that, choose another LATCHKEY_DATA_DIR, or ${BRING_YOUR_OWN}.`,
    {
      cause: error,
    },
  )
}
