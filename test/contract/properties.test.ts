import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createAppSecret,
  deleteApp,
  listAppSecrets,
  type AppRegistrationResponse,
} from '../../client/index.ts'
import type { OperationEntry } from '#src/http/operation.ts'
import {
  obtainTokens,
  password,
  redirectUri,
  registerTestApp,
  signIn,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import type { Known } from '#test/support/arbitrary.ts'
import { arbitraryAttempt, type Attempt } from '#test/support/attempt.ts'
import { addressedBy, answerProblems, entries } from '#test/support/contract.ts'
import { marker } from '#test/support/hostile.ts'
import { createLive, needsLive, type Live } from '#test/support/live.ts'
import { usesUp } from '#test/support/matrix.ts'
import { openWithoutLimits } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf } from '#test/support/tokens.ts'
import { uploadAvatar } from '#test/support/uploads.ts'
import { send, type Answer } from '#test/support/wire.ts'

/** Cases an operation. The seed is fixed, so that a run that fails fails again; more cases dig deeper by hand. */
const numRuns = Number(process.env['CASES'] ?? 20)
const seed = Number(process.env['SEED'] ?? 20260206)

let service: TestService
let person: Person
let app: AppRegistrationResponse
let accessToken: string
let known: Known

beforeAll(async () => {
  service = await startService(openWithoutLimits)
  person = await signUp(service)
  app = await registerTestApp(service, person, {
    scopes: ['openid', 'profile', 'email', 'read', 'offline_access'],
    response_types: ['code', 'token'],
    require_pkce: false,
  })
  await uploadAvatar(service, person)
  known = await createKnown()
  await signInAnew()
})
afterAll(() => service.stop())

// Once more where the last time may be too long ago, or its session ended: an account keeps a hundred, the longest unused go.
// Tokens to be used up come from a grant of their own.
async function signInAnew(): Promise<void> {
  person = { ...person, token: await signIn(service, person.email) }
  accessToken = (await obtainTokens(service, person, app)).access_token
  const { access_token: token, refresh_token: refresh } = await obtainTokens(service, person, app)
  known = { ...known, refresh_token: [refresh], token: [refresh, token], access_token: [token] }
}

/** What exists and stays, by the names under which operations ask for it. */
async function createKnown(): Promise<Known> {
  const path = { appId: app.app_id }
  const { data } = await createAppSecret({
    client: service.as(person.token),
    path,
    body: { name: 'second' },
    throwOnError: true,
  })
  return {
    appId: [app.app_id, app.application.id],
    secretId: [data.id],
    client_id: [app.app_id],
    client_secret: [app.app_secret, data.app_secret],
    redirect_uri: [redirectUri],
    redirect_uris: [[redirectUri], ['http://127.0.0.1/callback']],
    post_logout_redirect_uris: [[], ['https://example.com/']],
    scope: ['openid', 'openid email', 'read', 'offline_access'],
    scopes: [['openid'], ['openid', 'read']],
    response_type: ['code', 'token'],
    code_challenge: [createHash('sha256').update('v'.repeat(43)).digest('base64url')],
    code_challenge_method: ['S256'],
    code_verifier: ['v'.repeat(43)],
    email: [person.email],
    username: [person.email],
    password: [password],
    resource: ['https://api.example.com'],
    consent: ['approve'],
    page: ['scopes'],
    // An error's code, by which its page is asked for; no grant has a code like it.
    code: ['invalid_grant'],
  }
}

/** Stands in an attempt for what has to be made anew for each, because a request may use it up. */
const livePlace = (name: string) => `live-${name}-`

/** Names of what the live values of an operation are known by. */
const liveNames = [
  ...'appId pictureId sessionId appPasswordId passkeyId secretId confirmation challenge_id credential'.split(
    ' ',
  ),
  ...'transaction form_token session token requestId login password mfa_token code clientId'.split(' '),
]

/** What exists, for an operation that is in need of something live with its places in the place of that. */
function knownFor(entry: OperationEntry): Known {
  // What is created must be new.
  const { email: _taken, ...others } = known
  const given = entry.statuses.includes(201) ? others : known
  if (entry.id === 'createAppPassword') return { ...given, scopes: [['read'], ['read', 'write']] }
  if (!needsLive(entry)) return given
  // A new authorization is begun with what is known; it has no other live value than its browser.
  if (entry.id === 'startAuthorization' || entry.id === 'submitAuthorization') return given
  const places = liveNames.map((name) => [name, [livePlace(name)]] as const)
  const own: Known = entry.id === 'updateClient' ? { client_id: [livePlace('clientId')] } : {}
  return { ...given, ...Object.fromEntries(places), ...own, decision: ['approve', 'deny'] }
}

