import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecoveryCodes, getAccount, listActivity, login } from '../../../client/index.ts'
import { signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { beginSignIn, enrolAuthenticator, signInWithCode } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('createRecoveryCodes', () => {
  it('gives ten codes that replace all others, and tells how many are left', async () => {
    const person = await signUp(service)
    const client = service.as(person.token)
    const app = await enrolAuthenticator(service, person)
    const answer = await createRecoveryCodes({ client })
    expect([status(answer), header(answer, 'cache-control')]).toEqual([201, 'no-store'])
    const { recovery_codes: codes } = answer.data!
    expect(new Set([...codes, ...app.recoveryCodes]).size).toBe(20)

    const { email, password } = person
    const old = await login({ client: service.as(), body: { email, password, code: app.recoveryCodes[0]! } })
    expectRefused(old, 401, 'invalid_credentials')
    await signInWithCode(service, person, codes[9]!)
    const { data } = await getAccount({ client, throwOnError: true })
    expect(data.recovery_codes_remaining).toBe(9)
    const activity = await listActivity({ client, throwOnError: true })
    const kinds = activity.data.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['recovery_codes_created', 'recovery_code_used']))
  })

  it('leaves one set of ten when several are asked for at once', async () => {
    const person = await signUp(service)
    const client = service.as(person.token)
    await enrolAuthenticator(service, person)
    const answers = await Promise.all(Array.from({ length: 5 }, () => createRecoveryCodes({ client })))
    expect(answers.map(status)).toEqual([201, 201, 201, 201, 201])
    const { data } = await getAccount({ client, throwOnError: true })
    expect(data.recovery_codes_remaining).toBe(10)
  })

  it('is no method any more when all are used', async () => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    expect((await beginSignIn(service, person)).methods).toEqual(['totp', 'recovery_code'])
    for (const code of app.recoveryCodes) await signInWithCode(service, person, code)
    expect((await beginSignIn(service, person)).methods).toEqual(['totp'])
  })

  it('refuses an account without a second factor', async () => {
    const { token } = await signUp(service)
    expectRefused(await createRecoveryCodes({ client: service.as(token) }), 409, 'conflict')
  })

  it('asks for both factors, shown lately', async () => {
    const person = await signUp(service)
    const weak = await signIn(service, person.email)
    await enrolAuthenticator(service, person)
    for (const token of [weak, person.token]) {
      if (token === person.token) service.clock.advance(301)
      const refused = await createRecoveryCodes({ client: service.as(token) })
      expectRefused(refused, 401, 'insufficient_user_authentication')
    }
  })
})
