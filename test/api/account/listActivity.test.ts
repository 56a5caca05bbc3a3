import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createAppPassword,
  deleteApp,
  listActivity,
  login,
  revokeConsent,
  type ListActivityData,
} from '../../../client/index.ts'
import { password, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { connectApp } from '#test/support/connections.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

function list({ token }: Pick<Person, 'token'>, query: ListActivityData['query'] = {}) {
  return listActivity({ client: service.as(token), query })
}

describe('listActivity', () => {
  it('tells of a sign-in from where it came, and of the session that came of it', async () => {
    const person = await signUp(service)
    const headers = { 'user-agent': `Firefox/147.0 ${'x'.repeat(400)}` }
    const body = { email: person.email, password }
    await login({ client: service.as(), headers, body, throwOnError: true })
    const answer = await list(person)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'x-count')).toBe('2')
    const [entry] = answer.data ?? []
    expect(entry).toEqual({
      id: expect.any(String),
      kind: 'signed_in',
      at: expect.stringMatching(/Z$/),
      address: '127.0.0.1',
      user_agent: headers['user-agent'].slice(0, 256),
      session_id: entry?.id,
      app_id: null,
      app_name: null,
    })
  })

  it('tells of no sign-in that failed', async () => {
    const person = await signUp(service)
    await login({ client: service.as(), body: { email: person.email, password: 'wrong' } })
    expect((await list(person)).data).toHaveLength(1)
  })

  it('names the app that was let in and shut out, for as long as there is one', async () => {
    const person = await signUp(service)
    const { app, owner } = await connectApp(service, person, { name: 'Calendar' })
    await revokeConsent({ client: service.as(person.token), path: { appId: app.app_id } })
    const about = async () =>
      (await list(person)).data?.map(({ kind, app_id: id, app_name: name }) => ({ kind, id, name }))
    const named = { id: app.app_id, name: 'Calendar' }
    expect((await about())?.slice(0, 2)).toEqual([
      { kind: 'consent_revoked', ...named },
      { kind: 'consent_given', ...named },
    ])
    await deleteApp({ client: service.as(owner.token), path: { appId: app.app_id }, throwOnError: true })
    expect((await about())?.[0]).toEqual({ kind: 'consent_revoked', id: null, name: null })
  })

  it('goes on where Link points, newest first, and shows everything once', async () => {
    const person = await signUp(service)
    for (let round = 0; round < 4; round++) await signIn(service, person.email)
    const seen: string[] = []
    let query: ListActivityData['query'] = { count: 2 }
    for (;;) {
      const answer = await list(person, query)
      seen.push(...(answer.data ?? []).map(({ id }) => id))
      const next = /<([^>]+)>; rel="next"/.exec(header(answer, 'link') ?? '')?.[1]
      if (next === undefined) break
      query = Object.fromEntries(new URL(next).searchParams) as never
    }
    expect(seen).toHaveLength(5)
    expect(seen).toEqual([...new Set(seen)].toSorted().toReversed())
  })

  it('shows nobody what happened to others, whatever the cursor', async () => {
    const [person, stranger] = [await signUp(service), await signUp(service)]
    const first = await list(person, { count: 1 })
    const [entry] = first.data ?? []
    const cursor = Buffer.from(entry!.id).toString('base64url')
    const { data = [] } = await list(stranger, { cursor })
    for (const each of data) expect(each.id).not.toBe(entry!.id)
    expect((await list(stranger)).data).toHaveLength(1)
  })

  it.each([
    [{ count: 0 }, 'query/count'],
    [{ cursor: 'AAAA' }, 'query/cursor'],
  ])('refuses %j', async (query, path) => {
    const refusal = expectRefused(await list(await signUp(service), query), 400, 'invalid_request')
    expect(failingPaths(refusal)).toEqual([path])
  })

  it('opens to an app password that may read', async () => {
    const person = await signUp(service)
    const make = async (scopes: ('read' | 'write')[]) => {
      const { data } = await createAppPassword({
        client: service.as(person.token),
        body: { name: 'script', scopes },
        throwOnError: true,
      })
      return { token: data.app_password }
    }
    expect(status(await list(await make(['read'])))).toBe(200)
    expectRefused(await list(await make(['write'])), 403, 'insufficient_scope')
  })
})
