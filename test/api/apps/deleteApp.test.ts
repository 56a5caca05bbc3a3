import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, deleteApp, getApp, getUserinfo, issueToken, listApps } from '../../../client/index.ts'
import { obtainTokens, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, expectAlive, redeem, refresh, requestCode } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function remove(person: Person, appId: string) {
  return deleteApp({ client: service.as(person.token), path: { appId } })
}

describe('deleteApp', () => {
  it('removes the app, by either of its ids', async () => {
    const person = await signUp(service)
    const [first, second] = [await registerTestApp(service, person), await registerTestApp(service, person)]
    expect(status(await remove(person, first.app_id))).toBe(204)
    expect(status(await remove(person, second.application.id))).toBe(204)
    expect((await listApps({ client: service.as(person.token) })).data).toEqual([])
    const path = { appId: first.app_id }
    expectRefused(await getApp({ client: service.as(person.token), path }), 404, 'not_found')
    expectRefused(await remove(person, first.app_id), 404, 'not_found')
  })

  it.each(['jwt', 'opaque'] as const)(
    'ends codes, secrets and tokens of an app with %s tokens',
    async (format) => {
      const person = await signUp(service)
      const app = await registerTestApp(service, person, { access_token_format: format })
      const [tokens, code] = [
        await obtainTokens(service, person, app),
        await requestCode(service, person, app),
      ]
      await expectAlive(service, app, tokens.access_token)
      await remove(person, app.app_id)
      expectRefused(await getUserinfo({ client: service.as(tokens.access_token) }), 401, 'invalid_token')
      expectRefused(await redeem(service, app, code), 401, 'invalid_client')
      expectRefused(await refresh(service, app, tokens.refresh_token), 401, 'invalid_client')
      const body = { grant_type: 'client_credentials' as const, ...credentialsOf(app) }
      expectRefused(await issueToken({ client: service.as(), body }), 401, 'invalid_client')
      const request = { response_type: 'code', client_id: app.app_id, redirect_uri: redirectUri }
      expectRefused(
        await authorize({ client: service.as(person.token), body: request }),
        400,
        'invalid_request',
      )
    },
  )

  it('leaves the owner’s other apps and their tokens alone', async () => {
    const person = await signUp(service)
    const [doomed, kept] = [await registerTestApp(service, person), await registerTestApp(service, person)]
    const tokens = await obtainTokens(service, person, kept)
    await remove(person, doomed.app_id)
    await expectAlive(service, kept, tokens.access_token)
    expect(status(await refresh(service, kept, tokens.refresh_token))).toBe(200)
  })

  it('answers for another user’s app as for an unknown one, and deletes nothing', async () => {
    const [owner, stranger] = await Promise.all([signUp(service), signUp(service)])
    const app = await registerTestApp(service, owner)
    const unknown = expectRefused(await remove(stranger, 'app_unknown'), 404, 'not_found')
    for (const reference of [app.app_id, app.application.id]) {
      const refusal = expectRefused(await remove(stranger, reference), 404, 'not_found')
      expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
    }
    expect((await listApps({ client: service.as(owner.token) })).data).toEqual([app.application])
  })

  it('asks for a session', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const path = { appId: app.app_id }
    expectRefused(await deleteApp({ client: service.as(), path }), 401, 'invalid_token')
    expect(status(await getApp({ client: service.as(person.token), path }))).toBe(200)
  })
})
