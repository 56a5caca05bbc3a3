import { describe, expect, test } from 'vitest'
import {
  checkAuthorizationTarget,
  decideAuthorizationRequest,
  type AuthorizationParameters,
} from '#src/domain/oauth/authorizationRequest.ts'
import { noClaims } from '#src/domain/oidc/claimsRequest.ts'
import type { Client } from '#src/domain/oauth/client.ts'
import { codeOf, everyScope, issuer, makeClient, pkce } from '../facts.ts'

/** The printed request. */
const printed = {
  response_type: 'code',
  client_id: 'app_one',
  redirect_uri: 'https://example.com/callback',
  scope: 'openid profile email',
  state: 'random-state',
  code_challenge: pkce.challenge,
  code_challenge_method: 'S256',
} as const

const tokenClient = makeClient({
  responseTypes: ['code', 'token'],
  grantTypes: ['authorization_code', 'refresh_token', 'implicit'],
  scopes: everyScope,
})
const tokenRequest = {
  ...printed,
  response_type: 'token',
  code_challenge: undefined,
  code_challenge_method: undefined,
}

function decide(
  changes: AuthorizationParameters,
  client: Client = makeClient(),
  profile: 'default' | 'strict' = 'default',
) {
  return decideAuthorizationRequest({ ...printed, ...changes }, client, { profile, issuer })
}

describe('authorization target', () => {
  test.each<[string, AuthorizationParameters, Client | null, string | null]>([
    ['lets the printed request pass', printed, makeClient(), null],
    ['refuses an unknown client', printed, null, 'invalid_request'],
    ['refuses another client', { ...printed, client_id: 'app_two' }, makeClient(), 'invalid_request'],
    ['refuses a missing client', { ...printed, client_id: undefined }, makeClient(), 'invalid_request'],
    [
      'refuses a missing redirect URI, also where one is registered',
      { ...printed, redirect_uri: undefined },
      makeClient(),
      'invalid_request',
    ],
    ['refuses an empty redirect URI', { ...printed, redirect_uri: '' }, makeClient(), 'invalid_request'],
    [
      'refuses a redirect URI that is not registered',
      { ...printed, redirect_uri: 'https://evil.com/' },
      makeClient(),
      'invalid_request',
    ],
    ['looks at nothing else', { ...printed, response_type: 'nonsense' }, makeClient(), null],
  ])('%s', (_, request, client, expected) =>
    expect(codeOf(checkAuthorizationTarget(request, client))).toBe(expected),
  )
})

