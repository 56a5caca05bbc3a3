#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { fail } from './terminal.ts'

const help = `latchkey: the identity service whose contract cannot lie

  latchkey serve     start the service; settings come from the environment (docs/configuration.md)
  latchkey migrate   bring the database to this version and exit
  latchkey explain <request_id> [log file ...]
                     tell from the log (standard input by default) why a request was refused

With neither DATABASE_URL nor a running service, serve and migrate start the embedded PostgreSQL of LATCHKEY_DATA_DIR.`

/** A command gets the environment and what stands behind its name. */
type Command = (environment: NodeJS.ProcessEnv, args: readonly string[]) => Promise<void>

/** Each is loaded when it is asked for: whoever reads a log does not wait for a database library. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  migrate: async () => (await import('./migrate.ts')).migrate,
  explain: async () => (await import('./explain.ts')).explain,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { help: { type: 'boolean', short: 'h' } },
})
const [name, ...args] = positionals
const isAsked = name !== undefined && values['help'] !== true
const command = isAsked && Object.hasOwn(commands, name) ? commands[name] : undefined
if (command !== undefined) await (await command())(process.env, args)
else if (name === undefined || values['help'] === true) process.stdout.write(`${help}\n`)
else fail([`there is no command ${JSON.stringify(name)}: see latchkey --help`])
