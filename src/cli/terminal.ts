import { createInterface } from 'node:readline/promises'
import { failed, misused } from './failure.ts'

const longestStdin = 4096

/** Writes a line for a person, in the order of the log. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Says what is wrong, a line each on standard error. */
export function complain(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`latchkey: ${line}\n`)
}

/** Says what is wrong, a line each on standard error, and ends with exit status 1. */
export function fail(lines: readonly string[]): never {
  complain(lines)
  process.exit(1)
}

/** Tells a person who waits what takes time. A script hears nothing of it. */
export function note(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${line}\n`)
}

/**
 * What was given, or else what a person at the terminal answers. Questions go to standard error: standard output is for what
 * was asked for.
 *
 * @param otherwise  what to do where nobody can be asked, e.g. "give a name with -n"
 * @throws CommandFailure when there is no terminal
 */
export async function orAsk(given: string | undefined, question: string, otherwise: string): Promise<string> {
  if (given !== undefined) return given
  if (!isTerminal()) throw misused(otherwise)
  const answer = (await readLine(`${question}: `)).trim()
  if (answer === '') throw misused(otherwise)
  return answer
}

/** What a person at the terminal answers to a question that may be left open. @returns undefined when they do, or nobody is there */
export async function mayAnswer(question: string): Promise<string | undefined> {
  if (!isTerminal()) return undefined
  const answer = (await readLine(`${question}: `)).trim()
  return answer === '' ? undefined : answer
}

/** A password that somebody types without seeing it, twice. Throws like `orAsk`. */
export async function askNewPassword(otherwise: string): Promise<string> {
  if (!isTerminal()) throw misused(otherwise)
  const password = await readHidden('password: ')
  if (password !== (await readHidden('the same again: ')))
    throw failed('the two passwords differ: nothing was changed')
  return password
}

/** The first line of standard input, for secrets that come from a program. */
export async function readSecretLine(): Promise<string> {
  let text = ''
  process.stdin.setEncoding('utf8')
  for await (const part of process.stdin) {
    text += String(part)
    if (text.length > longestStdin) throw misused('standard input is too long for a password')
  }
  const [line = ''] = text.split(/\r?\n/)
  if (line === '') throw misused('standard input has no password: its first line is taken')
  return line
}

/**
 * Lets a person confirm what cannot be undone.
 *
 * @param question  what will happen, a sentence without its question mark
 * @throws CommandFailure when they do not, or when nobody is there and `yes` was not given
 */
export async function confirm(question: string, yes: boolean | undefined): Promise<void> {
  if (yes === true) return
  if (!isTerminal()) throw misused(`${question}? Add --yes to do it without being asked`)
  const answer = await readLine(`${question}? [y/N] `)
  if (!/^y(?:es)?$/i.test(answer.trim())) throw misused('not confirmed: nothing was changed')
}

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

async function readLine(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}

/** Reads a line without echo. Ctrl-C ends the process as it would anywhere. */
async function readHidden(question: string): Promise<string> {
  const { stdin } = process
  // Before the question is seen: whoever answers at once must not read the password on the screen.
  stdin.setRawMode(true).setEncoding('utf8').resume()
  process.stderr.write(question)
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed = ''
      const take = (text: string) => {
        for (const character of text) {
          if (character === '\r' || character === '\n' || character === '\u0004') return end(typed)
          if (character === '\u0003') return end(null)
          typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : typed + character
        }
      }
      const end = (password: string | null) => {
        stdin.off('data', take)
        if (password === null) reject(failed('nothing was changed'))
        else resolve(password)
      }
      stdin.on('data', take)
    })
  } finally {
    stdin.setRawMode(false).pause()
    process.stderr.write('\n')
  }
}
