import { spawn, spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { login } from '../../client/index.ts'
import { password, signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { commandLineOf, jsonOf } from '#test/support/commandLine.ts'
import { databaseUrl, programs } from '#test/support/process.ts'
import { startService, type TestService } from '#test/support/service.ts'

// Each step starts a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

/** `script` of util-linux runs a program on a terminal; the one of other systems takes other words. */
const hasTerminal = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '')

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

/** Runs a command on a terminal and answers its questions one after the other; what the terminal showed comes back. */
function converse(words: readonly string[], answers: readonly (readonly [RegExp, string])[]) {
  const line = [process.execPath, programs.command, ...words].map((word) => `'${word}'`).join(' ')
  const { config, database } = service
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    env: {
      PATH: process.env['PATH'],
      TERM: 'dumb',
      DATABASE_URL: databaseUrl(database),
      LATCHKEY_DATA_DIR: config.dataDirectory,
      LATCHKEY_PASSWORD_MEMORY_KIB: '1024',
      LATCHKEY_PASSWORD_PASSES: '1',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const open = [...answers]
  let shown = ''
  let heard = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    const [question, answer] = open[0] ?? []
    if (question === undefined || !question.test(shown.slice(heard))) return
    heard = shown.length
    open.shift()
    child.stdin.write(`${answer}\r`)
  })
  return new Promise<{ status: number | null; shown: string }>((resolve) =>
    child.once('close', (ended) => resolve({ status: ended, shown })),
  )
}

describe.skipIf(!hasTerminal)('on a terminal', () => {
  it('a new password is asked for twice and never shown', async () => {
    const email = 'typed@example.com'
    const { status: ended, shown } = await converse(
      ['users', 'add'],
      [
        [/e-mail address: /, email],
        [/password: /, password],
        [/the same again: /, password],
      ],
    )
    expect(ended).toBe(0)
    expect(shown).toContain(`Made the account ${email}`)
    expect(shown).not.toContain(password)
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)
  })

  it('two passwords that differ make no account', async () => {
    const email = 'differs@example.com'
    const { status: ended, shown } = await converse(
      ['users', 'add', email],
      [
        [/password: /, password],
        [/the same again: /, 'password321'],
      ],
    )
    expect(ended).toBe(1)
    expect(shown).toContain('the two passwords differ')
    expect((await commandLineOf(service)(['users', 'show', email])).status).toBe(3)
  })

  it('what is missing is asked for, and what cannot be undone is confirmed', async () => {
    const person = await signUp(service)
    const made = await converse(
      ['auth', 'add', person.email],
      [
        [/name, to know it again: /, 'laptop'],
        [/scopes: read, write, or both: /, 'read'],
      ],
    )
    expect(made.status).toBe(0)
    expect(made.shown).toMatch(/shown once, keep it now -+\r\napppw_/)
    const latchkey = commandLineOf(service)
    const [{ id }] = await jsonOf(latchkey(['auth', 'ls', person.email, '--json']))

    const kept = await converse(
      ['auth', 'rm', id],
      [[/Revoke the app password "laptop" of .*\? \[y\/N\] /, '']],
    )
    expect(kept).toMatchObject({ status: 2, shown: expect.stringContaining('nothing was changed') })
    expect((await latchkey(['auth', 'show', id])).status).toBe(0)
    const removed = await converse(['auth', 'rm', id], [[/\[y\/N\] /, 'y']])
    expect(removed.status).toBe(0)
    expect((await latchkey(['auth', 'show', id])).status).toBe(3)
  })

  it('whoever is asked for the name of an app is asked where it gets its answers', async () => {
    const uri = 'https://example.com/callback'
    const made = await converse(
      ['clients', 'add'],
      [
        [/name of the app: /, 'Console'],
        [/redirect URI .*: /, uri],
      ],
    )
    expect([made.status, made.shown]).toEqual([0, expect.stringMatching(/redirect_uris +https:\/\/example/)])
    const machine = await converse(
      ['clients', 'add'],
      [
        [/name of the app: /, 'Backup'],
        [/redirect URI .*: /, ''],
      ],
    )
    expect([machine.status, machine.shown]).toEqual([0, expect.stringMatching(/redirect_uris +-/)])
  })
})
