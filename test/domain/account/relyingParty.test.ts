import { describe, expect, test } from 'vitest'
import { relyingPartyOf } from '#src/domain/account/relyingParty.ts'

describe('relyingPartyOf', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['http://localhost:8787', [], 'localhost', ['http://localhost:8787']],
    ['https://auth.example.com', [], 'auth.example.com', ['https://auth.example.com']],
    ['https://example.com/auth', [], 'example.com', ['https://example.com']],
    [
      'https://auth.example.com:8443',
      ['https://auth.example.com', 'https://app.auth.example.com'],
      'auth.example.com',
      ['https://auth.example.com:8443', 'https://auth.example.com', 'https://app.auth.example.com'],
    ],
    // Neither above nor beside the host, nor only like it.
    [
      'https://auth.example.com',
      [
        'https://example.com',
        'https://app.example.com',
        'https://evilauth.example.com',
        'https://auth.example.com.evil.example',
        'https://auth.example.com',
      ],
      'auth.example.com',
      ['https://auth.example.com'],
    ],
  ])('of %s with %j is %s at %j', (issuer, origins, id, taken) => {
    expect(relyingPartyOf({ issuer, origins })).toEqual({ id, origins: taken })
  })
})
