import { describe, expect, test } from 'vitest'
import {
  authorizationServerMetadata,
  openidConfiguration,
  protectedResourceMetadata,
} from '#src/domain/oauth/metadata.ts'
import { issuer } from '../facts.ts'

const clientRegistration = { mode: 'off' } as const
const standard = { issuer, profile: 'default', clientRegistration, registration: 'open' } as const
const strict = { ...standard, profile: 'strict' } as const

describe('metadata', () => {
  test('contain everything that is printed', () => {
    expect(openidConfiguration(standard)).toMatchObject({
      issuer: 'http://localhost:8787',
      authorization_endpoint: 'http://localhost:8787/oauth2/authorize',
      token_endpoint: 'http://localhost:8787/oauth2/token',
      userinfo_endpoint: 'http://localhost:8787/oauth2/userinfo',
      jwks_uri: 'http://localhost:8787/.well-known/jwks.json',
      response_types_supported: expect.arrayContaining(['code', 'token']),
      grant_types_supported: expect.arrayContaining([
        'authorization_code',
        'client_credentials',
        'refresh_token',
      ]),
      subject_types_supported: expect.arrayContaining(['public']),
      id_token_signing_alg_values_supported: ['RS256', 'ES256', 'EdDSA', 'HS256'],
      scopes_supported: expect.arrayContaining(['openid', 'profile', 'email', 'read', 'write']),
      token_endpoint_auth_methods_supported: expect.arrayContaining([
        'client_secret_post',
        'client_secret_basic',
      ]),
      claims_supported: expect.arrayContaining(['sub', 'email', 'email_verified']),
    })
  })

  test('drop in strict what strict refuses', () => {
    expect(openidConfiguration(strict)).toMatchObject({
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token'],
      id_token_signing_alg_values_supported: ['RS256', 'ES256', 'EdDSA'],
    })
  })

  test('say in both documents the same', () => {
    for (const settings of [standard, strict])
      expect(openidConfiguration(settings)).toMatchObject(authorizationServerMetadata(settings))
  })

  test.each(['token', 'open'] as const)('name the registration endpoint where it is there: %s', (mode) => {
    const settings = { ...standard, clientRegistration: { mode } }
    expect(authorizationServerMetadata(settings)).toMatchObject({
      registration_endpoint: 'http://localhost:8787/oauth2/register',
    })
    expect(authorizationServerMetadata(standard)).not.toHaveProperty('registration_endpoint')
  })

  test('do not invite public apps to introspection', () => {
    expect(authorizationServerMetadata(standard).introspection_endpoint_auth_methods_supported).not.toContain(
      'none',
    )
  })

  test('name no endpoint that is not there yet', () => {
    const endpoints = Object.keys(openidConfiguration(standard)).filter((name) => name.endsWith('_endpoint'))
    expect(endpoints.toSorted()).toEqual([
      'authorization_endpoint',
      'end_session_endpoint',
      'introspection_endpoint',
      'revocation_endpoint',
      'token_endpoint',
      'userinfo_endpoint',
    ])
  })

  test('name the registration endpoint where clients may register', () => {
    for (const mode of ['token', 'open'] as const)
      expect(openidConfiguration({ ...standard, clientRegistration: { mode } })).toMatchObject({
        registration_endpoint: `${issuer}/oauth2/register`,
      })
  })

  test('offer prompt=create where people can make accounts (Initiating User Registration §3)', () => {
    const offered = (registration: 'open' | 'verified' | 'closed') =>
      openidConfiguration({ ...standard, registration }).prompt_values_supported.includes('create')
    expect([offered('open'), offered('verified'), offered('closed')]).toEqual([true, true, false])
  })

  test('describe what access tokens open', () => {
    expect(protectedResourceMetadata({ issuer })).toMatchObject({
      resource: issuer,
      authorization_servers: [issuer],
      bearer_methods_supported: ['header', 'body'],
    })
  })
})
