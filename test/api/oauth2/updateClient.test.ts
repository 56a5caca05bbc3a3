import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, readClient, updateClient, type ClientRegistration } from '../../../client/index.ts'
import { redirectUri } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { createSigner } from '#test/support/assertions.ts'
import { openRegistration, registerByItself } from '#test/support/registrations.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { basicOf } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService(openRegistration)
})

afterAll(() => service.stop())

function update(
  made: ClientRegistration,
  body: object,
  token: string | undefined = made.registration_access_token,
) {
  const path = { clientId: made.client_id }
  return updateClient({ client: service.as(token), path, body: { client_id: made.client_id, ...body } })
}

const readBack = async (made: ClientRegistration) =>
  (
    await readClient({
      client: service.as(made.registration_access_token),
      path: { clientId: made.client_id },
    })
  ).data

describe('updateClient', () => {
  it('replaces everything: what is left out is gone', async () => {
    const made = await registerByItself(service, {
      client_name: 'Before',
      contacts: ['a@b.example'],
      default_max_age: 5,
    })
    const next = 'https://www.example.com/callback'
    const answer = await update(made, { redirect_uris: [next], logo_uri: 'https://a.example/logo.png' })
    expect(answer.data).toMatchObject({
      client_id: made.client_id,
      client_name: 'www.example.com',
      redirect_uris: [next],
      logo_uri: 'https://a.example/logo.png',
      registration_access_token: made.registration_access_token,
    })
    for (const name of ['contacts', 'default_max_age', 'client_secret'])
      expect(answer.data).not.toHaveProperty(name)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(await readBack(made)).toEqual(answer.data)
  })

  it('takes back what a client was told, as many send it', async () => {
    const made = await registerByItself(service, { client_name: 'Echo' })
    const { client_secret: _secret, client_secret_expires_at: _expires, ...rest } = made
    expect((await update(made, made)).data).toEqual(rest)
  })

  it('leaves id and secret as they are', async () => {
    const made = await registerByItself(service, { grant_types: ['client_credentials'], redirect_uris: [] })
    expectRefused(await update(made, { client_id: 'app_other' }), 400, 'invalid_client_metadata')
    const other = { redirect_uris: [redirectUri], client_secret: 'secret_other' }
    expectRefused(await update(made, other), 400, 'invalid_client_metadata')
    expect(status(await update(made, { grant_types: ['client_credentials'], client_name: 'Next' }))).toBe(200)
    const body = { grant_type: 'client_credentials' } as const
    const headers = basicOf(made.client_id, made.client_secret!)
    expect(status(await issueToken({ client: service.as(), headers, body }))).toBe(200)
  })

  it('gives a client a secret when it first needs one, and no second', async () => {
    const made = await registerByItself(service, { token_endpoint_auth_method: 'none' })
    const first = await update(made, { redirect_uris: [redirectUri] })
    expect(first.data).toMatchObject({
      client_secret: expect.stringMatching(/^secret_/),
      client_secret_expires_at: 0,
    })
    const second = await update(made, {
      redirect_uris: [redirectUri],
      client_secret: first.data!.client_secret,
    })
    expect(second.data).not.toHaveProperty('client_secret')
  })

  it('holds the secret no longer good once the client signs', async () => {
    const made = await registerByItself(service, { grant_types: ['client_credentials'], redirect_uris: [] })
    const { publicJwk } = await createSigner()
    const keys = { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [publicJwk] } }
    expect(status(await update(made, { ...keys, grant_types: ['client_credentials'] }))).toBe(200)
    const headers = basicOf(made.client_id, made.client_secret!)
    const body = { grant_type: 'client_credentials' } as const
    expectRefused(await issueToken({ client: service.as(), headers, body }), 401, 'invalid_client')
  })

  it.each<[string, object, string]>([
    ['a fragment', { redirect_uris: [`${redirectUri}#x`] }, 'invalid_redirect_uri'],
    ['no redirect URI', {}, 'invalid_redirect_uri'],
    [
      'a private jwks_uri',
      { redirect_uris: [redirectUri], jwks_uri: 'https://10.0.0.1/' },
      'invalid_client_metadata',
    ],
    ['a wrong type', { redirect_uris: [redirectUri], contacts: 'x' }, 'invalid_client_metadata'],
  ])('changes nothing with %s', async (_, body, code) => {
    const made = await registerByItself(service, { client_name: 'Same' })
    const before = await readBack(made)
    expectRefused(await update(made, body), 400, code)
    expect(await readBack(made)).toEqual(before)
  })

  it('gets a client no scope that nobody vouched for', async () => {
    const made = await registerByItself(service)
    const { data } = await update(made, { redirect_uris: [redirectUri], scope: 'openid read write' })
    expect(data!.scope).toBe('openid')
  })

  it('is for the client itself only', async () => {
    const [mine, other] = [await registerByItself(service), await registerByItself(service)]
    const body = { redirect_uris: ['https://evil.example/'] }
    for (const token of [other.registration_access_token, 'garbage', mine.client_secret])
      expectRefused(await update(mine, body, token), 401, 'invalid_token')
    expect((await readBack(mine))!.redirect_uris).toEqual([redirectUri])
  })

  it('of many at once is one after the other, or told to try again', async () => {
    const made = await registerByItself(service)
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const answers = await Promise.all(
      names.map((name) => update(made, { redirect_uris: [redirectUri], client_name: name })),
    )
    for (const answer of answers) expect([200, 409]).toContain(status(answer))
    expect(names).toContain((await readBack(made))!.client_name)
  })
})
