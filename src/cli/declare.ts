import { InvalidArgumentError, type Command } from 'commander'

/** What a command does with its arguments and, last, its options. */
type Action<Given extends readonly never[]> = (...given: Given) => Promise<void>

/** A command line, and what it does. */
type Example = readonly [string, string]

/**
 * Declares a command under another one.
 *
 * @param words     its name and arguments: `add [username]`
 * @param load      loads what it does: nothing else is imported before the command line is understood
 */
export function declare<Given extends readonly never[]>(
  parent: Command,
  words: string,
  description: string,
  examples: readonly Example[],
  load: () => Promise<Action<Given>>,
): Command {
  const command = parent.command(words).description(description)
  command.action(async (...given) => (await load())(...(given as unknown as Given)))
  return withExamples(command, examples)
}

/** Declares a word under which commands stand. */
export function declareGroup(
  parent: Command,
  name: string,
  description: string,
  examples: readonly Example[],
): Command {
  return withExamples(parent.command(name).description(description).helpCommand(false), examples)
}

/** Ends the help of a command with examples. */
export function withExamples(command: Command, examples: readonly Example[]): Command {
  const lines = examples.flatMap(([line, meaning]) => [`  $ ${line}`, `      ${meaning}`])
  command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
  return command.showHelpAfterError(hintOf(command))
}

/** A whole number within bounds, for an option. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  }
}

/** Adds an option's value to those before it, for options that may be repeated. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

function hintOf(command: Command): string {
  const path = []
  for (let at: Command | null = command; at !== null; at = at.parent) path.unshift(at.name())
  return `latchkey: see ${path.join(' ')} --help`
}
