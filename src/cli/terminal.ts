/** Writes a line for a person, in the order of the log. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Says what is wrong, a line each on standard error, and ends with exit status 1. */
export function fail(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`latchkey: ${line}\n`)
  process.exit(1)
}
