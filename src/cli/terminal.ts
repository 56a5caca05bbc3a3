/** Writes a line for a person. The log is another thing: it goes to standard output as JSON. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Says what is wrong, a line each, and ends with exit status 1. */
export function fail(lines: readonly string[]): never {
  for (const line of lines) say(`latchkey: ${line}`)
  process.exit(1)
}
