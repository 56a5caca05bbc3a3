import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAppSecret, getApp, issueToken, updateApp } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, failingPaths, status } from '#test/support/answers.ts'
import { assertionMembers, createSigner, signAssertion, type ClientSigner } from '#test/support/assertions.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, type AppCredentials } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let signer: ClientSigner

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  signer = await createSigner('EdDSA')
})

afterAll(() => service.stop())

const grant = { grant_type: 'client_credentials' } as const

async function bySignature(appId: string, by = signer) {
  const members = assertionMembers(await signAssertion(by, appId, service.url, service.clock))
  return issueToken({ client: service.as(), body: { ...grant, ...members } })
}

const bySecret = (app: AppCredentials) =>
  issueToken({ client: service.as(), body: { ...grant, ...credentialsOf(app) } })

const update = (appId: string, body: object) =>
  updateApp({ client: service.as(person.token), path: { appId }, body })

describe('an app with keys', () => {
  it('has no secret, proves itself by a signature, and shows its public keys', async () => {
    const app = await registerTestApp(service, person, {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [signer.publicJwk] },
    })
    expect(app).not.toHaveProperty('app_secret')
    expect(app.application).toMatchObject({
      token_endpoint_auth_signing_alg: 'EdDSA',
      jwks: { keys: [signer.publicJwk] },
      jwks_uri: null,
    })
    expect(status(await bySignature(app.app_id))).toBe(200)
    const path = { appId: app.app_id }
    const secret = createAppSecret({ client: service.as(person.token), path, body: { name: 'x' } })
    expectRefused(await secret, 409, 'conflict')
  })

  it('may come from one with a secret, which then stops working', async () => {
    const app = await registerTestApp(service, person)
    expect(status(await bySecret(app))).toBe(200)
    const keys = { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [signer.publicJwk] } }
    expect(status(await update(app.app_id, keys))).toBe(200)
    expectRefused(await bySecret(app), 401, 'invalid_client')
    expect(status(await bySignature(app.app_id))).toBe(200)
    expect(status(await update(app.app_id, { token_endpoint_auth_method: null }))).toBe(200)
    expectRefused(await bySignature(app.app_id), 401, 'invalid_client')
    expect(status(await bySecret(app))).toBe(200)
  })

  it('moves its keys from one place to the other, and to other keys', async () => {
    const app = await registerTestApp(service, person, {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: [signer.publicJwk] },
    })
    const next = await createSigner('ES256')
    const changed = await update(app.app_id, { jwks: { keys: [next.publicJwk] } })
    expect(changed.data).toMatchObject({ token_endpoint_auth_signing_alg: 'ES256' })
    expectRefused(await bySignature(app.app_id), 401, 'invalid_client')
    expect(status(await bySignature(app.app_id, next))).toBe(200)
    const moved = await update(app.app_id, { jwks_uri: 'https://app.example.com/jwks' })
    expect(moved.data).toMatchObject({ jwks: null, jwks_uri: 'https://app.example.com/jwks' })
    const { data } = await getApp({ client: service.as(person.token), path: { appId: app.app_id } })
    expect(data).toEqual(moved.data)
  })

  it.each<[string, object, string]>([
    ['no keys', { token_endpoint_auth_method: 'private_key_jwt' }, '/jwks'],
    ['a private key', { jwks: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'x', d: 'd' }] } }, '/jwks'],
    ['a private jwks_uri', { jwks_uri: 'https://192.168.0.1/jwks' }, '/jwks_uri'],
    ['a jwks_uri without https', { jwks_uri: 'http://app.example.com/jwks' }, '/jwks_uri'],
  ])('is not made with %s', async (_, body, path) => {
    const app = await registerTestApp(service, person)
    const refusal = expectRefused(await update(app.app_id, body), 400, 'invalid_client_metadata')
    expect(failingPaths(refusal)).toEqual([path])
  })
})
