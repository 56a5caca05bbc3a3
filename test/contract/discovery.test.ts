import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  getOauthMetadata,
  getOpenidConfiguration,
  listApps,
  type OpenidConfiguration,
} from '../../client/index.ts'
import { authorizeApp, createPkce, redirectUri, signUp } from '#test/support/actors.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { redeem } from '#test/support/tokens.ts'
import { send } from '#test/support/wire.ts'
import { proofs as oauthProofs, register, type World } from './discoveryProofs.ts'
import { formPost, openidProofs, protectedResource } from './openidProofs.ts'

const proofs = {
  ...oauthProofs,
  ...openidProofs,
  response_modes_supported: { ...oauthProofs['response_modes_supported'], form_post: formPost },
}

let service: TestService
let world: World
let openid: OpenidConfiguration
beforeAll(async () => {
  service = await startService()
  world = { service, person: await signUp(service) }
  openid = (await getOpenidConfiguration({ client: service.as(), throwOnError: true })).data
})
afterAll(() => service.stop())

/** What a client, or somebody between, may send to make the service believe it is somewhere else. */
const lies = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  forwarded: 'host=evil.example',
}

describe('the metadata', () => {
  test('has a proof here for each value of each of its lists, and no other', () => {
    const { protected_resources: resources, ...rest } = openid
    expect(resources).toEqual([openid.issuer])
    const lists = Object.entries(rest).filter(([, value]) => Array.isArray(value)) as [string, string[]][]
    const advertised = Object.fromEntries(lists.map(([name, values]) => [name, values.toSorted()]))
    const proven = Object.entries(proofs).map(([name, values]) => [name, Object.keys(values).toSorted()])
    expect(advertised).toEqual(Object.fromEntries(proven))
  })

  test('says the same in both documents', async () => {
    const { data: oauth } = await getOauthMetadata({ client: service.as(), throwOnError: true })
    expect(openid).toMatchObject(oauth)
    const onlyOpenid = Object.keys(openid).filter((name) => !(name in oauth))
    expect(onlyOpenid.toSorted()).toEqual([
      ...['acr_values_supported', 'backchannel_logout_session_supported', 'backchannel_logout_supported'],
      ...['claim_types_supported', 'claims_parameter_supported', 'claims_supported'],
      ...['display_values_supported', 'end_session_endpoint'],
      ...['frontchannel_logout_session_supported', 'frontchannel_logout_supported'],
      ...['id_token_signing_alg_values_supported', 'prompt_values_supported'],
      ...['request_parameter_supported', 'request_uri_parameter_supported'],
      ...['subject_types_supported', 'userinfo_endpoint', 'userinfo_signing_alg_values_supported'],
    ])
  })

  test('names endpoints at the issuer that answer', async () => {
    const urls = Object.entries(openid).filter(([name]) => /_(?:endpoint|uri)$/.test(name)) as [
      string,
      string,
    ][]
    expect(urls).toHaveLength(7)
    for (const [name, url] of urls) {
      expect(url.startsWith(`${service.url}/`), name).toBe(true)
      const { status } = await fetch(url, {
        method: name === 'jwks_uri' ? 'GET' : 'POST',
        redirect: 'manual',
      })
      expect([200, 303, 400, 401, 415], `${name} answered ${status}`).toContain(status)
    }
  })

  test('names documentation, and itself as a resource', async () => {
    expect((await fetch(openid.service_documentation)).status).toBe(200)
    await protectedResource(world)
  })

  test('stands at the issuer, whatever the Host header says', async () => {
    for (const name of ['openid-configuration', 'oauth-authorization-server', 'oauth-protected-resource']) {
      const path = `/.well-known/${name}`
      const { body, text } = await send(service.url, { method: 'GET', path, headers: lies })
      expect(body.issuer ?? body.resource).toBe(service.url)
      expect(text).not.toContain('evil.example')
    }
  })

  test('promises iss in every authorization answer, and keeps the promise', async () => {
    expect(openid.authorization_response_iss_parameter_supported).toBe(true)
    const { app_id: id } = await register(world, { require_pkce: false })
    for (const request of [{}, { consent: 'deny' as const }, { response_type: 'id_token' }]) {
      const answer = await authorizeApp(service, world.person, id, request)
      expect(answer.get('iss')).toBe(openid.issuer)
    }
  })
})

describe('the issuer', () => {
  const headersOf = (token: string) => ({
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    ...lies,
  })

  test('stands in answers and tokens, whatever the Host header says', async () => {
    const app = await register(world)
    const { challenge, verifier } = createPkce()
    const request = {
      response_type: 'code',
      client_id: app.app_id,
      redirect_uri: redirectUri,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }
    const answer = await send(service.url, {
      method: 'POST',
      path: '/oauth2/authorize',
      headers: headersOf(world.person.token),
      body: JSON.stringify(request),
    })
    const parameters = new URL(answer.body.redirect_uri as string).searchParams
    expect(parameters.get('iss')).toBe(service.url)
    const { data: tokens } = await redeem(service, app, { code: parameters.get('code')!, verifier })
    expect(decodeJwt(tokens!.id_token!).iss).toBe(service.url)
    expect(decodeJwt(tokens!.access_token)).toMatchObject({ iss: service.url, aud: service.url })
  })

  test('begins the link to the next page, whatever the Host header says', async () => {
    await register(world)
    await register(world)
    const answer = await send(service.url, {
      method: 'GET',
      path: '/api/v1/apps?count=1',
      headers: headersOf(world.person.token),
    })
    const link = /^<(.+)>; rel="next"$/.exec(String(answer.headers['link']))?.[1] ?? ''
    expect(link.startsWith(`${service.url}/api/v1/apps?`)).toBe(true)
    const { data: next } = await listApps({
      client: service.as(world.person.token),
      query: Object.fromEntries(new URL(link).searchParams),
    })
    expect(next).toHaveLength(1)
    expect(next![0]!.id).not.toBe(answer.body[0].id)
  })
})

describe.each(Object.entries(proofs))('%s', (_list, values) => {
  test.each(Object.entries(values))('%s works', async (_value, prove) => {
    await prove(world)
  })
})
