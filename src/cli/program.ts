import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { declareAuth } from './auth/commands.ts'
import { declareCheck } from './check/commands.ts'
import { declareClients } from './clients/commands.ts'
import { declareConfig } from './config/commands.ts'
import { declare, wholeNumber, withExamples } from './declare.ts'
import { declareKeys } from './keys/commands.ts'
import { declareUsers } from './users/commands.ts'

const introduction = `latchkey: the identity service whose contract cannot lie

Commands work on the database of the service, while it runs or not: the one of DATABASE_URL, or the embedded one of LATCHKEY_DATA_DIR (.latchkey). Give them the service's environment.`

const statuses = `
Exit status: 0 done, 1 failed, 2 not understood or not confirmed, 3 no such thing.
--json prints JSON and nothing else on standard output; --yes confirms what cannot be undone.`

/** The whole command line. Declares everything and loads nothing: help has to be there at once. */
export function createProgram(): Command {
  const program = new Command('latchkey')
    .description(introduction)
    .helpCommand(false)
    .version(versionOf(), '-V, --version')
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(`latchkey: ${text.replace(/^error: /, '')}`),
    })
  withExamples(program, [
    ['latchkey auth add alice@example.com -n backup -s read', 'make an app password; it is shown once'],
    ['latchkey auth ls', 'find it, and its id'],
    ['latchkey auth rm 019c303f-9800-7baa-a189-d5905dc3fe02', 'revoke it'],
    ['latchkey doctor', 'see whether everything is as it should be'],
  ])
  program.addHelpText('after', statuses)
  declareService(program)
  declareAuth(program)
  declareClients(program)
  declareUsers(program)
  declareKeys(program)
  declareConfig(program)
  declareCheck(program)
  declareExplain(program)
  declareMockIssuer(program)
  return program
}

function declareService(program: Command): void {
  declare(
    program,
    'serve',
    'start the service; settings come from the environment (docs/configuration.md)',
    [
      ['PORT=9000 latchkey serve', 'serve on http://localhost:9000, with the embedded PostgreSQL'],
      ['latchkey serve --workers 4', 'serve on four cores; for production, with a DATABASE_URL'],
    ],
    async () => (await import('./serve.ts')).serveWith,
  ).option('--workers <number>', 'processes that share the port (docs/operating.md)', wholeNumber(1, 64), 1)
  declare(
    program,
    'migrate',
    'bring the database to this version',
    [['DATABASE_URL=postgresql://… latchkey migrate', 'migrate before the new version starts']],
    async () => {
      const { migrate } = await import('./migrate.ts')
      return () => migrate(process.env)
    },
  )
  declare(
    program,
    'doctor',
    'look whether everything is as it should be, and say what to do where it is not',
    [
      ['latchkey doctor', 'a line for each thing looked at: ok, warn or FAIL'],
      ['latchkey doctor --json', 'the same for a script; the exit status is 1 when something fails'],
    ],
    async () => (await import('./doctor/doctor.ts')).examineEverything,
  ).option('--json', 'print JSON')
}

function declareExplain(program: Command): void {
  declare(
    program,
    'explain [request_id] [log_files...]',
    'tell from the log (standard input by default) why a request was refused',
    [
      [
        'latchkey explain 019c303f-a3b8-78ed-9a5c-f92f37dd8325 latchkey.log',
        'what was checked, what failed, and the fix',
      ],
    ],
    async () => {
      const { explain } = await import('./explain.ts')
      return (requestId?: string, files: readonly string[] = []) =>
        explain(process.env, requestId === undefined ? [] : [requestId, ...files])
    },
  )
}

function declareMockIssuer(program: Command): void {
  declare(
    program,
    'mock-issuer',
    'start an issuer to test against: in memory, any address signs in, any app is known',
    [
      ['latchkey mock-issuer', 'serve on http://localhost:8788; a page asks for an address'],
      ['latchkey mock-issuer --sign-in-as ann@example.com', 'without a page: for tests without a browser'],
    ],
    async () => (await import('./mockIssuer.ts')).serveMockIssuer,
  )
    .option(
      '-p, --port <port>',
      'where it listens, on the loopback (0: any free one)',
      wholeNumber(0, 65_535),
      8788,
    )
    .option('--sign-in-as <email>', 'who is signed in at every authorization; login_hint names somebody else')
}

function versionOf(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
