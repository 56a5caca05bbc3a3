import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { identity } from './account.ts'
import { PostgresStartError } from './error.ts'

/** The two programs needed, by absolute path, and what they are: `version` such as `18.4`, `major` such as 18. */
export type Binaries = {
  readonly initdb: string
  readonly postgres: string
  readonly version: string
  readonly major: number
}

/** What came of trying a folder; `absent`: a program, or the loader it names, is not there at all. */
export type Trial =
  | { readonly kind: 'runs'; readonly binaries: Binaries }
  | { readonly kind: 'absent' | 'fails'; readonly reason: string }

const VERSION_MS = 10_000
const ENDED_BY_SIGNAL = -1

/**
 * The environment of PostgreSQL's programs. Not ours: it holds secrets, which other processes of the account they run
 * as could read in /proc, and PG* variables, which would change what they do.
 */
export function programEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }
}

/** Finds out, by asking them for their version, whether the programs in a folder run here as the account. */
export function tryPrograms(folder: string, account: Account | null): Trial {
  const initdb = join(folder, 'initdb')
  const postgres = join(folder, 'postgres')
  const initdbTrial = askVersion(initdb, account)
  if (initdbTrial.kind !== 'runs') return initdbTrial
  const trial = askVersion(postgres, account)
  if (trial.kind !== 'runs') return trial
  return {
    kind: 'runs',
    binaries: { initdb, postgres, version: trial.version, major: parseInt(trial.version, 10) },
  }
}

/**
 * Runs one of the programs to its end.
 *
 * @param input    what it reads
 * @param boundMs  after this many milliseconds it is killed
 * @throws {PostgresStartError} when it does not end with 0, quoting its last line
 */
export async function runProgram(
  program: string,
  options: readonly string[],
  run: {
    readonly account: Account | null
    readonly cwd: string
    readonly boundMs: number
    readonly input?: string
  },
): Promise<void> {
  const child = spawn(program, options, {
    ...identity(run.account),
    cwd: run.cwd,
    env: programEnvironment(),
    timeout: run.boundMs,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const complaints: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text))
  // The program may end before it has read everything; its exit status tells enough.
  child.stdin.on('error', () => {})
  child.stdin.end(run.input ?? '')
  const status = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? ENDED_BY_SIGNAL))
  })
  if (status === 0) return
  throw new PostgresStartError(
    `${program} failed: ${pickTellingLine(complaints.join('')) ?? `exit status ${status}`}`,
  )
}

/**
 * Picks the line of a program's output that says what went wrong: the first that is an error, else the last. (That "the
 * database system is starting up" is PostgreSQL's answer to being asked too early, and no news.)
 *
 * @returns the line without time and process id, or null when there is none
 */
export function pickTellingLine(output: string): string | null {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^\d{4}-\S+ \S+ \S+ \[\d+\] /, '').trim())
    .filter((line) => !line.includes('the database system is'))
  return (
    lines.find((line) => /\b(FATAL|PANIC|error):/i.test(line)) ??
    lines.findLast((line) => line !== '') ??
    null
  )
}

function askVersion(
  program: string,
  account: Account | null,
): { readonly kind: 'runs'; readonly version: string } | Exclude<Trial, { kind: 'runs' }> {
  const run = spawnSync(program, ['--version'], {
    ...identity(account),
    cwd: '/',
    env: programEnvironment(),
    encoding: 'utf8',
    timeout: VERSION_MS,
  })
  const version = /\(PostgreSQL\) (\d+\S*)/.exec(run.stdout ?? '')?.[1]
  if (run.status === 0 && version !== undefined) return { kind: 'runs', version }
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOENT') {
    const what = existsSync(program) ? 'needs a C library that this system has not' : 'is missing'
    return { kind: 'absent', reason: `${program} ${what}` }
  }
  if (run.error !== undefined) return { kind: 'fails', reason: run.error.message }
  return {
    kind: 'fails',
    reason: pickTellingLine(run.stderr) ?? `${program} ended with ${run.signal ?? run.status}`,
  }
}
