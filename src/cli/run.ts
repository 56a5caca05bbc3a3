import { CommanderError } from 'commander'
import { CommandFailure, usageStatus } from './failure.ts'
import { createProgram } from './program.ts'
import { complain } from './terminal.ts'

/**
 * Runs a command line.
 *
 * @returns the exit status: 0 done, 1 failed, 2 not understood, 3 no such thing
 */
export async function run(words: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync(words.length === 0 ? ['--help'] : [...words], { from: 'user' })
    return 0
  } catch (error) {
    return report(error)
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageStatus
  if (error instanceof CommandFailure) {
    complain(error.lines)
    return error.status
  }
  complain([error instanceof Error ? error.message : String(error)])
  return 1
}
