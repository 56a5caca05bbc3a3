import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteClient, readClient, type ClientRegistration } from '../../../client/index.ts'
import { registerTestApp, signUp } from '#test/support/actors.ts'
import { expectRefused, header, status, withoutRequestId } from '#test/support/answers.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { send } from '#test/support/wire.ts'

let service: TestService
let made: ClientRegistration

beforeAll(async () => {
  service = await startService(openRegistration)
  made = await registerByItself(service, {
    client_name: 'Reader',
    software_id: 's',
    initiate_login_uri: 'https://a.example/',
  })
})

afterAll(() => service.stop())

const read = (clientId: string, token?: string) =>
  readClient({ client: service.as(token), path: { clientId } })

describe('readClient', () => {
  it('answers what was registered, without the secret', async () => {
    const answer = await read(made.client_id, made.registration_access_token)
    const { client_secret: _secret, client_secret_expires_at: _expires, ...rest } = made
    expect(answer.data).toEqual(rest)
    expect(header(answer, 'cache-control')).toBe('no-store')
  })

  it('takes the token as X-Auth-Token too', async () => {
    const path = `/oauth2/register/${made.client_id}`
    const headers = { 'x-auth-token': made.registration_access_token }
    const answer = await send(service.url, { method: 'GET', path, headers })
    expect([answer.status, answer.body.client_id]).toEqual([200, made.client_id])
  })

  it('answers every other token alike, whether or not there is such a client (RFC 7592 §2.1)', async () => {
    const other = await registerByItself(service)
    const gone = await registerByItself(service)
    const token = gone.registration_access_token
    await deleteClient({ client: service.as(token), path: { clientId: gone.client_id }, throwOnError: true })
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const refusals = await Promise.all([
      read(made.client_id, other.registration_access_token),
      read('app_unknown', made.registration_access_token),
      read(app.app_id, made.registration_access_token),
      read(gone.client_id, token),
      read(made.client_id, token),
    ])
    const told = new Set(
      refusals.map((refusal) =>
        JSON.stringify(withoutRequestId(expectRefused(refusal, 401, 'invalid_token'))),
      ),
    )
    expect(told.size).toBe(1)
  })

  it('opens to no other kind of token', async () => {
    const person = await signUp(service)
    const changed = `${made.registration_access_token.slice(0, 12)}${made.registration_access_token[12] === 'A' ? 'B' : 'A'}${made.registration_access_token.slice(13)}`
    for (const token of [undefined, person.token, made.client_secret, made.client_id, changed])
      expectRefused(await read(made.client_id, token), 401, 'invalid_token')
  })

  it('does not need registration to be open any longer', async () => {
    const { registrations } = service.running.context.store
    expect(await registrations.findByToken(Buffer.alloc(32))).toBeNull()
    expect(status(await read(made.client_id, made.registration_access_token))).toBe(200)
  })
})
