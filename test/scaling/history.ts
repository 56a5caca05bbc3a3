import { randomUUID } from 'node:crypto'
import {
  introspectToken,
  issueToken,
  register,
  revokeToken,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import { password, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { stageOf } from '#test/support/process.ts'
import type { TestService } from '#test/support/service.ts'
import { credentialsOf, redeem, refresh, requestCode, type RequestedCode } from '#test/support/tokens.ts'
import type { Member } from './postgres.ts'

/** What was answered with success: all of it has to be there afterwards. */
export type History = {
  /** addresses of accounts */
  readonly registered: string[]
  /** codes that were redeemed, and the refresh tokens that came of them */
  readonly redeemed: { readonly requested: RequestedCode; readonly refreshToken: string }[]
  /** the newest refresh token of each chain */
  readonly newest: Map<number, string>
  /** access tokens that were revoked */
  readonly revoked: string[]
  /** every answer: its status (0: none came), when it came, how long it took, in milliseconds */
  readonly answers: {
    readonly status: number
    readonly error: string | null
    readonly at: number
    readonly ms: number
  }[]
}

/** What of a history is not there. */
export type Loss = {
  readonly accounts: number
  /** codes that could be redeemed a second time */
  readonly codesTwice: number
  /** grants whose refresh token is unknown */
  readonly grants: number
  /** chains whose newest refresh token is unknown */
  readonly chains: number
  /** access tokens that are active although they were revoked */
  readonly revocations: number
}

/** Nothing is lost. */
export const nothing: Loss = { accounts: 0, codesTwice: 0, grants: 0, chains: 0, revocations: 0 }

/** People and apps whose requests make a history. */
export type Actors = { readonly person: Person; readonly app: AppRegistrationResponse }

type Door = Pick<TestService, 'as'>
type Answer = { readonly data?: unknown; readonly error?: unknown; readonly response?: Response }

/** Signs somebody up with an app whose access tokens are remembered by the server. */
export async function prepareActors(door: Door): Promise<Actors> {
  const person = await signUp(door)
  const app = await registerTestApp(door, person, { scopes: ['openid', 'profile', 'email', 'read'] })
  return { person, app }
}

/**
 * Asks by four kinds of requests that write, each over and over, until it is stopped.
 *
 * @param pauseMs  between two requests of a kind
 */
export function startHistory(
  door: Door,
  { person, app }: Actors,
  pauseMs = 10,
): { readonly history: History; stop(): Promise<void> } {
  const stage = stageOf(door)
  const history: History = { registered: [], redeemed: [], newest: new Map(), revoked: [], answers: [] }
  const state = { isOver: false }

  /** @returns the data of a success; null for anything else, which is noted */
  async function note<T>(
    call: () => Promise<{ readonly data?: T; readonly error?: unknown }>,
  ): Promise<T | null> {
    const begun = performance.now()
    const answer = await call().catch((error: unknown): Answer => ({ error }))
    const at = performance.now()
    history.answers.push({ status: status(answer) ?? 0, error: errorOf(answer.error), at, ms: at - begun })
    const code = status(answer) ?? 0
    return code >= 200 && code < 300 ? ((answer.data ?? {}) as T) : null
  }

  async function registerOne(): Promise<void> {
    const email = `${randomUUID()}@example.com`
    if ((await note(() => register({ client: door.as(), body: { email, password } }))) !== null)
      history.registered.push(email)
  }

  async function redeemOne(): Promise<RequestedCode | null> {
    const requested = await requestCode(stage, person, app, { scope: 'profile email' }).catch(() => null)
    if (requested === null) return null
    const tokens = await note(() => redeem(stage, app, requested))
    if (tokens?.refresh_token !== undefined)
      history.redeemed.push({ requested, refreshToken: tokens.refresh_token })
    return requested
  }

  async function revokeOne(): Promise<void> {
    const body = { grant_type: 'client_credentials', scope: 'read', ...credentialsOf(app) } as const
    // Not noted: it writes nothing, and works while nothing can be written.
    const made = await issueToken({ client: door.as(), body }).catch(() => ({ data: undefined }))
    const token = made.data?.access_token
    if (token === undefined) return
    const ended = await note(() => revokeToken({ client: door.as(), body: { token, ...credentialsOf(app) } }))
    if (ended !== null) history.revoked.push(token)
  }

  async function refreshOne(chain: number): Promise<void> {
    const known = history.newest.get(chain)
    if (known === undefined) {
      const requested = await requestCode(stage, person, app, { scope: 'profile email' }).catch(() => null)
      const tokens = requested && (await note(() => redeem(stage, app, requested)))
      if (tokens?.refresh_token !== undefined) history.newest.set(chain, tokens.refresh_token)
      return
    }
    const tokens = await note(() => refresh(stage, app, known))
    if (tokens?.refresh_token !== undefined) history.newest.set(chain, tokens.refresh_token)
  }

  const works = [registerOne, redeemOne, revokeOne, () => refreshOne(0), () => refreshOne(1)]
  const loops = works.map(async (work) => {
    while (!state.isOver) {
      await work()
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  })
  return {
    history,
    stop: async () => {
      state.isOver = true
      await Promise.all(loops)
    },
  }
}

/** Compares what was answered with what is there. Codes come last: one that is presented again ends its grant. */
export async function findLoss(
  door: Door,
  { app }: Actors,
  history: History,
  database: Member,
): Promise<Loss> {
  const stage = stageOf(door)
  const rows = await database.ask('select email from users where email = any($1)', [history.registered])
  const isKnown = async (token: string) => status(await refresh(stage, app, token)) === 200
  const isActive = async (token: string) => {
    const body = { token, ...credentialsOf(app) }
    return (await introspectToken({ client: door.as(), body, throwOnError: true })).data.active
  }
  const isRedeemedAgain = async ({ requested }: { readonly requested: RequestedCode }) =>
    status(await redeem(stage, app, requested)) === 200
  return {
    accounts: history.registered.length - rows.length,
    grants: await count(history.redeemed, async ({ refreshToken }) => !(await isKnown(refreshToken))),
    chains: await count([...history.newest.values()], async (token) => !(await isKnown(token))),
    revocations: await count(history.revoked, isActive),
    codesTwice: await count(history.redeemed, isRedeemedAgain),
  }
}

async function count<T>(items: readonly T[], isSo: (item: T) => Promise<boolean>): Promise<number> {
  let found = 0
  for (const item of items) if (await isSo(item)) found += 1
  return found
}

/** How many of each there are, for people. */
export function summaryOf({ registered, redeemed, newest, revoked, answers }: History): string {
  const kinds = Object.entries(Object.groupBy(answers, ({ status: code }) => code))
  const told = kinds.map(([code, all]) => `${all?.length} × ${code}`).join(', ')
  return `acknowledged: ${registered.length} accounts, ${redeemed.length} codes, ${newest.size} chains, ${revoked.length} revocations; answers: ${told}`
}

function errorOf(error: unknown): string | null {
  if (error === undefined) return null
  if (typeof error === 'object' && error !== null && 'error' in error) return String(error.error)
  return error instanceof Error ? error.message : JSON.stringify(error)
}
