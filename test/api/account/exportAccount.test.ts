import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppPassword, exportAccount, getAccount, updateAccount } from '../../../client/index.ts'
import { password, registerTestApp, signIn, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { connectApp } from '#test/support/connections.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const take = ({ token }: Pick<Person, 'token'>) => exportAccount({ client: service.as(token) })

describe('exportAccount', () => {
  it('gives everything about the person as a file, and nothing that lets anybody in', async () => {
    const person = await signUp(service)
    const other = await signIn(service, person.email)
    await updateAccount({ client: service.as(person.token), body: { name: 'Ann' }, throwOnError: true })
    const own = await registerTestApp(service, person, { name: 'Own' })
    const { app, tokens } = await connectApp(service, person, { name: 'Calendar' })
    const body = { name: 'script', scopes: ['read' as const] }
    const made = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    const answer = await take(person)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'content-disposition')).toBe('attachment; filename="latchkey-account.json"')
    expect(header(answer, 'cache-control')).toBe('no-store')
    const { data: account } = await getAccount({ client: service.as(person.token) })
    expect(answer.data).toMatchObject({
      account,
      sessions: [{ current: expect.any(Boolean) }, { current: expect.any(Boolean) }],
      apps: [{ app_id: own.app_id, name: 'Own' }],
      consents: [{ app_id: app.app_id, name: 'Calendar' }],
      passkeys: [],
      app_passwords: [{ id: made.data.id, name: 'script' }],
    })
    const kinds = answer.data!.activities.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['consent_given', 'signed_in']))
    const text = JSON.stringify(answer.data)
    for (const secret of [
      password,
      person.token,
      other,
      own.app_secret!,
      app.app_secret!,
      made.data.app_password,
      tokens.access_token,
      tokens.refresh_token!,
      'argon2',
    ])
      expect(text).not.toContain(secret)
  })

  it('tells of nobody else', async () => {
    const [person, neighbour] = [await signUp(service), await signUp(service)]
    await registerTestApp(service, neighbour)
    await connectApp(service, neighbour)
    const { data } = await take(person)
    expect(data).toMatchObject({ apps: [], consents: [], passkeys: [], app_passwords: [] })
    expect(JSON.stringify(data)).not.toContain(neighbour.id)
  })

  it('asks for a fresh sign-in', async () => {
    const person = await signUp(service)
    service.clock.advance(301)
    expectRefused(await take(person), 401, 'insufficient_user_authentication')
  })

  it('opens to no app password', async () => {
    const person = await signUp(service)
    const body = { name: 'script', scopes: ['read' as const] }
    const { data } = await createAppPassword({ client: service.as(person.token), body, throwOnError: true })
    expectRefused(await take({ token: data.app_password }), 403, 'insufficient_scope')
  })
})
