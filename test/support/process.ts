import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { createClient, type Client } from '../../client/index.ts'
import type { DatabaseAddress } from './database.ts'
import type { TestService } from './service.ts'

/** How a process ended: by itself with a status, or by a signal. */
export type Ending = { readonly status: number | null; readonly signal: NodeJS.Signals | null }

/** One of the product's programs as a process of its own. */
export type Program = {
  readonly pid: number
  /** what it has written so far, to standard output and standard error as it came */
  said(): string
  /** what it has written to standard error so far */
  complained(): string
  /**
   * Waits until it has said something that matches.
   *
   * @throws Error when it ends first, or says nothing of the kind for 20 seconds
   */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ending>
  readonly ended: Promise<Ending>
}

/** A service as a process of its own that is ready to answer. */
export type ServiceProcess = Program & {
  readonly url: string
  readonly port: number
  /** an SDK client that presents this token */
  as(token?: string): Client
}

/** The programs that people start. */
export const programs = {
  service: fileURLToPath(import.meta.resolve('#src/main.ts')),
  command: fileURLToPath(import.meta.resolve('#src/cli/latchkey.ts')),
} as const

/** A line of the log that tells of a bug, for machines or for people. */
export const errorLine = /"level":"(error|fatal)"|^\S+ (ERROR|FATAL) /m

const saysMs = 20_000
const living = new Set<ChildProcess>()

// A test that fails half-way leaves nothing behind.
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/** Ends every process that is still there: for `afterAll`. */
export async function endPrograms(): Promise<void> {
  await Promise.all(
    [...living].map(async (child) => {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    }),
  )
}

/** Starts a program with exactly this environment, in a folder where nothing of the project can be found by chance. */
export function startProgram(
  program: string,
  environment: NodeJS.ProcessEnv,
  words: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: tmpdir(),
    env: { PATH: pathWithNode(), HOME: tmpdir(), UV_THREADPOOL_SIZE: '6', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  living.add(child)
  const output = { said: '', complained: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output.said += text
      if (stream === child.stderr) output.complained += text
    })
  // `close` comes after the last of the output, `exit` may come before.
  const ended = new Promise<Ending>((resolve) =>
    child.once('close', (status, signal) => resolve({ status, signal })),
  )
  child.once('exit', () => living.delete(child))
  return {
    pid: child.pid ?? 0,
    said: () => output.said,
    complained: () => output.complained,
    says: (pattern) => waitForWords(() => output.said, pattern, ended),
    end: (signal) => {
      child.kill(signal)
      return ended
    },
    ended,
  }
}

/**
 * Starts `node src/main.ts` on a free port and waits until it is ready. Hashes are cheap unless `environment` says
 * otherwise.
 */
export async function startServiceProcess(environment: NodeJS.ProcessEnv): Promise<ServiceProcess> {
  const port = Number(environment['PORT'] ?? (await findFreePort()))
  const program = startProgram(programs.service, {
    PORT: String(port),
    LATCHKEY_PASSWORD_MEMORY_KIB: '1024',
    LATCHKEY_PASSWORD_PASSES: '1',
    ...environment,
  })
  await program.says(/Latchkey is ready/)
  const url = `http://127.0.0.1:${port}`
  return { ...program, url, port, as: (token) => createClient({ baseUrl: url, token, retries: 0 }) }
}

/**
 * Expects a program to end with a status that is not 0 and one line on standard error that says why, without stack and
 * without an error in the log.
 *
 * @returns the line
 */
export async function expectOneLine(program: Program): Promise<string> {
  expect(await program.ended).toEqual({ status: 1, signal: null })
  const [line = '', ...others] = program.complained().trimEnd().split('\n')
  expect(others).toEqual([])
  expect(line).toMatch(/^latchkey: /)
  expect(program.said()).not.toMatch(errorLine)
  return line
}

/** The service as the functions of `actors` and `tokens` want it, which use nothing of it but `as`. */
export function stageOf(service: Pick<TestService, 'as'>): TestService {
  return service as TestService
}

/** The database as `DATABASE_URL` names it; the folder of a unix socket is a host whose slashes are encoded. */
export function databaseUrl(address: DatabaseAddress): string {
  if ('connectionString' in address) return address.connectionString
  const { user, host, port, database } = address
  return `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`
}

/**
 * A port that nothing listens on. Taken below those which the system gives to outgoing connections, so that no other test
 * gets it by chance before it is used.
 */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    const found = (server.address() as AddressInfo).port
    server.close()
    await once(server, 'close')
    return found
  }
}

async function waitForWords(
  said: () => string,
  pattern: RegExp,
  ended: Promise<Ending>,
): Promise<RegExpExecArray> {
  const until = performance.now() + saysMs
  let ending: Ending | null = null
  void ended.then((value) => (ending = value))
  for (;;) {
    const hasEnded = ending !== null
    const match = pattern.exec(said())
    if (match !== null) return match
    if (hasEnded) throw new Error(`it ended before it said ${pattern}; it said:\n${said()}`)
    if (performance.now() > until) throw new Error(`it did not say ${pattern}; it said:\n${said()}`)
    await delay(10)
  }
}

/** Programs that look for `node` on their path must find the one that runs this. */
function pathWithNode(): string {
  return [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter)
}
