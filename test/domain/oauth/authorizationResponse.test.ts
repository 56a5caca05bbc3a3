import { describe, expect, test } from 'vitest'
import type { AuthorizationRequest } from '#src/domain/oauth/authorizationRequest.ts'
import {
  answerUri,
  authorizationError,
  authorizationSuccess,
  isAnsweredByRedirect,
} from '#src/domain/oauth/authorizationResponse.ts'
import { noClaims } from '#src/domain/oidc/claimsRequest.ts'
import { refuse, type ErrorCode } from '#src/domain/refusal.ts'
import { issuer } from '../facts.ts'

const request: AuthorizationRequest = {
  responseType: 'code',
  responseMode: 'query',
  redirectUri: 'https://example.com/callback',
  scope: ['openid'],
  state: 'random-state',
  nonce: null,
  codeChallenge: null,
  resource: null,
  prompt: [],
  maxAgeSeconds: null,
  claims: noClaims,
}
const iss = 'iss=http%3A%2F%2Flocalhost%3A8787'

describe('authorization response', () => {
  test('carries code, state and issuer', () => {
    const expected = `https://example.com/callback?code=abc&state=random-state&${iss}`
    expect(answerUri(authorizationSuccess(request, { code: 'abc' }, issuer))).toBe(expected)
  })

  test('leaves out a state that was not sent', () => {
    const expected = `https://example.com/callback?code=abc&${iss}`
    expect(answerUri(authorizationSuccess({ ...request, state: null }, { code: 'abc' }, issuer))).toBe(
      expected,
    )
  })

  test('carries a token in the fragment only, with everything RFC 6749 §4.2.2 names', () => {
    const implicit: AuthorizationRequest = { ...request, responseType: 'token', responseMode: 'fragment' }
    const token = { accessToken: 'abc', expiresInSeconds: 3600, scope: ['openid', 'email'] }
    expect(answerUri(authorizationSuccess(implicit, token, issuer))).toBe(
      `https://example.com/callback#access_token=abc&token_type=Bearer&expires_in=3600&scope=openid+email&state=random-state&${iss}`,
    )
  })

  test.each([
    ['the query', {}, '?'],
    ['the fragment when asked to', { response_mode: 'fragment' }, '#'],
    ['the query when the mode is nonsense', { response_mode: 'pigeon' }, '?'],
    ['the fragment for a token', { response_type: 'token' }, '#'],
    ['the fragment for a token, whatever the mode', { response_type: 'token', response_mode: 'query' }, '#'],
    ['the fragment for a hybrid', { response_type: 'code id_token' }, '#'],
    ['the query without a response type', { response_type: undefined }, '?'],
  ])('carries an error in %s', (_, changes, separator) => {
    const parameters = {
      redirect_uri: 'https://example.com/callback',
      response_type: 'code',
      state: 's',
      ...changes,
    }
    const refusal = refuse('invalid_scope', 'The scope is malformed', 'for the log')
    expect(answerUri(authorizationError(parameters, refusal, issuer))).toBe(
      `https://example.com/callback${separator}error=invalid_scope&error_description=The+scope+is+malformed&state=s&${iss}`,
    )
  })

  test.each<[ErrorCode, AuthorizationRequest | null, boolean]>([
    ['invalid_scope', null, true],
    ['access_denied', request, true],
    ['login_required', { ...request, prompt: ['none'] }, true],
    ['consent_required', { ...request, prompt: ['none'] }, true],
    ['consent_required', request, false],
    ['insufficient_user_authentication', request, false],
  ])('of %s goes where it helps', (code, valid, expected) => {
    expect(isAnsweredByRedirect(refuse(code, 'x'), valid)).toBe(expected)
  })
})
