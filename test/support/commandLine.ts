import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { databaseUrl, programs } from './process.ts'
import type { TestService } from './service.ts'

/** How a command ended and what it wrote. */
export type Outcome = {
  readonly status: number | null
  /** standard output */
  readonly out: string
  /** standard error */
  readonly err: string
}

/** A command line as somebody types it, without the word `latchkey`. */
export type CommandLine = (words: readonly string[], input?: string) => Promise<Outcome>

/** The command with the environment of a service of a test: it works on the same database, from a process of its own. */
export function commandLineOf(
  { config, database }: Pick<TestService, 'config' | 'database'>,
  more: NodeJS.ProcessEnv = {},
): CommandLine {
  return commandLineIn({
    DATABASE_URL: databaseUrl(database),
    LATCHKEY_DATA_DIR: config.dataDirectory,
    PORT: String(config.port),
    LATCHKEY_PASSWORD_MEMORY_KIB: '1024',
    LATCHKEY_PASSWORD_PASSES: '1',
    ...more,
  })
}

/** The command with exactly this environment, in a folder where nothing of the project can be found by chance. */
export function commandLineIn(environment: NodeJS.ProcessEnv): CommandLine {
  return (words, input) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [programs.command, ...words], {
        cwd: tmpdir(),
        env: { PATH: process.env['PATH'], HOME: tmpdir(), ...environment },
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      })
      const output = { out: '', err: '' }
      child.stdout?.setEncoding('utf8').on('data', (text: string) => (output.out += text))
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (output.err += text))
      child.once('error', reject)
      child.once('close', (status) => resolve({ status, ...output }))
      child.stdin?.end(input)
    })
}

/** What a command printed for a script. Throws, with what it said instead, when it did not succeed or printed anything else. */
export async function jsonOf(outcome: Promise<Outcome>): Promise<any> {
  const { status, out, err } = await outcome
  if (status !== 0) throw new Error(`exit status ${status}: ${err}${out}`)
  return JSON.parse(out)
}