/** An attempt with live values in their places; a place that has none stays the garbage that it is. */
function withLive(attempt: Attempt, { values, members = {} }: Live): Attempt {
  const put = (text: string) =>
    Object.entries(values).reduce(
      (all, [name, value]) => all.replaceAll(livePlace(name), encodeURIComponent(value)),
      text,
    )
  const putMembers = (text: string) =>
    Object.entries(members).reduce(
      (all, [name, member]) => all.replaceAll(JSON.stringify(livePlace(name)), JSON.stringify(member)),
      text,
    )
  const { body } = attempt
  const written = typeof body === 'string' ? { body: put(putMembers(body)) } : {}
  return { ...attempt, path: put(attempt.path), ...written }
}

const badCookie = `latchkey-browser=${marker}; latchkey-session=${marker}; =; a`

/** The headers of who asks: by the kind of token, or of client authentication, that the operation wants. */
function credentialsFor(
  { audience, security, clientAuthentication }: OperationEntry,
  attempt: Attempt,
  live: Live,
  { token }: Person,
): Readonly<Record<string, string>> {
  if (attempt.principal === 'none') return {}
  if (attempt.principal === 'bad')
    return { authorization: `Bearer ${marker}`, 'x-auth-token': marker, cookie: badCookie }
  if (audience === 'browser' || 'registrationToken' in (security[0] ?? {})) return live.headers
  // Whoever brings a secret in the body may not bring it in a header as well.
  const isProven = clientAuthentication === null || String(attempt.body).includes('client_')
  if (security.length === 0)
    return isProven ? {} : { authorization: basicOf(app.app_id, app.app_secret!).Authorization }
  // Where a token is optional, it stands in the place of the body.
  const isOptional = security.some((requirement) => Object.keys(requirement).length === 0)
  if (isOptional && attempt.body !== undefined) return {}
  const isSession = security.some((requirement) => 'session' in requirement)
  return { authorization: `Bearer ${isSession ? token : accessToken}` }
}

const leaks = [
  /\n? +at .+:\d+:\d+/,
  /node_modules|\.ts:\d/,
  /\b(?:select|insert into|update|delete from)\b.+\b(?:from|values|set|where)\b/i,
  /SQLSTATE|duplicate key|violates|syntax error|relation "|invalid input syntax/i,
  /MikroORM|DriverException|\bajv\b|instancePath|fastify|FST_ERR/i,
]

/** Everything that is wrong with an answer, whatever was asked. */
function problemsOf(entry: OperationEntry, answer: Answer): string[] {
  const problems = [...answerProblems(entry, answer), ...redirectProblems(answer)]
  if (answer.status >= 500) problems.push(`status ${answer.status}`)
  if (answer.headers['x-request-id'] === undefined) problems.push('no X-Request-Id')
  const { location: _location, ...headers } = answer.headers
  if (JSON.stringify(headers).includes(marker)) problems.push('a header repeats what was sent')
  if (unescaped.test(answer.text) && !isJson(answer))
    problems.push('a page has what was sent as marks of its own')
  return answer.status < 400 ? problems : [...problems, ...errorProblems(entry, answer)]
}

/** What was sent, where a page would take it for marks of its own, see the texts that are hostile. */
const unescaped = new RegExp(`<(?:script|i)>${marker}`)

function isJson({ headers }: Answer): boolean {
  return headers['content-type']?.startsWith('application/json') === true
}

/** A redirect leads to a page of ours or to the app; only there may what was sent (its `state`) be repeated. */
function redirectProblems({ status, headers: { location } }: Answer): string[] {
  if (location === undefined) return status === 303 ? ['a redirect that leads nowhere'] : []
  const { origin } = new URL(location)
  return [service.config.issuer, new URL(redirectUri).origin].includes(origin)
    ? []
    : ['a redirect that leads elsewhere']
}

