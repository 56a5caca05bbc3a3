import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteAppLogo, getApp, getAppLogo } from '../../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { uploadLogo } from '#test/support/uploads.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function remove(person: Person, appId: string) {
  return deleteAppLogo({ client: service.as(person.token), path: { appId } })
}

describe('deleteAppLogo', () => {
  it('leaves the app as it was before it had one, by either of its ids', async () => {
    const person = await signUp(service)
    const { app_id, application } = await registerTestApp(service, person)
    const path = { appId: app_id }
    for (const reference of [app_id, application.id]) {
      await uploadLogo(service, person, app_id)
      expect(status(await remove(person, reference))).toBe(204)
      expectRefused(await getAppLogo({ client: service.as(), path }), 404, 'not_found')
      expect((await getApp({ client: service.as(person.token), path })).data).toEqual(application)
    }
  })

  it('does nothing where there is none', async () => {
    const person = await signUp(service)
    const { app_id } = await registerTestApp(service, person)
    expect(status(await remove(person, app_id))).toBe(204)
  })

  it('answers for another user’s app as for an unknown one, and deletes nothing', async () => {
    const [owner, stranger] = [await signUp(service), await signUp(service)]
    const { app_id, application } = await registerTestApp(service, owner)
    await uploadLogo(service, owner, app_id)
    const unknown = expectRefused(await remove(stranger, 'app_unknown'), 404, 'not_found')
    for (const reference of [app_id, application.id]) {
      const refusal = expectRefused(await remove(stranger, reference), 404, 'not_found')
      expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
    }
    expect(status(await getAppLogo({ client: service.as(), path: { appId: app_id } }))).toBe(200)
  })

  it('asks for a session', async () => {
    const person = await signUp(service)
    const path = { appId: (await registerTestApp(service, person)).app_id }
    await uploadLogo(service, person, path.appId)
    expectRefused(await deleteAppLogo({ client: service.as(), path }), 401, 'invalid_token')
    expect(status(await getAppLogo({ client: service.as(), path }))).toBe(200)
  })
})
