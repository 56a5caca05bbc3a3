import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { items, listApps, listSessions, type Application } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let person: Person
beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await registerTestApp(service, person, { name })
})
afterAll(() => service.stop())

describe('items', () => {
  test('goes through every page, and asks for no more than is looked at', async () => {
    const client = service.as(person.token)
    const seen: Application[] = []
    for await (const app of items(listApps, { client, query: { count: 2 } })) seen.push(app)
    const { data: whole } = await listApps({ client, throwOnError: true })
    expect(seen).toEqual(whole)
    expect(seen).toHaveLength(5)
    for await (const app of items(listApps, { client, query: { count: 1 } })) {
      expect(app).toEqual(whole[0])
      break
    }
  })

  test('ends after the first page of a list that has only one', async () => {
    const seen = []
    for await (const session of items(listSessions, { client: service.as(person.token) })) seen.push(session)
    expect(seen).toHaveLength(1)
  })

  test('throws what refuses a page', async () => {
    await expect(items(listApps, { client: service.as('wrong') }).next()).rejects.toMatchObject({
      status: 401,
      error: 'invalid_token',
    })
  })
})
