import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, getApp, issueToken, updateApp } from '../../../client/index.ts'
import { redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, redeem, requestCode } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function update(person: Person, appId: string, body: object) {
  return updateApp({ client: service.as(person.token), path: { appId }, body })
}

async function shown(person: Person, appId: string) {
  return (await getApp({ client: service.as(person.token), path: { appId }, throwOnError: true })).data
}

async function ownerWithApp() {
  const person = await signUp(service)
  return { person, app: await registerTestApp(service, person) }
}

describe('updateApp', () => {
  it('changes what is sent and leaves the rest as it is', async () => {
    const { person, app } = await ownerWithApp()
    const answer = await update(person, app.app_id, { name: 'Renamed', scopes: ['openid'] })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ ...app.application, name: 'Renamed', scopes: ['openid'] })
    expect(await shown(person, app.app_id)).toEqual(answer.data)
  })

  it('takes the internal id as well', async () => {
    const { person, app } = await ownerWithApp()
    expect((await update(person, app.application.id, { description: 'New' })).data?.description).toBe('New')
  })

  it('answers for another user’s app as for an unknown one, and changes nothing', async () => {
    const { person, app } = await ownerWithApp()
    const stranger = await signUp(service)
    const change = { redirect_uris: ['https://evil.example/callback'] }
    const unknown = expectRefused(await update(stranger, 'app_unknown', change), 404, 'not_found')
    for (const reference of [app.app_id, app.application.id]) {
      const refusal = expectRefused(await update(stranger, reference, change), 404, 'not_found')
      expect(withoutRequestId(refusal)).toEqual(withoutRequestId(unknown))
    }
    expect(await shown(person, app.app_id)).toEqual(app.application)
  })

  it.each([
    [{}, 'invalid_request'],
    [{ first_party: true }, 'invalid_request'],
    [{ rate_limit_hour: 1_000_000 }, 'invalid_request'],
    [{ app_id: 'app_AAAAAAAAAAAAAAAAAAAAAA' }, 'invalid_request'],
    [{ name: null }, 'invalid_request'],
    [{ redirect_uris: ['https://evil.example/#x'] }, 'invalid_redirect_uri'],
    [{ redirect_uris: [] }, 'invalid_redirect_uri'],
    [{ scopes: ['admin'] }, 'invalid_scope'],
    [{ token_endpoint_auth_method: 'none' }, 'invalid_client_metadata'],
    [{ response_types: ['token'], grant_types: ['authorization_code'] }, 'invalid_client_metadata'],
  ])('refuses %j and changes nothing', async (change, code) => {
    const { person, app } = await ownerWithApp()
    expectRefused(await update(person, app.app_id, change), 400, code)
    expect(await shown(person, app.app_id)).toEqual(app.application)
  })

  it('lets no two changes add up to what one would be refused for', async () => {
    const { person, app } = await ownerWithApp()
    const toPublic = {
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
    }
    expect(status(await update(person, app.app_id, { id_token_signed_response_alg: 'HS256' }))).toBe(200)
    expectRefused(await update(person, app.app_id, toPublic), 400, 'invalid_client_metadata')
    const now = await shown(person, app.app_id)
    expect(now).toMatchObject({
      id_token_signed_response_alg: 'HS256',
      grant_types: app.application.grant_types,
    })
  })

  it('loses neither of two changes made at once without saying so', async () => {
    const { person, app } = await ownerWithApp()
    for (let round = 0; round < 10; round++) {
      const [name, description] = [`Name ${round}`, `Description ${round}`]
      const answers = await Promise.all([
        update(person, app.app_id, { name }),
        update(person, app.app_id, { description }),
      ])
      const now = await shown(person, app.app_id)
      if (status(answers[0]) === 200) expect(now.name).toBe(name)
      if (status(answers[1]) === 200) expect(now.description).toBe(description)
    }
  })

  it('sends nobody to a redirect URI that was taken away, but honours the codes it was used for', async () => {
    const { person, app } = await ownerWithApp()
    const requested = await requestCode(service, person, app)
    const next = 'https://example.com/next'
    expect((await update(person, app.app_id, { redirect_uris: [next] })).data?.redirect_uris).toEqual([next])
    const body = { response_type: 'code', client_id: app.app_id, redirect_uri: redirectUri }
    expectRefused(await authorize({ client: service.as(person.token), body }), 400, 'invalid_request')
    expect(status(await redeem(service, app, requested))).toBe(200)
  })

  it('accepts only the one authentication method that was set, and all again after null', async () => {
    const { person, app } = await ownerWithApp()
    const post = async () => {
      const body = { grant_type: 'client_credentials' as const, ...credentialsOf(app) }
      return issueToken({ client: service.as(), body })
    }
    await update(person, app.app_id, { token_endpoint_auth_method: 'client_secret_basic' })
    expectRefused(await post(), 401, 'invalid_client')
    await update(person, app.app_id, { token_endpoint_auth_method: null })
    expect(status(await post())).toBe(200)
  })

  it('takes its secret’s power from an app that becomes public', async () => {
    const { person, app } = await ownerWithApp()
    const grant_types = ['authorization_code', 'refresh_token']
    const change = await update(person, app.app_id, { token_endpoint_auth_method: 'none', grant_types })
    expect(change.data).toMatchObject({ token_endpoint_auth_method: 'none', grant_types })
    const requested = await requestCode(service, person, app)
    expectRefused(await redeem(service, app, requested), 401, 'invalid_client')
    expect(status(await redeem(service, { app_id: app.app_id }, requested))).toBe(200)
  })

  it('asks for a session', async () => {
    const { person, app } = await ownerWithApp()
    const request = { client: service.as(), path: { appId: app.app_id }, body: { name: 'Renamed' } }
    expectRefused(await updateApp(request), 401, 'invalid_token')
    expect(await shown(person, app.app_id)).toEqual(app.application)
  })
})
