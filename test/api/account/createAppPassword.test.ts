import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createAppPassword,
  listApps,
  listAppPasswords,
  registerApp,
  type AppPasswordRequest,
} from '../../../client/index.ts'
import { signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, trade } from '#test/support/sessions.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function create({ token }: Pick<Person, 'token'>, body: Partial<AppPasswordRequest> = {}) {
  return createAppPassword({ client: service.as(token), body: { name: 'Phone', scopes: ['read'], ...body } })
}

async function held({ token }: Pick<Person, 'token'>) {
  return (await listAppPasswords({ client: service.as(token), throwOnError: true })).data
}

const app = { name: 'Mine', redirect_uris: ['https://example.com/callback'], scopes: ['openid'] }

describe('createAppPassword', () => {
  it('makes a secret that is shown this once, with a prefix and a checksum, for a year', async () => {
    const person = await signUp(service)
    const answer = await create(person, { name: 'Backup script' })
    expect(status(answer)).toBe(201)
    expect(header(answer, 'cache-control')).toBe('no-store')
    const { data } = answer
    expect(data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Backup script',
      app_password: expect.stringMatching(/^apppw_[\w-]{49}$/),
      scopes: ['read'],
      created_at: expect.stringMatching(/Z$/),
      expires_at: expect.stringMatching(/Z$/),
    })
    const life = Date.parse(data!.expires_at!) - Date.parse(data!.created_at)
    expect(life).toBe(365 * 86_400_000)
    expect(status(await listApps({ client: service.as(data!.app_password) }))).toBe(200)
    for (const told of [service.log, await held(person)])
      expect(JSON.stringify(told)).not.toContain(data!.app_password)
  })

  it.each([
    [['read'], ['read']],
    [['write'], ['write']],
    [
      ['write', 'read'],
      ['read', 'write'],
    ],
  ] as const)('gives the scopes %j', async (asked, given) => {
    const { data } = await create(await signUp(service), { scopes: [...asked] })
    expect(data?.scopes).toEqual(given)
    const looks = status(await listApps({ client: service.as(data?.app_password) }))
    expect(looks).toBe((given as readonly string[]).includes('read') ? 200 : 403)
    expect((await trade(service, data!.app_password)).scope).toBe(given.join(' '))
  })

  it('opens nothing that does not name it, whatever its scope', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    for (const token of [secret, (await trade(service, secret)).access_token]) {
      expectRefused(await registerApp({ client: service.as(token), body: app }), 403, 'insufficient_scope')
      expectRefused(await create({ token }), 403, 'insufficient_scope')
    }
    expect(await held(person)).toHaveLength(1)
  })

  it('stops working when its time is over; with -1 it does not', async () => {
    const person = await signUp(service)
    const brief = await giveAppPassword(service, person, { expires_in: 60 })
    const lasting = await giveAppPassword(service, person, { expires_in: -1 })
    expect(lasting.expires_at).toBeNull()
    service.clock.advance(61)
    expectRefused(await listApps({ client: service.as(brief.app_password) }), 401, 'invalid_token')
    service.clock.advance(6 * 365 * 86_400)
    expect(status(await listApps({ client: service.as(lasting.app_password) }))).toBe(200)
    service.clock.advance(-6 * 365 * 86_400)
  })

  it('wants a proof of its user that is at most five minutes old', async () => {
    const person = await signUp(service)
    service.clock.advance(301)
    const answer = await create(person)
    expectRefused(answer, 401, 'insufficient_user_authentication')
    expect(header(answer, 'www-authenticate')).toMatch(/max_age="300"/)
    expect(await held(person)).toEqual([])
    expect(status(await create({ token: await signIn(service, person.email) }))).toBe(201)
    // A renewed token proves nobody.
    const { access_token: token } = await trade(service, person.token)
    expectRefused(await create({ token }), 401, 'insufficient_user_authentication')
  })

  it('gives fifty at most, also when many are asked for at once', async () => {
    const person = await signUp(service)
    const statuses: (number | undefined)[] = []
    for (let round = 0; round < 11; round++) {
      const answers = await Promise.all(Array.from({ length: 5 }, () => create(person, { expires_in: 60 })))
      statuses.push(...answers.map(status))
    }
    expect(statuses.filter((each) => each === 201)).toHaveLength(50)
    expectRefused(await create(person), 409, 'conflict')
    expect(await held(person)).toHaveLength(50)
    // Expired ones make room.
    service.clock.advance(61)
    expect(status(await create(person))).toBe(201)
    expect(await held(person)).toHaveLength(1)
  })

  it.each([
    ['no name', { name: undefined }, '/name'],
    ['an empty name', { name: '' }, '/name'],
    ['a name that turns the writing direction', { name: 'evil\u202E' }, '/name'],
    ['no life', { expires_in: 0 }, '/expires_in'],
    ['too short a life', { expires_in: 59 }, '/expires_in'],
    ['a life before now', { expires_in: -2 }, '/expires_in'],
    ['too long a life', { expires_in: 157_680_001 }, '/expires_in'],
    ['a secret of my choice', { app_password: 'apppw_mine' }, ''],
  ])('refuses %s and makes nothing', async (_, body, path) => {
    const person = await signUp(service)
    const answer = await create(person, body as Partial<AppPasswordRequest>)
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual([path])
    expect(await held(person)).toEqual([])
  })

  it.each([[[]], [['full']], [['read', 'openid']], [['read', 'read']], ['read']])(
    'refuses the scopes %j',
    async (scopes) => {
      const person = await signUp(service)
      const answer = await create(person, { scopes: scopes as never })
      expectRefused(answer, 400, 'invalid_scope')
      expect(await held(person)).toEqual([])
    },
  )

  it('asks for a session', async () => {
    expectRefused(await create({ token: 'garbage' }), 401, 'invalid_token')
  })
})
