import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppSecret, issueToken, listAppSecrets, type AppSecretRequest } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function create(person: Person, appId: string, body: AppSecretRequest = { name: 'Next' }) {
  return createAppSecret({ client: service.as(person.token), path: { appId }, body })
}

async function secretsOf({ token }: Person, appId: string) {
  return (await listAppSecrets({ client: service.as(token), path: { appId }, throwOnError: true })).data
}

async function authenticates(appId: string, secret: string | undefined): Promise<boolean> {
  const credentials = credentialsOf({ app_id: appId, app_secret: secret ?? 'none' })
  const body = { grant_type: 'client_credentials' as const, ...credentials }
  return status(await issueToken({ client: service.as(), body })) === 200
}

async function ownerWithApp() {
  const person = await signUp(service)
  return { person, app: await registerTestApp(service, person) }
}

describe('createAppSecret', () => {
  it('adds a secret beside the first one, shown this once; both work', async () => {
    const { person, app } = await ownerWithApp()
    const answer = await create(person, app.app_id, { name: 'Deployment' })
    expect(status(answer)).toBe(201)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Deployment',
      app_secret: expect.stringMatching(/^secret_[\w-]{49}$/),
      created_at: expect.stringMatching(/Z$/),
      expires_at: null,
    })
    expect(await authenticates(app.app_id, answer.data?.app_secret)).toBe(true)
    expect(await authenticates(app.app_id, app.app_secret)).toBe(true)
    const told = JSON.stringify([await secretsOf(person, app.app_id), service.log])
    expect(told).not.toContain(answer.data?.app_secret)
  })

  it('says when a secret with a lifetime stops working', async () => {
    const { person, app } = await ownerWithApp()
    const { data } = await create(person, app.application.id, { name: 'Short', expires_in: 60 })
    expect(Date.parse(data?.expires_at ?? '') - Date.parse(data?.created_at ?? '')).toBe(60_000)
  })

  it('works for its own app only', async () => {
    const [first, second] = await Promise.all([ownerWithApp(), ownerWithApp()])
    const { data } = await create(first.person, first.app.app_id)
    expect(await authenticates(second.app.app_id, data?.app_secret)).toBe(false)
  })

  it('refuses a sixth secret, also when many are asked for at once', async () => {
    const { person, app } = await ownerWithApp()
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => create(person, app.app_id)))
    expect(answers.map(status).toSorted()).toEqual([201, 201, 201, 201, 409, 409])
    expectRefused(await create(person, app.app_id), 409, 'conflict')
    expect(await secretsOf(person, app.app_id)).toHaveLength(5)
  })

  it('refuses a secret to a public app', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
    expectRefused(await create(person, app.app_id), 409, 'conflict')
    expect(await secretsOf(person, app.app_id)).toEqual([])
  })

  it('answers for another user’s app as for an unknown one, and creates nothing', async () => {
    const [{ person, app }, stranger] = await Promise.all([ownerWithApp(), signUp(service)])
    const unknown = expectRefused(await create(stranger, 'app_unknown'), 404, 'not_found')
    for (const reference of [app.app_id, app.application.id]) {
      const refusal = expectRefused(await create(stranger, reference), 404, 'not_found')
      expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
    }
    expect(await secretsOf(person, app.app_id)).toHaveLength(1)
  })

  it.each([
    [{}, '/name'],
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(101) }, '/name'],
    [{ name: 'Next', expires_in: 59 }, '/expires_in'],
    [{ name: 'Next', expires_in: 157_680_001 }, '/expires_in'],
    [{ name: 'Next', expires_in: '3600' }, '/expires_in'],
    [{ name: 'Next', app_secret: 'secret_of_my_choice' }, ''],
  ])('refuses %j and creates nothing', async (body, path) => {
    const { person, app } = await ownerWithApp()
    const answer = await create(person, app.app_id, body as AppSecretRequest)
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual([path])
    expect(await secretsOf(person, app.app_id)).toHaveLength(1)
  })

  it('asks for a session', async () => {
    const { person, app } = await ownerWithApp()
    const request = { client: service.as(), path: { appId: app.app_id }, body: { name: 'Next' } }
    expectRefused(await createAppSecret(request), 401, 'invalid_token')
    expect(await secretsOf(person, app.app_id)).toHaveLength(1)
  })
})
