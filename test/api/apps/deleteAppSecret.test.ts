import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppSecret, deleteAppSecret, issueToken, listAppSecrets } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, expectAlive, type AppCredentials } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function remove(person: Person, appId: string, secretId: string) {
  return deleteAppSecret({ client: service.as(person.token), path: { appId, secretId } })
}

async function add(person: Person, appId: string) {
  const body = { name: 'Second' }
  const { data } = await createAppSecret({
    client: service.as(person.token),
    path: { appId },
    body,
    throwOnError: true,
  })
  return { id: data.id, credentials: { app_id: appId, app_secret: data.app_secret } }
}

function obtainOwnToken(app: AppCredentials) {
  const body = { grant_type: 'client_credentials' as const, ...credentialsOf(app) }
  return issueToken({ client: service.as(), body })
}

describe('deleteAppSecret', () => {
  it('ends one secret at once and leaves the other and the issued tokens alone', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const added = await add(person, app.app_id)
    const tokens = await obtainTokens(service, person, { ...app, ...added.credentials })
    expect(status(await remove(person, app.application.id, added.id))).toBe(204)
    expectRefused(await obtainOwnToken(added.credentials), 401, 'invalid_client')
    expect(status(await obtainOwnToken(app))).toBe(200)
    await expectAlive(service, app, tokens.access_token)
    expectRefused(await remove(person, app.app_id, added.id), 404, 'not_found')
  })

  it('finds a secret in its own app only', async () => {
    const person = await signUp(service)
    const [first, second] = [await registerTestApp(service, person), await registerTestApp(service, person)]
    const added = await add(person, first.app_id)
    expectRefused(await remove(person, second.app_id, added.id), 404, 'not_found')
    expect(status(await obtainOwnToken(added.credentials))).toBe(200)
  })

  it('answers for another user’s app as for an unknown one, and the secret goes on working', async () => {
    const [owner, stranger] = await Promise.all([signUp(service), signUp(service)])
    const app = await registerTestApp(service, owner)
    const added = await add(owner, app.app_id)
    const unknown = expectRefused(await remove(stranger, 'app_unknown', added.id), 404, 'not_found')
    for (const reference of [app.app_id, app.application.id]) {
      const refusal = expectRefused(await remove(stranger, reference, added.id), 404, 'not_found')
      expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
    }
    expect(status(await obtainOwnToken(added.credentials))).toBe(200)
  })

  it.each(['019c3040-8260-7246-ac0c-491001e129dd', 'first', '*', '%00x'])(
    'finds no secret at %j',
    async (secretId) => {
      const person = await signUp(service)
      const app = await registerTestApp(service, person)
      expectRefused(await remove(person, app.app_id, secretId), 404, 'not_found')
      expect(status(await obtainOwnToken(app))).toBe(200)
    },
  )

  it('asks for a session', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const path = { appId: app.app_id, secretId: (await add(person, app.app_id)).id }
    expectRefused(await deleteAppSecret({ client: service.as(), path }), 401, 'invalid_token')
    const { data } = await listAppSecrets({ client: service.as(person.token), path })
    expect(data).toHaveLength(2)
  })
})
