import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { introspectToken, issueToken, revokeToken } from '../../client/index.ts'
import { isTokenOptional } from '#src/cli/check/callers.ts'
import type { OperationEntry } from '#src/http/operation.ts'
import { registerTestApp } from '#test/support/actors.ts'
import { answerProblems, entries, exampleRequest, wireRequestOf } from '#test/support/contract.ts'
import { createLive, needsLive, type Live } from '#test/support/live.ts'
import { isAccountPage } from '#test/support/liveAccount.ts'
import {
  anewOf,
  createCast,
  expectedStatus,
  headersOf,
  usesUp,
  type Actor,
  type Cast,
} from '#test/support/matrix.ts'
import { expectRefusal, outcomeOf } from '#test/support/matrixAnswers.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send, type Answer } from '#test/support/wire.ts'

let service: TestService
let cast: Cast
const tally = new Map<string, Map<number, number>>()

beforeAll(async () => {
  const unlimited = { LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' }
  service = await startService({ ...openRegistration, ...unlimited })
  cast = await createCast(service)
})

afterAll(async () => {
  await service.stop()
  const lines = [...tally].map(([id, counts]) => {
    const cells = [...counts].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}×${times}`)
    return `${id.padEnd(24)}${cells.map((cell) => cell.padEnd(8)).join('')}`
  })
  process.stdout.write(`security matrix: answers by operation\n${lines.join('\n')}\n`)
})

const ofBrowsers = entries.filter((entry) => entry.audience === 'browser' && !isAccountPage(entry))
const ofRegistrations = entries.filter(({ security }) => security.some((each) => 'registrationToken' in each))
const ofUsers = entries.filter(
  (entry) =>
    entry.audience !== 'browser' && entry.clientAuthentication === null && !ofRegistrations.includes(entry),
)
const ofClients = entries.filter(({ clientAuthentication }) => clientAuthentication !== null)

/** What a request needs to be right in everything but the token. */
function valuesFor(entry: OperationEntry, target: { readonly appId: string; readonly secretId: string }) {
  const isCreated = entry.statuses.includes(201)
  const { victim, app } = cast
  return {
    ...target,
    client_id: app.app_id,
    email: isCreated ? `new-${randomBytes(6).toString('hex')}@example.com` : victim.email,
    username: victim.email,
    password: victim.password,
  }
}

/** An app that may be changed or deleted: the victim's own one has to stay as it is. */
async function createTarget() {
  const { app_id: appId } = await registerTestApp(service, cast.victim)
  const list = {
    method: 'GET',
    path: `/api/v1/apps/${appId}/secrets`,
    headers: { authorization: `Bearer ${cast.victim.token}` },
  }
  return { appId, secretId: (await send(service.url, list)).body[0].id as string }
}

async function ask(
  entry: OperationEntry,
  headers: Record<string, string>,
  target = { appId: cast.app.app_id, secretId: cast.secretId },
  live: Live['values'] | Live['members'] = {},
) {
  const values = { ...valuesFor(entry, target), ...live }
  const request = exampleRequest(entry, values)
  const isTokenInstead = isTokenOptional(entry) && ('authorization' in headers || 'x-auth-token' in headers)
  const sent = wireRequestOf(entry, isTokenInstead ? { ...request, body: null } : request, headers)
  const answer = await send(service.url, sent)
  count(entry, answer)
  expect(answerProblems(entry, answer)).toEqual([])
  return answer
}

function count({ id }: OperationEntry, { status }: Answer): void {
  const counts = tally.get(id) ?? new Map<number, number>()
  tally.set(id, counts.set(status, (counts.get(status) ?? 0) + 1))
}

/** Everything of the victim's that a refused call could have changed. */
async function snapshot(): Promise<unknown> {
  const headers = { authorization: `Bearer ${cast.victim.token}` }
  const paths = ['/api/v1/apps', `/api/v1/apps/${cast.app.app_id}`, `/api/v1/apps/${cast.app.app_id}/secrets`]
  const answers = await Promise.all(paths.map((path) => send(service.url, { method: 'GET', path, headers })))
  return answers.map(({ status, body }) => ({ status, body }))
}

describe.each(ofUsers)('$id', (entry) => {
  const carriers =
    entry.security.length === 0 ? (['authorization'] as const) : (['authorization', 'x-auth-token'] as const)
  const needsApp = entry.path.includes('{appId}') && !needsLive(entry)
  const isOpen = entry.security.length === 0

  test.skipIf(isOpen)('refuses everybody whom the contract does not name, and changes nothing', async () => {
    const before = await snapshot()
    const refused = cast.actors.filter((actor) => expectedStatus(entry, actor) >= 400)
    expect(refused.length).toBeGreaterThan(20)
    for (const [index, actor] of refused.entries()) {
      // In turn: both headers mean the same at every operation, and every actor is refused at many.
      const carrier = carriers[(index + entry.id.length) % carriers.length]!
      const answer = await ask(entry, headersOf(actor, carrier))
      expect({ actor: actor.name, carrier, status: answer.status }).toEqual({
        actor: actor.name,
        carrier,
        status: expectedStatus(entry, actor),
      })
      expectRefusal(entry, answer, answer.status, actor)
    }
    expect(await snapshot()).toEqual(before)
  })

  test('answers everybody else', async () => {
    const welcome = cast.actors.filter((actor) => expectedStatus(entry, actor) < 300)
    expect(welcome.length).toBeGreaterThan(0)
    for (const actor of welcome)
      for (const carrier of carriers) {
        const asking = usesUp.has(entry.id) ? await anewOf(actor) : actor
        const owner = { ...cast, ...(asking.token !== null && { token: asking.token }) }
        const { values, members } = await createLive(service, owner, entry.id)
        const target = needsApp ? await createTarget() : undefined
        const answer = await ask(entry, headersOf(asking, carrier), target, { ...values, ...members })
        expect({ actor: actor.name, carrier, status: answer.status }).toEqual({
          actor: actor.name,
          carrier,
          status: expectedStatus(entry, actor),
        })
      }
  })
})

/** What only the browser may do that has begun it: its cookies and the token of its form prove it. */
const bound = new Set<string>([
  ...['showSignIn', 'submitSignIn', 'showConsent', 'submitConsent'],
  ...['showSecondFactor', 'submitSecondFactor', 'submitPasskeySignIn'],
  ...['showSignUp', 'submitSignUp', 'showAccountChoice', 'submitAccountChoice'],
  ...['submitPasswordReset', 'submitEmailVerification', 'submitEmailChange', 'submitSignOut'],
])
const ofTheirBrowser = ofBrowsers.filter(({ id }) => bound.has(id))
const ofAnyBrowser = ofBrowsers.filter(({ id }) => !bound.has(id))
const garbage = 'garbage; =; latchkey-browser=garbage; latchkey-session=garbage'

/**
 * The status by which an operation says yes: 200 for a page that is shown; elsewhere a 200 beside a 303 is another case, a form that
 * goes to the app, or a question. Who is not signed in is led to the sign-in by what asks for a second proof.
 */
const successOf = ({ id, statuses }: OperationEntry): number =>
  (statuses.includes(303) && !id.startsWith('show')) || id === 'showStepUp'
    ? 303
    : statuses.find((status) => status < 400)!

describe.each(ofTheirBrowser)('$id', (entry) => {
  const isForm = entry.method === 'POST'

  test('refuses every browser but its own, whatever token it brings, and uses nothing up', async () => {
    const before = await snapshot()
    const live = await createLive(service, cast, entry.id)
    const foreign = await createLive(service, cast, entry.id)
    const { cookie: foreignCookie = '' } = foreign.headers
    const { cookie: _own, ...origin } = live.headers
    expect(foreignCookie).not.toBe('')
    for (const actor of cast.actors)
      for (const cookie of [undefined, garbage, foreignCookie]) {
        const headers = { ...headersOf(actor, 'authorization'), ...origin }
        const sent = cookie === undefined ? headers : { ...headers, cookie }
        const answer = await ask(entry, sent, undefined, live.values)
        expect({ actor: actor.name, cookie, status: answer.status }).toEqual({
          actor: actor.name,
          cookie,
          status: 400,
        })
        if (actor.token !== null && actor.token.length > 20) expect(answer.text).not.toContain(actor.token)
      }
    expect(await snapshot()).toEqual(before)
    const own = await ask(entry, { ...live.headers }, undefined, live.values)
    expect(own.status).toBe(successOf(entry))
  })

  test.runIf(isForm)('refuses its own browser with a form that is not from its page', async () => {
    const live = await createLive(service, cast, entry.id)
    const foreign = await createLive(service, cast, entry.id)
    const forms = [
      { headers: { ...live.headers, origin: 'https://evil.example' }, values: live.values },
      { headers: { ...live.headers, origin: 'null' }, values: live.values },
      { headers: { ...live.headers, 'sec-fetch-site': 'cross-site' }, values: live.values },
      {
        headers: live.headers,
        values: { ...live.values, form_token: foreign.values['form_token'] ?? 'none' },
      },
    ]
    for (const { headers, values } of forms)
      expect((await ask(entry, { ...headers }, undefined, values)).status).toBe(400)
  })
})

describe.each(ofAnyBrowser)('$id', (entry) => {
  test('answers everybody, whatever token or cookie they bring', async () => {
    const { values } = await createLive(service, cast, entry.id)
    for (const actor of cast.actors)
      for (const cookie of [undefined, garbage]) {
        const headers = headersOf(actor, 'authorization')
        const answer = await ask(
          entry,
          cookie === undefined ? headers : { ...headers, cookie },
          undefined,
          values,
        )
        expect({ actor: actor.name, cookie, status: answer.status }).toEqual({
          actor: actor.name,
          cookie,
          status: successOf(entry),
        })
        if (actor.token !== null && actor.token.length > 20) expect(answer.text).not.toContain(actor.token)
      }
  })
})

describe.each(ofClients)('$id', (entry) => {
  const urls = [entry.path, ...entry.aliases]
  const forms = entry.consumes.flatMap((mediaType) => urls.map((path) => ({ mediaType, path })))

  test.each(forms)('proves the app at $path by $mediaType', async ({ mediaType, path }) => {
    for (const actor of cast.clients) {
      const { client_id: _id, client_secret: _secret, ...body } = exampleRequest(entry).body ?? {}
      const headers: Record<string, string> =
        actor.authorization === undefined ? {} : { authorization: actor.authorization }
      const request = { path: {}, query: {}, body: { ...body, ...actor.members } }
      const answer = await send(service.url, wireRequestOf({ ...entry, path }, request, headers, mediaType))
      count(entry, answer)
      expect(answerProblems(entry, answer), actor.name).toEqual([])
      const publicOutcome = entry.clientAuthentication === 'required' ? 401 : 'known'
      const outcome = actor.outcome === 'public' ? publicOutcome : actor.outcome
      expect({ actor: actor.name, outcome: outcomeOf(answer, outcome) }).toEqual({
        actor: actor.name,
        outcome,
      })
      if (answer.status === 401) expect(answer.headers['www-authenticate']).toMatch(/^Basic realm="latchkey"/)
    }
  })
})

describe.each(ofRegistrations)('$id', (entry) => {
  test('is for the client that the path names, and nobody else', async () => {
    const own = await registerByItself(service)
    const other = await registerByItself(service)
    const values = { clientId: own.client_id, client_id: own.client_id }
    const foreign = { name: 'another client', token: other.registration_access_token } as Actor
    for (const actor of [...cast.actors, foreign])
      for (const carrier of ['authorization', 'x-auth-token'] as const) {
        const answer = await ask(entry, headersOf(actor, carrier), undefined, values)
        const isTwo = actor.other !== undefined && actor.other !== actor.token
        // An app password is a good token that opens nothing here (RFC 6750 §3.1).
        const ofKind = actor.kind === 'appPassword' ? 403 : 401
        expectRefusal(entry, answer, isTwo ? 400 : ofKind, actor)
      }
    const self = { 'x-auth-token': own.registration_access_token }
    expect((await ask(entry, self, undefined, values)).status).toBe(successOf(entry))
  })
})

describe("another app's token", () => {
  test('is neither told about nor ended, and an unknown one reads the same', async () => {
    const { victim, app, refreshToken } = cast
    const other = await registerTestApp(service, victim)
    const client = service.as()
    const credentials = { client_id: other.app_id, client_secret: other.app_secret! }
    for (const token of [refreshToken, 'refresh_unknown']) {
      const { data } = await introspectToken({ client, body: { token, ...credentials } })
      expect(data).toEqual({ active: false })
      const { response } = await revokeToken({ client, body: { token, ...credentials } })
      expect(response?.status).toBe(200)
    }
    const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken } as const
    const stolen = await issueToken({ client, body: { ...refresh, ...credentials } })
    expect(stolen.error).toMatchObject({ error: 'invalid_grant' })
    const own = await issueToken({
      client,
      body: { ...refresh, client_id: app.app_id, client_secret: app.app_secret! },
    })
    expect(own.response?.status).toBe(200)
  })
})
