import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppSecret, deleteAppSecret, issueToken, listAppSecrets } from '../../client/index.ts'
import { registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf, credentialsOf } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function create({ token }: Person, appId: string, name: string, expires_in?: number) {
  const body = { name, ...(expires_in !== undefined && { expires_in }) }
  return createAppSecret({ client: service.as(token), path: { appId }, body })
}

async function secretsOf({ token }: Person, appId: string) {
  return (await listAppSecrets({ client: service.as(token), path: { appId }, throwOnError: true })).data
}

function authenticate(appId: string, secret: string | undefined) {
  const credentials = credentialsOf({ app_id: appId, app_secret: secret ?? 'none' })
  const body = { grant_type: 'client_credentials' as const, ...credentials }
  return issueToken({ client: service.as(), body })
}

async function ownerWithApp() {
  const person = await signUp(service)
  return { person, app: await registerTestApp(service, person) }
}

describe('secrets of an app', () => {
  it('overlap: an app changes over from one to the next without an interruption', async () => {
    const { person, app } = await ownerWithApp()
    const next = (await create(person, app.app_id, 'Next')).data
    for (const secret of [app.app_secret, next?.app_secret])
      expect(status(await authenticate(app.app_id, secret))).toBe(200)
    const old = (await secretsOf(person, app.app_id)).find(({ id }) => id !== next?.id)
    const path = { appId: app.app_id, secretId: old?.id ?? '' }
    expect(status(await deleteAppSecret({ client: service.as(person.token), path }))).toBe(204)
    expectRefused(await authenticate(app.app_id, app.app_secret), 401, 'invalid_client')
    expect(status(await authenticate(app.app_id, next?.app_secret))).toBe(200)
  })

  it('expire by themselves, and stay visible as expired', async () => {
    const { person, app } = await ownerWithApp()
    const brief = (await create(person, app.app_id, 'Brief', 600)).data
    service.clock.advance(590)
    expect(status(await authenticate(app.app_id, brief?.app_secret))).toBe(200)
    service.clock.advance(11)
    expectRefused(await authenticate(app.app_id, brief?.app_secret), 401, 'invalid_client')
    const basic = basicOf(app.app_id, brief?.app_secret ?? '')
    const body = { grant_type: 'client_credentials' as const }
    expectRefused(await issueToken({ client: service.as(), body, headers: basic }), 401, 'invalid_client')
    expect(status(await authenticate(app.app_id, app.app_secret))).toBe(200)
    const listed = (await secretsOf(person, app.app_id)).find(({ id }) => id === brief?.id)
    expect(Date.parse(listed?.expires_at ?? '')).toBeLessThan(service.clock.now().getTime())
  })

  it('tell when they were used last, to the minute, each for itself', async () => {
    const { person, app } = await ownerWithApp()
    const next = (await create(person, app.app_id, 'Next')).data
    const lastUsed = async (id: string | undefined) =>
      (await secretsOf(person, app.app_id)).find((secret) => secret.id === id)?.last_used_at
    expect(await lastUsed(next?.id)).toBeNull()
    await authenticate(app.app_id, next?.app_secret)
    const first = await lastUsed(next?.id)
    expect(Math.abs(Date.parse(first ?? '') - service.clock.now().getTime())).toBeLessThan(10_000)
    service.clock.advance(30)
    await authenticate(app.app_id, next?.app_secret)
    expect(await lastUsed(next?.id)).toBe(first)
    service.clock.advance(31)
    await authenticate(app.app_id, next?.app_secret)
    expect(Date.parse((await lastUsed(next?.id)) ?? '')).toBeGreaterThanOrEqual(
      Date.parse(first ?? '') + 60_000,
    )
    const others = (await secretsOf(person, app.app_id)).filter(({ id }) => id !== next?.id)
    expect(others.map((secret) => secret.last_used_at)).toEqual([null])
  })

  it('are not marked as used by someone who has them wrong', async () => {
    const { person, app } = await ownerWithApp()
    await authenticate(app.app_id, `${app.app_secret}x`)
    await authenticate('app_unknown', app.app_secret)
    expect((await secretsOf(person, app.app_id)).map((secret) => secret.last_used_at)).toEqual([null])
  })

  it('can all be deleted: the app gets no token until it has one again', async () => {
    const { person, app } = await ownerWithApp()
    const [only] = await secretsOf(person, app.app_id)
    const path = { appId: app.app_id, secretId: only?.id ?? '' }
    expect(status(await deleteAppSecret({ client: service.as(person.token), path }))).toBe(204)
    expect(await secretsOf(person, app.app_id)).toEqual([])
    expectRefused(await authenticate(app.app_id, app.app_secret), 401, 'invalid_client')
    expectRefused(await authenticate(app.app_id, ''), 401, 'invalid_client')
    const body = { grant_type: 'client_credentials' as const, client_id: app.app_id }
    expectRefused(await issueToken({ client: service.as(), body }), 401, 'invalid_client')
    const again = (await create(person, app.app_id, 'Again')).data
    expect(status(await authenticate(app.app_id, again?.app_secret))).toBe(200)
  })

  it('are five at most; one that is deleted or has expired makes room', async () => {
    const { person, app } = await ownerWithApp()
    for (const name of ['2', '3', '4']) expect(status(await create(person, app.app_id, name))).toBe(201)
    const brief = (await create(person, app.app_id, 'Brief', 60)).data
    expectRefused(await create(person, app.app_id, '6'), 409, 'conflict')
    service.clock.advance(61)
    expect(status(await create(person, app.app_id, '6'))).toBe(201)
    expectRefused(await create(person, app.app_id, '7'), 409, 'conflict')
    const living = (await secretsOf(person, app.app_id)).find(({ name }) => name === '2')
    const path = { appId: app.app_id, secretId: living?.id ?? '' }
    await deleteAppSecret({ client: service.as(person.token), path, throwOnError: true })
    expect(status(await create(person, app.app_id, '7'))).toBe(201)
    expectRefused(await authenticate(app.app_id, brief?.app_secret), 401, 'invalid_client')
  })

  it('stay listable however many have expired', async () => {
    const { person, app } = await ownerWithApp()
    for (let round = 0; round < 26; round++) {
      const names = ['2', '3', '4', '5']
      const made = await Promise.all(names.map((name) => create(person, app.app_id, name, 60)))
      expect(made.map(status)).toEqual([201, 201, 201, 201])
      service.clock.advance(61)
    }
    const token = await signIn(service, person.email)
    const answer = await listAppSecrets({ client: service.as(token), path: { appId: app.app_id } })
    expect(status(answer)).toBe(200)
    expect(status(await authenticate(app.app_id, app.app_secret))).toBe(200)
  })
})