describe('authorization request', () => {
  test('as printed is valid', () => {
    expect(decide({})).toEqual({
      responseType: 'code',
      responseMode: 'query',
      redirectUri: 'https://example.com/callback',
      scope: ['openid', 'profile', 'email'],
      state: 'random-state',
      nonce: null,
      codeChallenge: pkce.challenge,
      resource: null,
      prompt: [],
      maxAgeSeconds: null,
      claims: noClaims,
    })
  })

  test.each<[string, AuthorizationParameters, object]>([
    ['no state', { state: undefined }, { state: null }],
    ['an empty state', { state: '' }, { state: null }],
    ['the fragment as response mode', { response_mode: 'fragment' }, { responseMode: 'fragment' }],
    ['a nonce', { nonce: 'n-0S6_WzA2Mj' }, { nonce: 'n-0S6_WzA2Mj' }],
    ['a nonce of 512 characters', { nonce: 'n'.repeat(512) }, { nonce: 'n'.repeat(512) }],
    ['no scope', { scope: undefined }, { scope: ['openid', 'profile', 'email'] }],
    ['a resource', { resource: 'https://api.example/' }, { resource: 'https://api.example/' }],
    ['prompt none', { prompt: 'none' }, { prompt: ['none'] }],
    [
      'several prompts',
      { prompt: 'login consent select_account' },
      { prompt: ['login', 'consent', 'select_account'] },
    ],
    ['an answer by form', { response_mode: 'form_post' }, { responseMode: 'form_post' }],
    [
      'claims of scopes that the app has',
      { claims: '{"userinfo":{"name":null,"address":null}}' },
      { claims: { ...noClaims, userinfo: ['name'] } },
    ],
    ['an unknown prompt, which is ignored', { prompt: 'dance' }, { prompt: [] }],
    ['a maximal age in digits', { max_age: '60' }, { maxAgeSeconds: 60 }],
    ['a maximal age as a number', { max_age: 0 }, { maxAgeSeconds: 0 }],
    ['an empty maximal age', { max_age: '' }, { maxAgeSeconds: null }],
    ['empty request objects', { request: '', request_uri: '' }, {}],
  ])('may have %s', (_, changes, expected) => expect(decide(changes)).toMatchObject(expected))

  test.each<[string, AuthorizationParameters, string]>([
    ['a request object', { request: 'e30.e30.' }, 'request_not_supported'],
    [
      'a request object by reference',
      { request_uri: 'https://evil.com/request' },
      'request_uri_not_supported',
    ],
    ['no response type', { response_type: undefined }, 'invalid_request'],
    ['an empty response type', { response_type: '' }, 'invalid_request'],
    ['an unknown response type', { response_type: 'magic' }, 'unsupported_response_type'],
    ['a response type in capitals', { response_type: 'CODE' }, 'unsupported_response_type'],
    ['an ID token', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['a hybrid response type', { response_type: 'code token' }, 'unsupported_response_type'],
    ['a response type the app did not opt in to', { response_type: 'token' }, 'unauthorized_client'],
    ['claims that are no JSON', { claims: '{' }, 'invalid_request'],
    ['claims that are no object', { claims: '[]' }, 'invalid_request'],
    ['an unknown response mode', { response_mode: 'pigeon' }, 'invalid_request'],
    ['a scope beyond the app', { scope: 'openid read' }, 'invalid_scope'],
    ['a malformed scope', { scope: 'openid\tprofile' }, 'invalid_scope'],
    ['no challenge', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    ['plain', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['a resource with a fragment', { resource: 'https://api.example/#x' }, 'invalid_target'],
    ['two resources', { resource: ['https://a.example/', 'https://b.example/'] }, 'invalid_target'],
    ['a nonce of 513 characters', { nonce: 'n'.repeat(513) }, 'invalid_request'],
    ['a nonce with a NUL', { nonce: 'n\u0000' }, 'invalid_request'],
    ['a nonce with half a surrogate pair', { nonce: 'n\ud800' }, 'invalid_request'],
    ['prompt none and another', { prompt: 'none login' }, 'invalid_request'],
    ['prompt none and an unknown one', { prompt: 'none dance' }, 'invalid_request'],
    ['a negative age', { max_age: '-1' }, 'invalid_request'],
    ['an age in words', { max_age: 'young' }, 'invalid_request'],
    ['a fraction of an age', { max_age: 1.5 }, 'invalid_request'],
    ['an age that is no number', { max_age: Number.NaN }, 'invalid_request'],
  ])('is refused with %s', (_, changes, code) => expect(codeOf(decide(changes))).toBe(code))

  test.each([
    ['nothing', {}, 60],
    ['an empty text', { max_age: '' }, 60],
    ['another age', { max_age: '10' }, 10],
    ['an age of zero', { max_age: 0 }, 0],
  ])('that says %s, of an app with an age of its own', (_, changes, maxAgeSeconds) => {
    expect(decide(changes, makeClient({ defaultMaxAge: 60 }))).toMatchObject({ maxAgeSeconds })
  })

  test('is refused where the grant type does not go with the response type', () => {
    expect(codeOf(decide({}, makeClient({ grantTypes: ['client_credentials'] })))).toBe('unauthorized_client')
    const halfOptedIn = makeClient({ responseTypes: ['code', 'token'] })
    expect(codeOf(decide(tokenRequest, halfOptedIn))).toBe('unauthorized_client')
  })
})

describe('authorization request for a token', () => {
  test('is answered in the fragment and needs no PKCE', () => {
    const expected = { responseType: 'token', responseMode: 'fragment', codeChallenge: null }
    expect(decide(tokenRequest, tokenClient)).toMatchObject(expected)
  })

  test('may have openid, which opens userinfo', () => {
    expect(decide({ ...tokenRequest, scope: 'openid' }, tokenClient)).toMatchObject({ scope: ['openid'] })
  })

  test('is not answered in the query', () => {
    expect(codeOf(decide({ ...tokenRequest, response_mode: 'query' }, tokenClient))).toBe('invalid_request')
  })

  test('ignores offline_access, which alone is no scope at all', () => {
    const scope = 'openid offline_access'
    expect(decide({ ...tokenRequest, scope }, tokenClient)).toMatchObject({ scope: ['openid'] })
    expect(codeOf(decide({ ...tokenRequest, scope: 'offline_access' }, tokenClient))).toBe('invalid_scope')
    expect(decide({ scope }, tokenClient)).toMatchObject({ scope: ['openid', 'offline_access'] })
  })

  test('is not supported in strict, even by an app that has it', () => {
    expect(codeOf(decide(tokenRequest, tokenClient, 'strict'))).toBe('unsupported_response_type')
  })
})
