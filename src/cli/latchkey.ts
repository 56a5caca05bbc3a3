#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { createLog } from '../platform/log.ts'
import { openDatabase } from '../start.ts'
import { explainFailure } from './explainFailure.ts'
import { serve } from './serve.ts'
import { fail, say } from './terminal.ts'

const help = `latchkey: the identity service whose contract cannot lie

  latchkey serve     start the service; settings come from the environment (docs/configuration.md)
  latchkey migrate   bring the database to this version and exit

With neither DATABASE_URL nor a running service, both start the embedded PostgreSQL of LATCHKEY_DATA_DIR.`

/** Brings the database up to date, beside a running service or without one. */
async function migrate(environment: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(environment)
  if ('errors' in read) return fail(read.errors)
  try {
    const log = createLog({ level: 'warn' })
    const database = await openDatabase(read.config, { progress: say }, log)
    await database.stop()
    say('the database is up to date')
  } catch (error) {
    fail([explainFailure(error, read.config)])
  }
}

const commands: Readonly<Record<string, (environment: NodeJS.ProcessEnv) => Promise<void>>> = {
  serve,
  migrate,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { help: { type: 'boolean', short: 'h' } },
})
const [name] = positionals
const isAsked = name !== undefined && values['help'] !== true
const command = isAsked && Object.hasOwn(commands, name) ? commands[name] : undefined
if (command !== undefined) await command(process.env)
else if (name === undefined || values['help'] === true) process.stdout.write(`${help}\n`)
else fail([`there is no command ${JSON.stringify(name)}: see latchkey --help`])
