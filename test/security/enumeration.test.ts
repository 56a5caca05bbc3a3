import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { databaseOf } from '#test/support/behindService.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { post } from '#test/support/entryPoints.ts'
import { enrolAuthenticator } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'
import { send, type Answer } from '#test/support/wire.ts'

let service: TestService
let person: Person
let suspended: Person
let guarded: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  // Hashes of a cost that can be seen in the time of an answer.
  service = await startService({ LATCHKEY_PASSWORD_MEMORY_KIB: '4096', LATCHKEY_PASSWORD_PASSES: '2' })
  person = await signUp(service)
  suspended = await signUp(service)
  guarded = await signUp(service)
  await enrolAuthenticator(service, guarded)
  app = await registerTestApp(service, person)
  const statement = 'update users set suspended_at = now() where id = $1'
  await runAsAdmin(await databaseOf(service), statement, [suspended.id])
})

afterAll(() => service.stop())

const logIn = (email: string, password: string) =>
  post(service, '/api/v1/auth/login', { email, password }, { isJson: true })

/** An answer without what differs between any two: what is left has to be equal. */
function visible({ status, headers, body }: Answer) {
  const { date: _d, 'x-request-id': _id, 'x-ratelimit-remaining': _left, ...rest } = headers
  const { request_id: _request, error_uri: _page, ...said } = body ?? {}
  return { status, headers: Object.entries(rest), said }
}

const nobody = () => `nobody-${randomUUID()}@example.com`

describe('login', () => {
  it('answers alike, to the order of headers, whatever is wrong', async () => {
    const wrong = visible(await logIn(person.email, 'a wrong password'))
    expect(wrong.status).toBe(401)
    const others = [
      await logIn(nobody(), person.password),
      await logIn('not an address', person.password),
      await logIn(`${person.email}.`, person.password),
      await logIn(suspended.email, suspended.password),
      await logIn(suspended.email, 'a wrong password'),
      await logIn(person.email, 'x'.repeat(1024)),
      await logIn(guarded.email, 'a wrong password'),
    ]
    for (const other of others) expect(visible(other)).toEqual(wrong)
  })

  it('computes one hash for everybody who is refused', async () => {
    const { passwords } = service.running.context
    for (const email of [person.email, nobody(), suspended.email, 'not an address']) {
      const before = passwords.load().running
      const answer = logIn(email, 'a wrong password')
      await until(() => passwords.load().running > before)
      expect((await answer).status).toBe(401)
    }
  })

  it('takes as long for an unknown address as for a known one', { timeout: 60_000 }, async () => {
    // A machine that is busy with other things may spoil one comparison; a hash that is saved shows in each of them.
    const differences = []
    for (let attempt = 0; attempt < 3; attempt++) {
      const difference = await compareTimes()
      if (difference < 0.25) return
      differences.push(difference)
    }
    expect(differences).toEqual([])
  })
})

/** How far the medians for an unknown and a suspended account are from that for a known one, as a part of it. */
async function compareTimes(): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[], suspended: [] as number[] }
  const measure = async (email: string, into: number[]) => {
    const started = performance.now()
    await logIn(email, 'a wrong password')
    into.push(performance.now() - started)
  }
  for (let round = 0; round < 30; round++) {
    await measure(person.email, times.known)
    await measure(nobody(), times.unknown)
    await measure(suspended.email, times.suspended)
  }
  const [known, unknown, locked] = [median(times.known), median(times.unknown), median(times.suspended)]
  return Math.max(Math.abs(unknown / known - 1), Math.abs(locked / known - 1))
}

describe('an app', () => {
  it('of somebody else is as unknown as one that never was, at every operation', async () => {
    const stranger = await signUp(service)
    const headers = { authorization: `Bearer ${stranger.token}`, 'content-type': 'application/json' }
    const secrets = await send(service.url, {
      method: 'GET',
      path: `/api/v1/apps/${app.app_id}/secrets`,
      headers: { authorization: `Bearer ${person.token}` },
    })
    const secretId = secrets.body[0].id as string
    const calls = [
      ['GET', ''],
      ['PATCH', '', '{"name":"Mine"}'],
      ['DELETE', ''],
      ['GET', '/secrets'],
      ['POST', '/secrets', '{"name":"Mine"}'],
      ['DELETE', `/secrets/${secretId}`],
    ] as const
    for (const [method, rest, body] of calls) {
      const ask = (id: string) =>
        send(service.url, {
          method,
          path: `/api/v1/apps/${id}${rest}`,
          headers: body === undefined ? { authorization: headers.authorization } : headers,
          ...(body !== undefined && { body }),
        })
      const unknown = visible(await ask('app_AAAAAAAAAAAAAAAAAAAAAA'))
      expect(unknown.status).toBe(404)
      for (const id of [app.app_id, app.application.id, randomUUID()])
        expect([method, rest, visible(await ask(id))]).toEqual([method, rest, unknown])
    }
    const own = {
      method: 'GET',
      path: `/api/v1/apps/${app.app_id}`,
      headers: { authorization: `Bearer ${person.token}` },
    }
    expect((await send(service.url, own)).body).toEqual(app.application)
  })

  it('that is unknown is refused as one with a wrong secret', async () => {
    const ask = (client_id: string) =>
      post(service, '/oauth2/token', {
        grant_type: 'client_credentials',
        client_id,
        client_secret: 'secret_wrong',
      })
    expect(visible(await ask('app_AAAAAAAAAAAAAAAAAAAAAA'))).toEqual(visible(await ask(app.app_id)))
  })
})

describe('a token', () => {
  it('of another app is nothing to introspection and revocation, as one that never was', async () => {
    const tokens = await obtainTokens(service, person, app)
    const stranger = await registerTestApp(service, await signUp(service))
    for (const path of ['/oauth2/introspect', '/oauth2/revoke']) {
      const ask = (token: string) => post(service, path, { token, ...credentialsOf(stranger) })
      const unknown = visible(await ask('nothing'))
      for (const token of [
        tokens.access_token,
        tokens.refresh_token ?? '',
        tokens.id_token ?? '',
        person.token,
      ])
        expect(visible(await ask(token))).toEqual(unknown)
    }
  })

  it('is refused alike, whether it was never there or has ended', async () => {
    const ended = await signUp(service)
    const ask = (token: string) =>
      send(service.url, {
        method: 'GET',
        path: '/api/v1/apps',
        headers: { authorization: `Bearer ${token}` },
      })
    service.clock.advance(3601)
    expect(visible(await ask(ended.token))).toEqual(visible(await ask('nothing')))
    expect(visible(await ask(suspended.token))).toEqual(visible(await ask('nothing')))
  })
})

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** Waits for something that happens in this very process, turn by turn. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
