import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createAppPassword,
  getAppUsage,
  issueToken,
  type AppRegistrationResponse,
} from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, withoutRequestId } from '#test/support/answers.ts'
import { limitsOf } from '#test/support/limits.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '5', LATCHKEY_RATE_LIMIT_DAY: '1000' })
})

afterAll(() => service.stop())

/** The next hour, for people and addresses whose calls are counted as well, with the owner signed in again. */
async function later(person: Person, seconds: number): Promise<Person> {
  service.clock.advance(seconds)
  return { ...person, token: await signIn(service, person.email) }
}

function read(person: Person, { app_id: appId }: Pick<AppRegistrationResponse, 'app_id'>) {
  return getAppUsage({ client: service.as(person.token), path: { appId } })
}

/** A call of the app itself. */
function call(app: AppRegistrationResponse) {
  return issueToken({
    client: service.as(),
    body: { grant_type: 'client_credentials', ...credentialsOf(app) },
  })
}

describe('getAppUsage', () => {
  it('begins with nothing used, no window and nobody', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const answer = await read(person, app)
    expect(answer.data).toEqual({
      hour: { limit: 5, used: 0, remaining: 5, reset: null },
      day: { limit: 1000, used: 0, remaining: 1000, reset: null },
      users: 0,
      last_used_at: null,
    })
    expect(header(answer, 'cache-control')).toBe('no-store')
  })

  it('shows what the app has used of both windows, and looking uses nothing', async () => {
    service.clock.advance(3600)
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    // The hour is the window with the fewest calls left: its end is what the app itself is told.
    const { reset } = limitsOf(await call(app))
    await call(app)
    const endOfDay = (await read(person, app)).data!.day!.reset!
    expect([82_800, 82_801]).toContain(endOfDay - reset)
    for (let look = 0; look < 2; look++) {
      const { data } = await read(person, app)
      expect(data).toMatchObject({
        hour: { limit: 5, used: 2, remaining: 3, reset },
        day: { limit: 1000, used: 2, remaining: 998, reset: endOfDay },
        last_used_at: expect.stringMatching(/Z$/),
      })
    }
    const refreshed = await later(person, 3600)
    expect((await read(refreshed, app)).data).toMatchObject({
      hour: { used: 0, remaining: 5, reset: null },
      day: { used: 2, remaining: 998, reset: endOfDay },
    })
  })

  it('counts calls for which none was left, and has nothing left then', async () => {
    service.clock.advance(3600)
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    for (let times = 0; times < 7; times++) await call(app)
    expect((await read(person, app)).data).toMatchObject({ hour: { limit: 5, used: 7, remaining: 0 } })
  })

  it('answers for another user’s app as for an unknown one', async () => {
    service.clock.advance(3600)
    const [owner, stranger] = [await signUp(service), await signUp(service)]
    const app = await registerTestApp(service, owner)
    const unknown = expectRefused(await read(stranger, { app_id: 'app_unknown' }), 404, 'not_found')
    for (const app_id of [app.app_id, app.application.id]) {
      const refusal = expectRefused(await read(stranger, { app_id }), 404, 'not_found')
      expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
    }
  })

  it('is open to an app password of its owner that may read', async () => {
    service.clock.advance(3600)
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const body = { name: 'script', scopes: ['read' as const] }
    const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    expect((await read({ ...person, token: data.app_password }, app)).data).toMatchObject({ users: 0 })
  })

  it('asks for a session, and takes no app’s token for one', async () => {
    service.clock.advance(3600)
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const { access_token } = await obtainTokens(service, person, app)
    for (const token of [undefined, access_token])
      expectRefused(await read({ ...person, token: token ?? '' }, app), 401, 'invalid_token')
  })

  it('says null where nothing is limited, and counts the people who have agreed', async () => {
    const free = await startService({ LATCHKEY_RATE_LIMIT_HOUR: '0', LATCHKEY_RATE_LIMIT_DAY: '0' })
    try {
      const owner = await signUp(free)
      const app = await registerTestApp(free, owner)
      for (let people = 0; people < 2; people++)
        await obtainTokens(free, await signUp(free), app, { consent: 'approve' })
      const { data } = await getAppUsage({ client: free.as(owner.token), path: { appId: app.app_id } })
      expect(data).toMatchObject({ hour: null, day: null, users: 2, last_used_at: expect.any(String) })
    } finally {
      await free.stop()
    }
  })
})
