import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createAppPassword,
  deleteApp,
  deleteSession,
  listConsents,
  revokeToken,
  type ListConsentsData,
} from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { connectApp, letIn, registerHouseApp } from '#test/support/connections.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

function list({ token }: Pick<Person, 'token'>, query: ListConsentsData['query'] = {}) {
  return listConsents({ client: service.as(token), query })
}

describe('listConsents', () => {
  it('lists what was agreed to, with when it was used, and adds what is agreed to later', async () => {
    const person = await signUp(service)
    const { app } = await connectApp(service, person, { name: 'Calendar' })
    const answer = await list(person)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'x-count')).toBe('1')
    expect(answer.data).toEqual([
      {
        id: app.application.id,
        app_id: app.app_id,
        name: 'Calendar',
        scopes: ['openid', 'email'],
        created_at: expect.stringMatching(/Z$/),
        updated_at: expect.stringMatching(/Z$/),
        last_used_at: expect.stringMatching(/Z$/),
      },
    ])
    await letIn(service, person, app, 'openid profile')
    expect((await list(person)).data?.[0]?.scopes).toEqual(['email', 'openid', 'profile'])
  })

  it('lists an app that needs no consent while a grant of it lives, with all that its grants allow', async () => {
    const person = await signUp(service)
    const house = await registerHouseApp(service)
    const scopes = ['openid', 'profile', 'email', 'offline_access']
    const own = await registerTestApp(service, person, { name: 'Own', scopes })
    await obtainTokens(service, person, house, { scope: 'openid' })
    await obtainTokens(service, person, own, { scope: 'openid profile' })
    const { refresh_token: token } = await obtainTokens(service, person, own, {
      scope: 'openid email offline_access',
    })
    const bySession = { app_id: house.app_id, scopes: ['openid'] }
    const offline = { app_id: own.app_id, name: 'Own', scopes: ['email', 'offline_access', 'openid'] }
    const all = { ...offline, scopes: ['email', 'offline_access', 'openid', 'profile'] }
    expect((await list(person)).data).toMatchObject([all, bySession])
    const again = { token: await signIn(service, person.email) }
    await deleteSession({ client: service.as(person.token), throwOnError: true })
    expect((await list(again)).data).toMatchObject([offline])
    await revokeToken({ client: service.as(), body: { token: token!, ...credentialsOf(own) } })
    expect((await list(again)).data).toEqual([])
  })

  it('lists no apps without a grant, no apps of others, and none that are gone', async () => {
    const person = await signUp(service)
    await registerTestApp(service, person)
    await connectApp(service, await signUp(service))
    const { app, owner } = await connectApp(service, person)
    expect((await list(person)).data?.map(({ app_id: id }) => id)).toEqual([app.app_id])
    await deleteApp({ client: service.as(owner.token), path: { appId: app.app_id }, throwOnError: true })
    expect((await list(person)).data).toEqual([])
  })

  it('goes on where Link points', async () => {
    const person = await signUp(service)
    for (let round = 0; round < 2; round++) await connectApp(service, person)
    await obtainTokens(service, person, await registerTestApp(service, person))
    const first = await list(person, { count: 2 })
    const next = /<([^>]+)>; rel="next"/.exec(header(first, 'link') ?? '')?.[1] ?? ''
    const second = await list(person, Object.fromEntries(new URL(next).searchParams))
    const ids = [...(first.data ?? []), ...(second.data ?? [])].map(({ id }) => id)
    expect([first.data?.length, ids.length, new Set(ids).size]).toEqual([2, 3, 3])
    expect(header(second, 'link')).toBeNull()
  })

  it('refuses a cursor of another list, and app passwords', async () => {
    const person = await signUp(service)
    const refusal = expectRefused(await list(person, { cursor: 'AAAA' }), 400, 'invalid_request')
    expect(failingPaths(refusal)).toEqual(['query/cursor'])
    const body = { name: 'script', scopes: ['read' as const] }
    const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    expectRefused(await list({ token: data.app_password }), 403, 'insufficient_scope')
  })
})
