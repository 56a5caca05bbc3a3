import { expect } from 'vitest'
import {
  deleteApp,
  getUserinfo,
  issueToken,
  listApps,
  login,
  register,
  registerApp,
  type AppRegistrationResponse,
  type Client,
} from '../../client/index.ts'
import { obtainTokens, password, registerTestApp, signUp, type Person } from './actors.ts'
import { header, status } from './answers.ts'
import { stageOf } from './process.ts'
import type { TestService } from './service.ts'
import { credentialsOf, redeem, refresh, requestCode } from './tokens.ts'

/** What a call of the SDK resolves to, as far as it is looked at here. */
type Answer = { readonly data?: unknown; readonly error?: unknown; readonly response?: Response }

/** One answer: to what, when it came (milliseconds of `performance.now`), how long it took. Status 0: none came. */
export type Sample = {
  readonly name: string
  readonly status: number
  readonly error: string | null
  readonly retryAfter: number | null
  readonly at: number
  readonly ms: number
}

/** What people and apps ask for, by name, as often as it is called. Credentials are good, so whatever is refused is refused wrongly. */
export type Workload = Readonly<Record<WorkName, () => Promise<Sample>>>

/** Every kind of request in a workload. */
export type WorkName =
  | 'list'
  | 'registerApp'
  | 'register'
  | 'login'
  | 'clientCredentials'
  | 'exchange'
  | 'userinfo'
  | 'refresh'

/**
 * Signs somebody up, with an app and tokens, whose requests the workload makes. Each has a chain of refresh tokens of its own.
 * Who signs in over and over is somebody else: of an account with more than a hundred sessions the longest unused end, and
 * with them what came from them.
 */
export async function prepareWorkload(service: Pick<TestService, 'as'>): Promise<Workload> {
  const stage = stageOf(service)
  const [person, visitor] = await Promise.all([signUp(stage), signUp(stage)])
  const app = await registerTestApp(stage, person, { id_token_signed_response_alg: 'ES256' })
  const tokens = await obtainTokens(stage, person, app)
  const ask = (name: WorkName, call: () => Promise<Answer>) => () => sample(name, call)
  return {
    list: ask('list', () => listApps({ client: service.as(person.token) })),
    registerApp: ask('registerApp', registerWork(service.as(person.token))),
    register: ask('register', () =>
      register({ client: service.as(), body: { email: `${crypto.randomUUID()}@example.com`, password } }),
    ),
    login: ask('login', () => login({ client: service.as(), body: { email: visitor.email, password } })),
    clientCredentials: ask('clientCredentials', () =>
      issueToken({
        client: service.as(),
        body: { grant_type: 'client_credentials', ...credentialsOf(app) },
      }),
    ),
    exchange: exchangeWork(stage, person, app),
    userinfo: ask('userinfo', () => getUserinfo({ client: service.as(tokens.access_token) })),
    refresh: refreshWork(stage, app, tokens.refresh_token),
  }
}

/** An account may have so many apps and no more: each goes again. What could not be deleted now is with the next one. */
function registerWork(client: Client): () => Promise<Answer> {
  const left = new Set<string>()
  return async () => {
    const registered = await registerApp({ client, body: { name: 'Another' } })
    if (registered.data !== undefined) left.add(registered.data.app_id)
    for (const appId of left) {
      const { response } = await deleteApp({ client, path: { appId } }).catch(() => ({ response: undefined }))
      // Gone already: it was deleted, and the answer was lost.
      if (response?.status !== 204 && response?.status !== 404) break
      left.delete(appId)
    }
    return registered
  }
}

/** A code and its exchange count as one; an exchange that got no answer has spent its code, and the next call takes a new one. */
function exchangeWork(
  stage: TestService,
  person: Person,
  app: AppRegistrationResponse,
): () => Promise<Sample> {
  return () =>
    sample('exchange', async () => {
      const asked = await requestCode(stage, person, app).catch((error: unknown) => ({ error }))
      return 'error' in asked ? unanswered(asked.error) : redeem(stage, app, asked)
    })
}

/** A refusal that the SDK has thrown, as the answer it was made from. */
function unanswered(error: unknown): Answer {
  const isRefusal = typeof error === 'object' && error !== null && 'error' in error
  const headers = { 'retry-after': '1' }
  const code = isRefusal && error.error === 'temporarily_unavailable' ? 503 : 500
  return isRefusal ? { error, response: new Response(null, { status: code, headers }) } : { error }
}

/** Goes from each refresh token to the next; where no answer came, the same one is presented again. */
function refreshWork(
  stage: TestService,
  app: AppRegistrationResponse,
  first: string | undefined,
): () => Promise<Sample> {
  let current = first
  return () =>
    sample('refresh', async () => {
      const answer = await refresh(stage, app, current)
      current = answer.data?.refresh_token ?? current
      return answer
    })
}

async function sample(name: WorkName, call: () => Promise<Answer>): Promise<Sample> {
  const begun = performance.now()
  const answer: Answer = await call().catch((error: unknown) => ({ error }))
  const at = performance.now()
  const retryAfter = header(answer, 'retry-after')
  return {
    name,
    status: status(answer) ?? 0,
    error: describeError(answer.error),
    retryAfter: retryAfter === null ? null : Number(retryAfter),
    at,
    ms: at - begun,
  }
}

/** The code of a refusal, the message of whatever else went wrong; null when nothing did. */
function describeError(error: unknown): string | null {
  if (error === undefined) return null
  if (typeof error === 'object' && error !== null && 'error' in error) return String(error.error)
  return error instanceof Error ? error.message : JSON.stringify(error)
}

/** Requests that go on until they are stopped. */
export type Load = { readonly samples: readonly Sample[]; stop(): Promise<void> }

/**
 * Makes `clients` people ask one after the other, each as fast as answers come.
 *
 * @param pauseMs  between two requests of one of them
 */
export function startLoad(works: readonly (() => Promise<Sample>)[], pauseMs = 0): Load {
  const samples: Sample[] = []
  const state = { isOver: false }
  const loops = works.map(async (work) => {
    while (!state.isOver) {
      samples.push(await work())
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  })
  return {
    samples,
    stop: async () => {
      state.isOver = true
      await Promise.all(loops)
    },
  }
}

/** Whether it was served. */
export const isServed = ({ status: code }: Sample) => code >= 200 && code < 300

/**
 * Expects of each answer that it is what was asked for, or "not now" with a time to come back; and that it came within eight
 * seconds. A refusal for good, an error of ours or silence fails.
 */
export function expectCalm(samples: readonly Sample[]): void {
  const wrong = samples.filter((each) => !isServed(each) && !isNotNow(each))
  // The first of each kind: thousands of one would hide the others.
  const kinds = new Map(wrong.toReversed().map((each) => [`${each.name} ${each.status} ${each.error}`, each]))
  expect([...kinds.values()]).toEqual([])
  // No spread: half an hour has more samples than a call may have arguments.
  expect(samples.reduce((most, { ms }) => Math.max(most, ms), 0)).toBeLessThan(8_000)
}

function isNotNow({ status: code, error, retryAfter }: Sample): boolean {
  return code === 503 && error === 'temporarily_unavailable' && retryAfter !== null && retryAfter >= 1
}
