import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppPassword, getAccount, updateAccount } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

const nothingTold = {
  name: null,
  given_name: null,
  family_name: null,
  middle_name: null,
  nickname: null,
  preferred_username: null,
  profile: null,
  website: null,
  gender: null,
  birthdate: null,
  zoneinfo: null,
  locale: null,
  phone_number: null,
  address: null,
  picture: null,
}

describe('getAccount', () => {
  it('shows a new account with every member', async () => {
    const person = await signUp(service)
    const answer = await getAccount({ client: service.as(person.token) })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({
      id: person.id,
      email: person.email,
      email_verified: false,
      created_at: expect.stringMatching(/Z$/),
      updated_at: expect.stringMatching(/Z$/),
      ...nothingTold,
      second_factors: [],
      recovery_codes_remaining: 0,
      passkeys: 0,
      deletion_at: null,
    })
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(header(answer, 'vary')).toBe('Authorization, X-Auth-Token')
  })

  it('shows everybody their own', async () => {
    const [one, other] = [await signUp(service), await signUp(service)]
    await updateAccount({ client: service.as(one.token), body: { name: 'One' }, throwOnError: true })
    const { data } = await getAccount({ client: service.as(other.token) })
    expect(data).toMatchObject({ id: other.id, name: null })
  })

  it('opens to an app password that may read, and to none that may only write', async () => {
    const person = await signUp(service)
    const passwordFor = async (scopes: ('read' | 'write')[]) => {
      const body = { name: 'script', scopes }
      const { data } = await createAppPassword({
        client: service.as(person.token),
        body,
        throwOnError: true,
      })
      return data.app_password
    }
    const { data } = await getAccount({ client: service.as(await passwordFor(['read'])) })
    expect(data).toMatchObject({ id: person.id })
    const refused = await getAccount({ client: service.as(await passwordFor(['write'])) })
    expectRefused(refused, 403, 'insufficient_scope')
  })

  it('opens to no app', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const { access_token: token } = await obtainTokens(service, person, app)
    expectRefused(await getAccount({ client: service.as(token) }), 401, 'invalid_token')
    expectRefused(await getAccount({ client: service.as() }), 401, 'invalid_token')
  })
})
