import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ClientRegistration, ClientRegistrationRequest } from '../../client/index.ts'
import { assertionMembers, createSigner, signAssertion, type ClientSigner } from '#test/support/assertions.ts'
import { hang, startClientServer, type ClientServer } from '#test/support/clientServer.ts'
import { errorOf, post } from '#test/support/entryPoints.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService
let server: ClientServer
let signer: ClientSigner
let client: ClientRegistration
let other: ClientRegistration
const refused = new Set(['401 invalid_client'])

beforeAll(async () => {
  service = await startService(openRegistration)
  server = await startClientServer()
  signer = await createSigner('ES256')
  client = await registerSigner({ jwks: { keys: [signer.publicJwk] } })
  other = await registerSigner({ jwks: { keys: [signer.publicJwk] } })
})

afterAll(async () => {
  await service.stop()
  await server.stop()
})

function registerSigner(body: ClientRegistrationRequest): Promise<ClientRegistration> {
  return registerByItself(service, {
    grant_types: ['client_credentials'],
    redirect_uris: [],
    token_endpoint_auth_method: 'private_key_jwt',
    ...body,
  })
}

async function authenticate(by: ClientSigner, { client_id: id }: ClientRegistration): Promise<string> {
  const members = assertionMembers(await signAssertion(by, id, service.url, service.clock))
  return errorOf(await post(service, '/oauth2/token', { grant_type: 'client_credentials', ...members }))
}

describe('keys at a jwks_uri', () => {
  it('are fetched once, again for a key that is new, and at most every ten seconds', async () => {
    const [first, second] = [await createSigner('RS256'), await createSigner('RS256')]
    server.serve('/rotating', { keys: [first.publicJwk] })
    const registered = await registerSigner({ jwks_uri: `${server.url}/rotating` })
    for (let times = 0; times < 3; times += 1)
      expect(await authenticate(first, registered)).toBe('200 a token')
    expect(server.asked.get('/rotating')).toBe(1)
    service.clock.advance(10)
    server.serve('/rotating', { keys: [first.publicJwk, second.publicJwk] })
    expect(await authenticate(second, registered)).toBe('200 a token')
    expect(await authenticate(first, registered)).toBe('200 a token')
    expect(server.asked.get('/rotating')).toBe(2)
    const unknown = await createSigner('RS256')
    for (let times = 0; times < 5; times += 1)
      expect(await authenticate(unknown, registered)).toBe('401 invalid_client')
    expect(server.asked.get('/rotating')).toBe(2)
    service.clock.advance(10)
    expect(await authenticate(unknown, registered)).toBe('401 invalid_client')
    expect(server.asked.get('/rotating')).toBe(3)
  })

  it('that were withdrawn stop working within five minutes', async () => {
    const [old, next] = [await createSigner('ES256'), await createSigner('ES256')]
    server.serve('/withdrawn', { keys: [old.publicJwk] })
    const body = { jwks_uri: `${server.url}/withdrawn`, token_endpoint_auth_signing_alg: 'ES256' } as const
    const registered = await registerSigner(body)
    expect(await authenticate(old, registered)).toBe('200 a token')
    server.serve('/withdrawn', { keys: [next.publicJwk] })
    service.clock.advance(301)
    expect(await authenticate(old, registered)).toBe('401 invalid_client')
    expect(await authenticate(next, registered)).toBe('200 a token')
  })

  it.each<[string, unknown]>([
    ['is not there', (_request: unknown, response: any) => response.writeHead(404).end()],
    [
      'sends elsewhere',
      (_request: unknown, response: any) => response.writeHead(302, { location: '/rotating' }).end(),
    ],
    ['is no JSON', (_request: unknown, response: any) => response.end('<html>')],
    ['is no key set', ['x']],
    ['holds private keys', { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] }],
  ])('are none where what %s', async (name, behaviour) => {
    const path = `/${encodeURIComponent(name)}`
    server.serve(path, behaviour)
    const registered = await registerSigner({ jwks_uri: `${server.url}${path}` })
    expect(await authenticate(await createSigner('RS256'), registered)).toBe('401 invalid_client')
  })

  it('that stay away for a while are believed for an hour', async () => {
    const own = await createSigner('RS256')
    server.serve('/away', { keys: [own.publicJwk] })
    const registered = await registerSigner({ jwks_uri: `${server.url}/away` })
    expect(await authenticate(own, registered)).toBe('200 a token')
    server.serve('/away', (_request: unknown, response: any) => response.writeHead(503).end())
    service.clock.advance(600)
    expect(await authenticate(own, registered)).toBe('200 a token')
    service.clock.advance(3600)
    expect(await authenticate(own, registered)).toBe('401 invalid_client')
  })
})

describe('a dead jwks_uri', () => {
  it('costs its own client, and nobody else: not one place before the database', async () => {
    server.serve('/dead', hang)
    const dead = await registerSigner({ jwks_uri: `${server.url}/dead` })
    const own = await createSigner('RS256')
    // More than there are places, all at once.
    const hanging = Array.from({ length: 40 }, () => authenticate(own, dead))
    await expect.poll(() => server.asked.get('/dead')).toBe(1)
    const others = Promise.all([authenticate(signer, client), authenticate(signer, other)])
    const first = await Promise.race([others, ...hanging])
    expect(first).toEqual(['200 a token', '200 a token'])
    expect(new Set(await Promise.all(hanging))).toEqual(refused)
    expect(server.asked.get('/dead')).toBe(1)
    // Until it is asked again nobody waits for it, its own client included.
    expect(await authenticate(own, dead)).toBe('401 invalid_client')
    expect(server.asked.get('/dead')).toBe(1)
  })
})
