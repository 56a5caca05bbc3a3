import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getApp } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function get(person: Person, appId: string) {
  return getApp({ client: service.as(person.token), path: { appId } })
}

describe('getApp', () => {
  it('shows an app by its app_id and by its internal id, without any secret', async () => {
    const person = await signUp(service)
    const { app_id, app_secret, application } = await registerTestApp(service, person)
    const answer = await get(person, app_id)
    expect(answer.data).toEqual(application)
    expect((await get(person, application.id)).data).toEqual(application)
    expect(JSON.stringify(answer.data)).not.toContain(app_secret)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(header(answer, 'vary')).toBe('Authorization, X-Auth-Token')
  })

  it('answers for another user’s app exactly as for one that never was', async () => {
    const [owner, stranger] = await Promise.all([signUp(service), signUp(service)])
    const { app_id, application } = await registerTestApp(service, owner)
    const unknown = expectRefused(await get(stranger, 'app_AAAAAAAAAAAAAAAAAAAAAA'), 404, 'not_found')
    for (const reference of [app_id, application.id]) {
      const refusal = expectRefused(await get(stranger, reference), 404, 'not_found')
      expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
    }
  })

  it.each([
    'app_',
    'register2',
    '019c3040-8260-7246-ac0c-491001e129dd',
    '1',
    'null',
    '%00x',
    'a/b',
    '{"$ne":1}',
  ])('finds nothing at %j', async (reference) => {
    expectRefused(await get(await signUp(service), reference), 404, 'not_found')
  })

  it('refuses a reference that is too long to be one', async () => {
    const answer = await get(await signUp(service), 'a'.repeat(65))
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual(['path/appId'])
  })

  it('asks for a session', async () => {
    const { app_id: appId } = await registerTestApp(service, await signUp(service))
    expectRefused(await getApp({ client: service.as(), path: { appId } }), 401, 'invalid_token')
  })
})
