import { describe, expect, test } from 'vitest'
import type { Client } from '#src/domain/oauth/client.ts'
import {
  decideClientCredentials,
  type ClientCredentialsRequest,
} from '#src/domain/oauth/grants/clientCredentials.ts'
import { codeOf, everyScope, makeClient } from '../../facts.ts'

describe('client credentials', () => {
  test.each<[string, ClientCredentialsRequest, Partial<Client>, unknown]>([
    ['give the printed app a token without scope', {}, {}, { scope: [], resource: null }],
    [
      'give an app the scopes it has',
      {},
      { scopes: everyScope },
      { scope: ['read', 'write'], resource: null },
    ],
    [
      'give the scope that was asked for',
      { scope: 'read' },
      { scopes: everyScope },
      { scope: ['read'], resource: null },
    ],
    [
      'give the audience that was asked for',
      { resource: 'https://api.example/' },
      {},
      { scope: [], resource: 'https://api.example/' },
    ],
    ['refuse a personal scope', { scope: 'openid' }, {}, 'invalid_scope'],
    ['refuse a malformed scope', { scope: 'a  b' }, {}, 'invalid_scope'],
    ['refuse a bad resource', { resource: 'api' }, {}, 'invalid_target'],
    ['refuse a public app', {}, { tokenEndpointAuthMethod: 'none' }, 'unauthorized_client'],
    [
      'refuse an app without the grant type',
      {},
      { grantTypes: ['authorization_code'] },
      'unauthorized_client',
    ],
  ])('%s', (_, request, client, expected) => {
    expect(codeOf(decideClientCredentials(request, makeClient(client)))).toEqual(expected)
  })
})
