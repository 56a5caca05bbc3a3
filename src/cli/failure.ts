/** Exit statuses, as `latchkey --help` lists them. */
const statuses = { failed: 1, usage: 2, notFound: 3 } as const

/** A command came to nothing: what to say on standard error, and the status to exit with. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
  readonly lines: readonly string[]
  readonly status: number
  constructor(lines: readonly string[], status: number) {
    super(lines.join('; '))
    this.lines = lines
    this.status = status
  }
}

/** It could not be done. Without lines, where what was wrong has been printed already. */
export function failed(...lines: readonly string[]): CommandFailure {
  return new CommandFailure(lines, statuses.failed)
}

/** The command was called wrongly, or needs a word from somebody who is not there or says no. */
export function misused(...lines: readonly string[]): CommandFailure {
  return new CommandFailure(lines, statuses.usage)
}

/** What was named does not exist. */
export function missing(line: string): CommandFailure {
  return new CommandFailure([line], statuses.notFound)
}

/** The status of a command line that was not understood. */
export const usageStatus = statuses.usage
