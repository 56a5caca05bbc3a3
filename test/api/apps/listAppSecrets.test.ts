import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppSecret, listAppSecrets } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, header, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function list(person: Person, appId: string) {
  return listAppSecrets({ client: service.as(person.token), path: { appId } })
}

async function create(person: Person, appId: string, name: string): Promise<void> {
  const path = { appId }
  await createAppSecret({ client: service.as(person.token), path, body: { name }, throwOnError: true })
}

describe('listAppSecrets', () => {
  it('lists an app’s secrets, newest first, and never their text', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    await create(person, app.app_id, 'Second')
    await create(person, app.app_id, 'Third')
    const answer = await list(person, app.application.id)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'x-count')).toBe('3')
    expect(header(answer, 'link')).toBeNull()
    expect(answer.data?.map(({ name }) => name)).toEqual(['Third', 'Second', expect.any(String)])
    for (const secret of answer.data ?? [])
      expect(secret).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        name: expect.any(String),
        created_at: expect.stringMatching(/Z$/),
        expires_at: null,
        last_used_at: null,
      })
  })

  it('keeps the secrets of two apps apart', async () => {
    const person = await signUp(service)
    const [first, second] = [await registerTestApp(service, person), await registerTestApp(service, person)]
    await create(person, first.app_id, 'Only of the first')
    expect((await list(person, second.app_id)).data).toHaveLength(1)
  })

  it('answers for another user’s app as for an unknown one', async () => {
    const [owner, stranger] = await Promise.all([signUp(service), signUp(service)])
    const app = await registerTestApp(service, owner)
    const unknown = expectRefused(await list(stranger, 'app_unknown'), 404, 'not_found')
    for (const reference of [app.app_id, app.application.id]) {
      const refusal = expectRefused(await list(stranger, reference), 404, 'not_found')
      expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
    }
  })

  it('asks for a session', async () => {
    const app = await registerTestApp(service, await signUp(service))
    const path = { appId: app.app_id }
    expectRefused(await listAppSecrets({ client: service.as(), path }), 401, 'invalid_token')
  })
})
