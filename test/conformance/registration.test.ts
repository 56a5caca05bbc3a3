import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  getOpenidConfiguration,
  issueToken,
  readClient,
  registerClient,
  type ClientRegistration,
  type ClientRegistrationRequest,
} from '../../client/index.ts'
import { authorizeApp, redirectUri, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { openSignIn } from '#test/support/authorization.ts'
import { assertionMembers, createSigner, signAssertion, type ClientSigner } from '#test/support/assertions.ts'
import { createBrowser } from '#test/support/browser.ts'
import { hang, startClientServer, type ClientServer } from '#test/support/clientServer.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let server: ClientServer
let person: Person

beforeAll(async () => {
  service = await startService(openRegistration)
  server = await startClientServer()
  person = await signUp(service)
})

afterAll(async () => {
  await service.stop()
  await server.stop()
})

const register = (body: ClientRegistrationRequest) =>
  registerClient({ client: service.as(), body: { redirect_uris: [redirectUri], ...body } })

const readBack = async ({ client_id: clientId, registration_access_token: token }: ClientRegistration) =>
  (await readClient({ client: service.as(token), path: { clientId }, throwOnError: true })).data

/** A code for a client that registered itself, without PKCE, as the suite asks for one. */
async function requestCode({ client_id: id }: ClientRegistration, scope = 'openid'): Promise<string> {
  const answer = await authorizeApp(service, person, id, { scope, consent: 'approve' })
  expect(answer.get('error')).toBeNull()
  return answer.get('code')!
}

async function authenticated(
  signer: ClientSigner,
  { client_id: id }: ClientRegistration,
  audience = service.url,
) {
  return assertionMembers(await signAssertion(signer, id, audience, service.clock))
}

describe('dynamic registration', () => {
  it('oidcc-server: a client that registered itself signs somebody in without PKCE', async () => {
    const made = await registerByItself(service)
    const code = await requestCode(made)
    const credentials = { client_id: made.client_id, client_secret: made.client_secret! }
    const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri } as const
    const wrong = await issueToken({ client: service.as(), body: { ...grant, ...credentials } })
    expectRefused(wrong, 401, 'invalid_client')
    const basic = Buffer.from(`${made.client_id}:${made.client_secret}`).toString('base64')
    const headers = { Authorization: `Basic ${basic}` }
    const { data } = await issueToken({ client: service.as(), headers, body: grant })
    expect(data).toMatchObject({ token_type: 'Bearer', id_token: expect.any(String) })
  })

  it('oidcc-server-client-secret-post: a client that registers for it sends its secret in the body', async () => {
    const made = await registerByItself(service, { token_endpoint_auth_method: 'client_secret_post' })
    const grant = {
      grant_type: 'authorization_code',
      code: await requestCode(made),
      redirect_uri: redirectUri,
      client_id: made.client_id,
      client_secret: made.client_secret!,
    } as const
    expect(status(await issueToken({ client: service.as(), body: grant }))).toBe(200)
  })

  it('oidcc-redirect-uri-regfrag: a redirect URI with a fragment is refused', async () => {
    expectRefused(await register({ redirect_uris: [`${redirectUri}#fragment`] }), 400, 'invalid_redirect_uri')
  })

  it.each([
    ['oidcc-registration-logo-uri', 'logo_uri'],
    ['oidcc-registration-policy-uri', 'policy_uri'],
    ['oidcc-registration-tos-uri', 'tos_uri'],
  ] as const)('%s: is registered as it was sent, and shown where people sign in', async (_module, name) => {
    const made = await registerByItself(service, { [name]: `https://example.com/${name}` })
    const page = await openSignIn(service, createBrowser(service), made.client_id, { scope: 'openid' })
    expect(page.html).toContain(`="https://example.com/${name}"`)
    const images = /img-src [^;]*/.exec(page.headers.get('content-security-policy')!)![0]
    expect(images.includes('https://example.com')).toBe(name === 'logo_uri')
    expect([made[name], (await readBack(made))[name]]).toEqual(Array(2).fill(`https://example.com/${name}`))
  })

  it('oidcc-registration-jwks-uri: a client signs with a key that lies at its jwks_uri', async () => {
    const signer = await createSigner('RS256')
    server.serve('/jwks', { keys: [signer.publicJwk] })
    const made = await registerByItself(service, {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: `${server.url}/jwks`,
    })
    expect(made).toMatchObject({ jwks_uri: `${server.url}/jwks`, token_endpoint_auth_signing_alg: 'RS256' })
    const code = await requestCode(made)
    const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri } as const
    const body = { ...grant, ...(await authenticated(signer, made)) }
    expect(status(await issueToken({ client: service.as(), body }))).toBe(200)
  })

  it('oidcc-registration-sector-uri: a sector that lists the redirect URIs takes the client in', async () => {
    server.serve('/sector', [redirectUri, 'https://other.example/callback'])
    const uri = `${server.url}/sector`
    const made = await registerByItself(service, { subject_type: 'pairwise', sector_identifier_uri: uri })
    expect(made).toMatchObject({ subject_type: 'pairwise', sector_identifier_uri: uri })
    const stored = await service.running.context.store.clients.findByClientId(
      made.client_id,
      service.clock.now(),
    )
    expect(stored!.client.sectorIdentifier).toBe('127.0.0.1')
  })

  it('oidcc-registration-sector-bad: one that does not, and one that cannot be read, refuses it', async () => {
    server.serve('/bad', ['https://other.example/callback'])
    server.serve('/text', (_request: unknown, response: any) => response.end('no list'))
    server.serve('/hang', hang)
    for (const path of ['/bad', '/text', '/missing', '/hang'])
      for (const subject_type of ['pairwise', 'public'] as const) {
        const body = { subject_type, sector_identifier_uri: `${server.url}${path}` }
        expectRefused(await register(body), 400, 'invalid_client_metadata')
      }
  })

  it('oidcc-refresh-token-rp-key-rotation: a new key at the jwks_uri works as soon as it signs', async () => {
    const [old, next] = [await createSigner('RS256'), await createSigner('RS256')]
    server.serve('/rotated', { keys: [old.publicJwk] })
    const made = await registerByItself(service, {
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: ['authorization_code', 'refresh_token'],
      jwks_uri: `${server.url}/rotated`,
    })
    const code = await requestCode(made, 'openid offline_access')
    const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri } as const
    const first = await issueToken({
      client: service.as(),
      body: { ...grant, ...(await authenticated(old, made)) },
    })
    server.serve('/rotated', { keys: [next.publicJwk] })
    service.clock.advance(15)
    const refresh = { grant_type: 'refresh_token', refresh_token: first.data!.refresh_token! } as const
    const body = { ...refresh, ...(await authenticated(next, made)) }
    expect(status(await issueToken({ client: service.as(), body }))).toBe(200)
  })

  it('oidcc-ensure-client-assertion-with-iss-aud-succeeds: the issuer is the audience of an assertion', async () => {
    const signer = await createSigner('RS256')
    const made = await registerByItself(service, {
      token_endpoint_auth_method: 'private_key_jwt',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      jwks: { keys: [signer.publicJwk] },
    })
    const { data: metadata } = await getOpenidConfiguration({ client: service.as(), throwOnError: true })
    for (const audience of [metadata.issuer, metadata.token_endpoint]) {
      const body = {
        grant_type: 'client_credentials',
        ...(await authenticated(signer, made, audience)),
      } as const
      expect(status(await issueToken({ client: service.as(), body }))).toBe(200)
    }
  })

  it('oidcc-3rd_party-init-login: initiate_login_uri is told again, also by the registration', async () => {
    const uri = 'https://example.com/initiate'
    const made = await registerByItself(service, { initiate_login_uri: uri })
    expect([made.initiate_login_uri, (await readBack(made)).initiate_login_uri]).toEqual([uri, uri])
  })

  it('oidcc-3rd_party-init-login-nohttps: one without https is refused', async () => {
    const body = { initiate_login_uri: 'http://example.com/initiate' }
    expectRefused(await register(body), 400, 'invalid_client_metadata')
  })
})
