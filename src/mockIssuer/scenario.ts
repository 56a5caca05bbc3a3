import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { wireError, type ErrorPlace } from '../http/errors.ts'
import type { OperationEntry, OperationId } from '../http/operation.ts'
import { isErrorCode } from '../domain/explanations.ts'
import { refuse, type ErrorCode, type Refusal } from '../domain/refusal.ts'

/** What a request wants to happen to it. */
export type Scenario = {
  /** the answer is this error, once the request itself has been found good */
  readonly error?: ErrorCode
  /** milliseconds before anything is done */
  readonly slow?: number
  /** tokens of this answer have just expired */
  readonly expired?: true
  /** tokens of this answer have a signature that does not fit */
  readonly forged?: true
  /** every key that signs is replaced first; the former ones only verify */
  readonly rotate?: true
  /** everything is done, and then the connection ends without an answer */
  readonly drop?: true
}

declare module 'fastify' {
  interface FastifyRequest {
    /** what the request wants to happen to it; null: nothing */
    scenario: Scenario | null
  }
}

const headerName = 'x-mock-scenario'
/** For browsers, which cannot set a header: the query of any operation. */
const queryName = 'mock_scenario'
const longestDelay = 60_000
const flags = ['expired', 'forged', 'rotate', 'drop'] as const

const running = new AsyncLocalStorage<Scenario>()

/** The scenario of the request that is being answered; empty: none. */
export function currentScenario(): Scenario {
  return running.getStore() ?? {}
}

/** Reads `error=invalid_grant`, `slow=500`, `expired`, or several of them with commas between. Null: it is none. */
export function parseScenario(text: string): Scenario | null {
  const scenario: Record<string, unknown> = {}
  for (const part of text.split(',')) {
    const [name = '', value, ...rest] = part.trim().split('=')
    if (rest.length > 0) return null
    if (name === 'error' && isErrorCode(value)) scenario['error'] = value
    else if (name === 'slow' && isDelay(value)) scenario['slow'] = Number(value)
    else if (value === undefined && flags.some((flag) => flag === name)) scenario[name] = true
    else return null
  }
  return scenario
}

function isDelay(value: string | undefined): boolean {
  return /^\d{1,5}$/.test(value ?? '') && Number(value) <= longestDelay
}

/** What a refusal of a scenario says besides its code: as the real one would. */
const details: Readonly<Partial<Record<ErrorCode, Parameters<typeof refuse>[3]>>> = {
  rate_limit_exceeded: { retryAfterSeconds: 1 },
  temporarily_unavailable: { retryAfterSeconds: 1 },
  insufficient_scope: { scope: 'openid' },
  insufficient_user_authentication: { maxAgeSeconds: 300, acrValues: 'aal2' },
  mfa_required: { mfa: { token: 'mfa_scenario', methods: ['totp'] } },
}

/** The refusal that a scenario asks for. */
export function scenarioRefusal(code: ErrorCode): Refusal {
  return refuse(code, 'A scenario of the mock issuer asked for this error', undefined, details[code])
}

/** Scenarios that wait for the next request of an operation. */
export type Waiting = Map<OperationId, Scenario[]>

/** Makes every request of a server play its scenario. @param rotate  replaces the keys that sign */
export function playScenarios(
  app: FastifyInstance,
  {
    waiting,
    place,
    rotate,
  }: { readonly waiting: Waiting; readonly place: () => ErrorPlace; readonly rotate: () => Promise<void> },
): void {
  app.decorateRequest('scenario', null)
  app.addHook('onRequest', async (request, reply) => {
    const operations = request.routeOptions.config.operations ?? []
    const asked = askedScenario(request)
    const scenario = asked === undefined ? waitingFor(operations, waiting) : parseScenario(asked)
    const problem = asked === undefined ? null : problemOf(scenario, operations, place())
    if (problem !== null) return reply.code(400).send(wireError(problem, request.id, place()).body)
    request.scenario = scenario
    if (scenario?.slow !== undefined) await delay(scenario.slow)
    if (scenario?.rotate) await rotate()
    // What is rendered once has no handler that could refuse.
    if (scenario?.error !== undefined && operations[0]?.isStatic) {
      const { status, headers, body } = wireError(scenarioRefusal(scenario.error), request.id, place())
      return reply.code(status).headers(headers).send(body)
    }
    return undefined
  })
  app.addHook('preHandler', (request, _reply, done) => running.run(request.scenario ?? {}, done))
  app.addHook('onSend', async (request, _reply, payload) => {
    if (request.scenario?.drop) request.raw.socket.destroy()
    return request.scenario?.forged && typeof payload === 'string' ? forge(payload) : payload
  })
}

/** The scenario in a header or in the query, where it is taken away: no operation knows it. */
function askedScenario(request: FastifyRequest): string | undefined {
  const header = request.headers[headerName]
  const query = request.query as Record<string, string> | null
  const inQuery = query?.[queryName]
  if (query !== null && typeof query === 'object') delete query[queryName]
  return inQuery ?? (typeof header === 'string' ? header : undefined)
}

function waitingFor(operations: readonly OperationEntry[], waiting: Waiting): Scenario | null {
  for (const { id } of operations) {
    const next = waiting.get(id)?.shift()
    if (next !== undefined) return next
  }
  return null
}

/** What is wrong with a scenario: it is none, or its error is nothing that the operation ever answers. */
function problemOf(
  scenario: Scenario | null,
  operations: readonly OperationEntry[],
  place: ErrorPlace,
): Refusal | null {
  if (scenario === null) return refuse('invalid_request', `${headerName} is no scenario that is known`)
  if (scenario.error === undefined || isRedirected(operations)) return null
  const { status } = wireError(scenarioRefusal(scenario.error), '', place)
  if (operations.some(({ statuses }) => statuses.includes(status))) return null
  return refuse('invalid_request', `The operation never answers ${status}, which ${scenario.error} would be`)
}

/** An authorization tells the app of any error, at its redirect URI. */
function isRedirected(operations: readonly OperationEntry[]): boolean {
  return operations.some(({ path }) => path === '/oauth2/authorize')
}

/** Turns the first character of each signature round, which always is another signature. */
function forge(payload: string): string {
  return payload.replaceAll(
    /(ey[\w-]+\.ey[\w-]+\.)([\w-])/g,
    (_all, signed: string, first: string) => signed + (first === 'A' ? 'B' : 'A'),
  )
}
