import { describe, expect, test } from 'vitest'
import { decideUpdate, type ApplicationBody } from '#src/domain/oauth/application.ts'
import type { Client } from '#src/domain/oauth/client.ts'
import { failuresOf, makeClient } from '../facts.ts'

function update(client: Partial<Client>, body: ApplicationBody, profile: 'default' | 'strict' = 'default') {
  return decideUpdate(makeClient(client), body, { profile, outbound: { allowedHosts: [] } })
}

describe('update of an application', () => {
  test('of nothing changes nothing', () => {
    const { name, scopes, grantTypes, ...client } = makeClient()
    expect(update({}, {})).toMatchObject({ name, scopes, grantTypes, requirePkce: client.requirePkce })
  })

  test('changes what it names and keeps the rest', () => {
    expect(update({ accessTokenFormat: 'opaque' }, { name: 'New' })).toMatchObject({
      name: 'New',
      accessTokenFormat: 'opaque',
    })
  })

  test.each<[string, Partial<Client>, ApplicationBody, object]>([
    [
      'to both methods by null',
      { tokenEndpointAuthMethod: 'client_secret_post' },
      { token_endpoint_auth_method: null },
      { tokenEndpointAuthMethod: null },
    ],
    [
      'to the token response type',
      {},
      { response_types: ['code', 'token'] },
      { grantTypes: ['authorization_code', 'refresh_token', 'implicit', 'client_credentials'] },
    ],
    [
      'to a public app',
      {},
      { token_endpoint_auth_method: 'none', grant_types: ['authorization_code'] },
      { tokenEndpointAuthMethod: 'none' },
    ],
  ])('%s is accepted', (_, client, body, expected) => expect(update(client, body)).toMatchObject(expected))

  test.each<[string, Partial<Client>, ApplicationBody, string[]]>([
    [
      'to a public app that keeps client_credentials',
      {},
      { token_endpoint_auth_method: 'none' },
      ['invalid_client_metadata', '/grant_types'],
    ],
    [
      'to a public app that keeps HS256',
      { idTokenSignedResponseAlg: 'HS256', grantTypes: ['authorization_code'] },
      { token_endpoint_auth_method: 'none' },
      ['invalid_client_metadata', '/id_token_signed_response_alg'],
    ],
    [
      'to HS256 of an app that is public',
      { tokenEndpointAuthMethod: 'none', grantTypes: ['authorization_code'] },
      { id_token_signed_response_alg: 'HS256' },
      ['invalid_client_metadata', '/id_token_signed_response_alg'],
    ],
    ['to no redirect URIs', {}, { redirect_uris: [] }, ['invalid_redirect_uri', '/redirect_uris']],
    [
      'to no refresh tokens with offline_access',
      { scopes: ['offline_access'] },
      { grant_types: ['authorization_code'] },
      ['invalid_scope', '/scopes/0'],
    ],
    [
      'to a bad redirect URI',
      {},
      { redirect_uris: ['https://*.example.com/'] },
      ['invalid_redirect_uri', '/redirect_uris/0'],
    ],
  ])('%s is refused', (_, client, body, expected) =>
    expect(failuresOf(update(client, body))).toEqual(expected),
  )

  test('cannot reach what only the operator sets', () => {
    const body = {
      name: 'x',
      first_party: true,
      rate_limit_hour: 1e9,
      resources: ['x'],
      owner_id: 'x',
    } as ApplicationBody
    const decided = update({}, body)
    for (const member of ['firstParty', 'rateLimitHour', 'resources', 'ownerId', 'first_party', 'id'])
      expect(decided).not.toHaveProperty(member)
  })
})
