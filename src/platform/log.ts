import { destination as fileDestination, pino, stdTimeFunctions, type Bindings, type Logger } from 'pino'

import { describeError, redact, redactText, safeMessage } from './redaction.ts'

/** How much is written. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/**
 * What the rest of the house needs of a log. A line has an object of facts (reason, request id, ids) and a
 * fixed sentence.
 */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'> & { child(bindings: Bindings): Log }

/** Where lines go. */
export type LogDestination = { write(line: string): unknown }

/**
 * Makes the log: pino, with every argument, format value and child binding redacted before pino sees it.
 * Requests, replies and errors are cut down to an allow-list; headers, query strings, bodies, tokens,
 * secrets, e-mail addresses and SQL never appear.
 *
 * @param options.pretty       one readable line each instead of JSON, for a terminal
 * @param options.destination  default: standard output
 * @returns a pino logger, which Fastify accepts as `loggerInstance`
 */
export function createLog(options: {
  readonly level: LogLevel
  readonly pretty?: boolean
  readonly destination?: LogDestination
}): Logger {
  // pino's own way to standard output survives a reader that went away, which a stream of node does not.
  const output: LogDestination = options.destination ?? fileDestination(1)
  const destination = options.pretty ? { write: (line: string) => output.write(prettyLine(line)) } : output
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      // Redaction happens in the hook; these keep pino's and Fastify's own serializers from running after it.
      serializers: { err: keep, req: keep, res: keep },
      hooks: {
        logMethod(args, method) {
          Reflect.apply(method, this, redactArguments(args))
        },
      },
    },
    destination,
  )
  return withRedactedChildren(logger)
}

function keep(value: unknown): unknown {
  return value
}

/**
 * Bindings of a child go past the hook, so `child` redacts them itself. Children inherit it by their
 * prototype.
 */
function withRedactedChildren(logger: Logger): Logger {
  const child: unknown = Reflect.get(logger, 'child')
  if (typeof child !== 'function') throw new Error('pino has no child loggers')
  const redacted = function (this: Logger, bindings: Bindings, options?: object): Logger {
    return Reflect.apply(child, this, [redact(bindings), options])
  }
  return Object.assign(logger, { child: redacted })
}

/**
 * Facts of which every member is the code's own (ids, names of routes, numbers) and none a stranger's text: written as they
 * are. For the one line that every request writes, redaction would cost more than the line.
 */
export class VettedFacts {
  readonly [member: string]: string | number | undefined
  constructor(facts: Readonly<Record<string, string | number | undefined>>) {
    Object.assign(this, facts)
  }
}

function redactArguments(args: readonly unknown[]): readonly unknown[] {
  const [first, ...rest] = args
  if (first instanceof VettedFacts) return args
  const values = rest.map(redact)
  if (first instanceof Error) return [{ err: describeError(first) }, ...orMessage(values, first)]
  if (typeof first === 'string') return [redactText(first), ...values]
  // pino would take the message of an error that stands in the facts; ours is the harmless one.
  const error = typeof first === 'object' && first !== null && 'err' in first ? first.err : null
  return [redact(first), ...(error instanceof Error ? orMessage(values, error) : values)]
}

function orMessage(values: readonly unknown[], error: Error): readonly unknown[] {
  return values.length > 0 ? values : [safeMessage(error)]
}

/**
 * `12:00:00 INFO  sentence  name=value …`, each value as JSON, so that no control character reaches the
 * terminal.
 */
function prettyLine(line: string): string {
  const { level, time, msg, err, ...facts } = membersOf(JSON.parse(line))
  const members = Object.entries(facts).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  const head = `${textOf(time).slice(11, 19)} ${textOf(level).toUpperCase().padEnd(5)}`
  return `${head} ${printable(textOf(msg))}${members.join('')}${prettyError(err)}\n`
}

function prettyError(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  const { stack, ...facts } = membersOf(error)
  const frames = Array.isArray(stack) ? stack.map((frame) => `\n    ${printable(textOf(frame))}`) : []
  return `\n  ${JSON.stringify(facts)}${frames.join('')}`
}

function membersOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function printable(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
}
