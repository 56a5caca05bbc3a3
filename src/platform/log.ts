import { destination as fileDestination, pino, stdTimeFunctions, type Bindings, type Logger } from 'pino'

import { describeError, redact, redactText, safeMessage } from './redaction.ts'

/** How much is written. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/**
 * What the rest of the house needs of a log. A line has an object of facts (reason, request id, ids) and a
 * fixed sentence.
 */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'> & {
  child(bindings: Bindings): Log
  /** Writes the one line that every request has, at level `info`. */
  answered(facts: AnsweredFacts): void
}

/**
 * What the line of a request says. Every member is the code's own (ids, names of routes, numbers) and none a stranger's text:
 * nothing has to be redacted, and nothing escaped but `about`.
 */
export type AnsweredFacts = {
  readonly requestId: string
  /** hexadecimal digits; null: no trace of it is recorded */
  readonly traceId: string | null
  /** operation, method and route, as `aboutRoute` wrote them */
  readonly about: string
  readonly status: number
  /** milliseconds that the answer took */
  readonly ms: number
}

/** Writes the part of a request's line that is the same for all requests of a route: once. */
export function aboutRoute(facts: {
  readonly operationId: string | undefined
  readonly method: string
  readonly route: string | undefined
}): string {
  return JSON.stringify(facts).slice(1, -1)
}

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
}): Logger & Log {
  const output = outputTo(options.destination, options.pretty === true)
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
    output,
  )
  const isWritten = logger.isLevelEnabled('info')
  const answered = ({ requestId, traceId, about, status, ms }: AnsweredFacts): void => {
    if (!isWritten) return
    const time = timeText(Date.now())
    const traced = traceId === null ? '' : `"traceId":"${traceId}",`
    output.late(
      `{"level":"info","time":"${time}","requestId":"${requestId}",${traced}${about},"status":${status},"ms":${ms},"msg":"answered"}\n`,
    )
  }
  return Object.assign(withRedactedChildren(logger), { answered })
}

let spelled = { second: -1, text: '' }
/** The moment as the log spells it: many lines share their second. */
function timeText(now: number): string {
  const second = Math.floor(now / 1_000)
  if (second !== spelled.second) spelled = { second, text: new Date(now).toISOString().slice(0, -4) }
  return `${spelled.text}${String(now % 1_000).padStart(3, '0')}Z`
}

/** For how many milliseconds lines of requests may wait for others, so that they cost one write together. */
const lateMs = 10

/** `late` may wait for up to {@link lateMs}; any other line is written at once, behind those that wait. */
type Output = LogDestination & { late(line: string): void }

function outputTo(destination: LogDestination | undefined, pretty: boolean): Output {
  if (pretty) {
    const plain = destination ?? fileDestination(1)
    const write = (line: string) => plain.write(prettyLine(line))
    return { write, late: write }
  }
  return destination === undefined
    ? (standardOutput ??= createStandardOutput())
    : { write: (line) => destination.write(line), late: (line) => void destination.write(line) }
}

let standardOutput: Output | undefined

/** Lines stay in their order. What waits is written when the process ends in order; a killed one loses its last milliseconds. */
function createStandardOutput(): Output {
  // pino's own way to standard output survives a reader that went away, which a stream of node does not.
  const output = fileDestination(1)
  let waiting = ''
  const flush = () => {
    const lines = waiting
    waiting = ''
    if (lines !== '') output.write(lines)
  }
  process.on('exit', flush)
  return {
    write(line) {
      flush()
      output.write(line)
    },
    late(line) {
      if (waiting === '') setTimeout(flush, lateMs).unref()
      waiting += line
    },
  }
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

function redactArguments(args: readonly unknown[]): readonly unknown[] {
  const [first, ...rest] = args
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