function errorProblems({ audience }: OperationEntry, answer: Answer): string[] {
  const problems: string[] = []
  const requestId = String(answer.headers['x-request-id'])
  // A form that is shown again has in its fields what was typed.
  const isForm = audience === 'browser' && answer.text.includes('<form ')
  if (answer.text.includes(marker) && !isForm) problems.push('an error repeats what was sent')
  for (const leak of leaks) if (leak.test(answer.text)) problems.push(`an error tells of the inside: ${leak}`)
  if (audience === 'browser' && !isForm && !answer.text.includes(`<code>${requestId}</code>`))
    problems.push('a page without its X-Request-Id')
  if (audience !== 'browser' && answer.body?.request_id !== requestId)
    problems.push('request_id differs from X-Request-Id')
  if (
    audience !== 'browser' &&
    answer.body?.error_uri !== `${service.config.issuer}/dev/requests/${requestId}`
  )
    problems.push('error_uri is not the page of this request')
  if (answer.status === 401 && answer.headers['www-authenticate'] === undefined)
    problems.push('401 without a challenge')
  if (answer.headers['cache-control'] !== 'no-store') problems.push('an error that may be cached')
  return problems
}

/** Statuses that each operation was brought to answer: a property that only ever saw 400 has shown little. */
const seen = new Map<string, Set<number>>()

describe.each(entries)('$id', (entry) => {
  test(
    'answers whatever comes within its contract',
    { timeout: 20_000 * Math.ceil(numRuns / 100) },
    async () => {
      const statuses = new Set<number>()
      seen.set(entry.id, statuses)
      if (entry.needsStepUp || entry.tag === 'oauth2') await signInAnew()
      const property = fc.asyncProperty(arbitraryAttempt(entry, knownFor(entry)), async (drawn) => {
        // An account may have so many app passwords and no more.
        const isFresh = usesUp.has(entry.id) || entry.path.includes('{appPasswordId}')
        const asking = isFresh ? await signUp(service) : person
        const live = await createLive(service, { app, victim: asking, token: asking.token }, entry.id)
        const attempt = withLive(drawn, live)
        const path = await renewedPath(entry, attempt)
        const violated = service.violations.length
        const headers = { ...attempt.headers, ...credentialsFor(entry, attempt, live, asking) }
        const addressed = addressedBy(entry, path, headers)
        const answer = await send(service.url, {
          method: entry.method,
          path,
          headers,
          body: attempt.body,
        })
        if (addressed === entry) statuses.add(answer.status)
        const problems = [
          ...problemsOf(addressed, answer),
          ...service.violations.slice(violated).map(({ problem }) => problem),
        ]
        expect({ status: answer.status, text: answer.text.slice(0, 300), problems }).toMatchObject({
          problems: [],
        })
      })
      await fc.assert(property, { numRuns, seed })
    },
  )
})

/** The app that the attempt before had. */
let former: string | null = null

/** For an operation that changes or deletes what its path names, every attempt has an app of its own. */
async function renewedPath({ method, path }: OperationEntry, attempt: Attempt): Promise<string> {
  if (!path.includes('{appId}') || method === 'GET') return attempt.path
  // An account may have so many apps and no more: the one of the attempt before goes.
  if (former !== null) await deleteApp({ client: service.as(person.token), path: { appId: former } })
  const fresh = await registerTestApp(service, person)
  former = fresh.app_id
  const { data: secrets = [] } = await listAppSecrets({
    client: service.as(person.token),
    path: { appId: fresh.app_id },
  })
  return attempt.path
    .replace(app.app_id, fresh.app_id)
    .replace(app.application.id, fresh.application.id)
    .replace(String(known['secretId']![0]), secrets[0]!.id)
}

describe('the attempts', () => {
  // Fewer cases do not find the way into every operation: the truth is recorded with ten.
  test.skipIf(numRuns < 40)(
    'bring every operation to success, and to refusal where there is something to refuse',
    () => {
      const shallow = entries.flatMap(({ id, security, consumes }) => {
        const statuses = [...(seen.get(id) ?? [])]
        const succeeded = statuses.some((status) => status < 400)
        const refused = statuses.some((status) => status >= 400)
        const isRefusable = security.length > 0 || consumes.length > 0
        return succeeded && (refused || !isRefusable) ? [] : [`${id}: ${statuses.toSorted().join(' ')}`]
      })
      expect(shallow).toEqual([])
    },
  )
})
