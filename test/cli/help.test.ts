import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { createProgram } from '#src/cli/program.ts'
import { commandLineIn } from '#test/support/commandLine.ts'

const latchkey = commandLineIn({})

/** The words of every command there is, groups included. */
function everyCommand(command: Command, before: readonly string[] = []): readonly (readonly string[])[] {
  return command.commands.flatMap((each) => {
    const words = [...before, each.name()]
    return [words, ...everyCommand(each, words)]
  })
}

/** What `--help` prints of a command. */
function helpOf(words: readonly string[]): string {
  let text = ''
  const program = createProgram().configureOutput({ writeOut: (part) => (text += part) })
  const found = words.reduce<Command | undefined>(
    (command, word) => command?.commands.find((each) => each.name() === word),
    program,
  )
  found?.configureOutput(program.configureOutput()).outputHelp()
  return text
}

const commands = everyCommand(createProgram())

describe('latchkey --help', () => {
  it('names every command, without being asked as well, and tells the exit statuses', async () => {
    const { status, out, err } = await latchkey(['--help'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(await latchkey([])).toEqual({ status, out, err })
    for (const [name = ''] of commands) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(out).toContain(
      'Exit status: 0 done, 1 failed, 2 not understood or not confirmed, 3 no such thing.',
    )
  })

  it.each(commands.map((words) => [words.join(' ')]))('of %s has examples of itself', (line) => {
    const [, examples = ''] = helpOf(line.split(' ')).split('Examples:\n')
    expect(examples).toContain(`latchkey ${line}`)
  })

  it('has every command of the printed contract', () => {
    const lines = commands.map((words) => words.join(' '))
    const printed = [
      'serve',
      'migrate',
      'doctor',
      'explain',
      'config print',
      'config check',
      'keys ls',
      'keys rotate',
    ]
    for (const word of ['add', 'ls', 'show', 'rm', 'reset']) printed.push(`auth ${word}`)
    for (const word of ['ls', 'add', 'show', 'mod', 'rm']) printed.push(`clients ${word}`)
    for (const word of ['ls', 'show', 'add', 'suspend', 'rm']) printed.push(`users ${word}`)
    expect(lines).toEqual(expect.arrayContaining(printed))
  })
})

describe('a command line that is not understood', () => {
  it.each([
    ['uth ls', "unknown command 'uth'"],
    ['auth', 'Usage: latchkey auth'],
    ['auth forget', "unknown command 'forget'"],
    ['users show', "missing required argument 'user'"],
    ['users ls --jsn', "unknown option '--jsn'"],
    ['users ls extra', 'too many arguments'],
    ['users ls --count none', 'whole number from 1 to 1000'],
  ])('%s', async (line, complaint) => {
    const { status, out, err } = await latchkey(line.split(' '))
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(complaint)
    if (line !== 'auth') expect(err).toMatch(/^latchkey: see latchkey .*--help$/m)
  })
})

describe('npx latchkey', () => {
  it('runs the command of this checkout by the Node that it brings, whichever is installed', async () => {
    const root = dirname(
      fileURLToPath(import.meta.resolve('#src/README.md')).replace(/src\/README\.md$/, 'x'),
    )
    const run = promisify(execFile)
    const { stdout } = await run('npx', ['latchkey', 'config', 'check'], {
      cwd: root,
      env: { PATH: withoutProject(root), HOME: process.env['HOME'] },
    })
    expect(stdout).toContain('The settings are in order')
  })
})

/** The path as somebody has it who never heard of this project. */
function withoutProject(root: string): string {
  const folders = (process.env['PATH'] ?? '').split(':')
  return folders.filter((folder) => !folder.startsWith(join(root, 'node_modules'))).join(':')
}
