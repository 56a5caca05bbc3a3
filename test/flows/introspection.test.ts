import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteApp, getUserinfo, revokeToken, type AppRegistrationResponse } from '../../client/index.ts'
import { obtainTokens, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { registerOperatorApp } from '#test/support/operator.ts'
import { startService, type TestService } from '#test/support/service.ts'
import {
  credentialsOf,
  introspect,
  redeem,
  refreshed,
  requestCode,
  type AppCredentials,
} from '#test/support/tokens.ts'

let service: TestService
let resourceServer: AppCredentials
let person: Person
let app: AppRegistrationResponse

const resource = 'https://api.example.com/v1'

beforeAll(async () => {
  service = await startService()
  resourceServer = await registerOperatorApp(service, { resources: [resource, 'https://files.example.com'] })
})

afterAll(() => service.stop())

async function start(access_token_format: 'jwt' | 'opaque', asked: { resource?: string } = { resource }) {
  person = await signUp(service)
  app = await registerTestApp(service, person, {
    access_token_format,
    scopes: ['openid', 'profile', 'email'],
  })
  return obtainTokens(service, person, app, asked)
}

const inactive = { active: false }

describe.each(['jwt', 'opaque'] as const)('introspection of %s access tokens', (format) => {
  it('tells the resource server about a token for its resource, and the app it was issued to', async () => {
    const { access_token } = await start(format)
    const expected = {
      active: true,
      aud: resource,
      client_id: app.app_id,
      sub: person.id,
      token_type: 'Bearer',
    }
    expect(await introspect(service, resourceServer, access_token)).toMatchObject(expected)
    expect(await introspect(service, app, access_token)).toMatchObject(expected)
  })

  it('tells a resource server nothing about tokens for others, nor for the issuer', async () => {
    const plain = await start(format, {})
    expect(await introspect(service, resourceServer, plain.access_token)).toEqual(inactive)
    for (const other of [`${resource}/`, 'https://api.example.com/', 'https://api.example.com/v10']) {
      const { access_token } = await start(format, { resource: other })
      expect(await introspect(service, resourceServer, access_token)).toEqual(inactive)
    }
  })

  it('tells other apps nothing, also those of the same owner', async () => {
    const { access_token } = await start(format)
    const sibling = await registerTestApp(service, person)
    const thief = await registerTestApp(service, await signUp(service))
    for (const other of [sibling, thief])
      expect(await introspect(service, other, access_token)).toEqual(inactive)
  })

  it('never tells the resource server about refresh tokens', async () => {
    const { refresh_token = '' } = await start(format)
    expect(await introspect(service, resourceServer, refresh_token)).toEqual(inactive)
    expect(await introspect(service, app, refresh_token)).toMatchObject({ active: true })
  })

  it('keeps the resource over a refresh, and userinfo closed to it', async () => {
    const { refresh_token } = await start(format)
    const { access_token } = await refreshed(service, app, refresh_token)
    expect(await introspect(service, resourceServer, access_token)).toMatchObject({
      active: true,
      aud: resource,
    })
    expectRefused(await getUserinfo({ client: service.as(access_token) }), 401, 'invalid_token')
  })

  it('tells at once that a token was revoked', async () => {
    const { access_token } = await start(format)
    const body = { token: access_token, ...credentialsOf(app) }
    expect(status(await revokeToken({ client: service.as(), body }))).toBe(200)
    for (const asking of [app, resourceServer])
      expect(await introspect(service, asking, access_token)).toEqual(inactive)
  })

  it('lets no resource server revoke what it may look at', async () => {
    const { access_token } = await start(format)
    const body = { token: access_token, ...credentialsOf(resourceServer) }
    expect(status(await revokeToken({ client: service.as(), body }))).toBe(200)
    expect(await introspect(service, resourceServer, access_token)).toMatchObject({ active: true })
  })

  it('tells at once that the grant was revoked', async () => {
    const { access_token, refresh_token = '' } = await start(format)
    const body = { token: refresh_token, ...credentialsOf(app) }
    await revokeToken({ client: service.as(), body, throwOnError: true })
    for (const token of [access_token, refresh_token])
      for (const asking of [app, resourceServer])
        expect(await introspect(service, asking, token)).toEqual(inactive)
  })

  it('tells at once that the code was used twice', async () => {
    await start(format)
    const requested = await requestCode(service, person, app, { resource })
    const { data } = await redeem(service, app, requested)
    expect(await introspect(service, resourceServer, data?.access_token ?? '')).toMatchObject({
      active: true,
    })
    await redeem(service, app, requested)
    expect(await introspect(service, resourceServer, data?.access_token ?? '')).toEqual(inactive)
  })

  it('tells at once that the app was deleted', async () => {
    const { access_token } = await start(format)
    const path = { appId: app.app_id }
    await deleteApp({ client: service.as(person.token), path, throwOnError: true })
    expect(await introspect(service, resourceServer, access_token)).toEqual(inactive)
  })

  it('tells that the token has expired', async () => {
    const { access_token } = await start(format)
    service.clock.advance(3590)
    expect(await introspect(service, resourceServer, access_token)).toMatchObject({ active: true })
    service.clock.advance(11)
    expect(await introspect(service, resourceServer, access_token)).toEqual(inactive)
  })
})
