import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteTotp, enrolTotp, getAccount, listActivity, login, stepUp } from '../../../client/index.ts'
import { signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { enrolAuthenticator, signInWithCode } from '#test/support/factors.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

describe('deleteTotp', () => {
  it('removes the app with its recovery codes: the password is enough again', async () => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    expect(status(await deleteTotp({ client: service.as(person.token) }))).toBe(204)
    const { email, password } = person
    expect(status(await login({ client: service.as(), body: { email, password } }))).toBe(200)
    const client = service.as(person.token)
    const { data } = await getAccount({ client, throwOnError: true })
    expect(data).toMatchObject({ second_factors: [], recovery_codes_remaining: 0 })
    const activity = await listActivity({ client, throwOnError: true })
    expect(activity.data.map(({ kind }) => kind)).toContain('second_factor_removed')

    // What stood in for the removed factor stands in for no later one.
    const again = { ...person, token: await signIn(service, email) }
    await enrolAuthenticator(service, again)
    const late = await login({ client: service.as(), body: { email, password, code: app.recoveryCodes[0]! } })
    expectRefused(late, 401, 'invalid_credentials')
  })

  it('needs a factor: a session that has shown the password only is refused, whatever its age', async () => {
    const person = await signUp(service)
    const weak = await signIn(service, person.email)
    const app = await enrolAuthenticator(service, person)
    const refused = await deleteTotp({ client: service.as(weak) })
    expectRefused(refused, 401, 'insufficient_user_authentication')
    expect(header(refused, 'www-authenticate')).toContain('acr_values="aal2"')
    expectRefused(
      await stepUp({ client: service.as(weak), body: { password: person.password } }),
      401,
      'insufficient_user_authentication',
    )
    expectRefused(await deleteTotp({ client: service.as(weak) }), 401, 'insufficient_user_authentication')
    await stepUp({ client: service.as(weak), body: { code: app.nextCode() }, throwOnError: true })
    expect(status(await deleteTotp({ client: service.as(weak) }))).toBe(204)
  })

  it('needs a factor shown lately', async () => {
    const person = await signUp(service)
    const app = await enrolAuthenticator(service, person)
    const { token } = await signInWithCode(service, person, app.nextCode())
    service.clock.advance(301)
    expectRefused(await deleteTotp({ client: service.as(token) }), 401, 'insufficient_user_authentication')
  })

  it('finds nothing where no app is in use, also while one waits for its first code', async () => {
    const client = service.as((await signUp(service)).token)
    expectRefused(await deleteTotp({ client }), 404, 'not_found')
    await enrolTotp({ client, throwOnError: true })
    expectRefused(await deleteTotp({ client }), 404, 'not_found')
  })
})
