import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteClient, issueToken, readClient } from '../../../client/index.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService(openRegistration)
})

afterAll(() => service.stop())

const remove = (clientId: string, token?: string) =>
  deleteClient({ client: service.as(token), path: { clientId } })

describe('deleteClient', () => {
  it('ends the client, its secret and its registration token', async () => {
    const made = await registerByItself(service, { grant_types: ['client_credentials'], redirect_uris: [] })
    const { client_id: clientId, registration_access_token: token } = made
    const headers = basicOf(clientId, made.client_secret!)
    const body = { grant_type: 'client_credentials' } as const
    expect(status(await issueToken({ client: service.as(), headers, body }))).toBe(200)
    expect(status(await remove(clientId, token))).toBe(204)
    expectRefused(await issueToken({ client: service.as(), headers, body }), 401, 'invalid_client')
    expectRefused(await remove(clientId, token), 401, 'invalid_token')
    expectRefused(await readClient({ client: service.as(token), path: { clientId } }), 401, 'invalid_token')
  })

  it('is for the client itself only', async () => {
    const [mine, other] = [await registerByItself(service), await registerByItself(service)]
    for (const token of [undefined, other.registration_access_token, mine.client_secret])
      expectRefused(await remove(mine.client_id, token), 401, 'invalid_token')
    const path = { clientId: mine.client_id }
    expect(status(await readClient({ client: service.as(mine.registration_access_token), path }))).toBe(200)
  })

  it('of two at once deletes once', async () => {
    const { client_id: clientId, registration_access_token: token } = await registerByItself(service)
    const answers = await Promise.all([1, 2, 3, 4].map(() => remove(clientId, token)))
    expect(answers.map(status).toSorted()).toEqual([204, 401, 401, 401])
  })
})
