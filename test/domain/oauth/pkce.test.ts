import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCodeChallenge, verifyCodeVerifier } from '#src/domain/oauth/pkce.ts'
import { codeOf, makeClient, pkce } from '../facts.ts'

const confidential = makeClient()
const optedOut = makeClient({ requirePkce: false })
const publicClient = makeClient({ tokenEndpointAuthMethod: 'none', requirePkce: false })
const S256 = 'S256'

describe('code challenge', () => {
  test('of RFC 7636 Appendix B is accepted', () => {
    const request = { code_challenge: pkce.challenge, code_challenge_method: S256 }
    expect(checkCodeChallenge(request, confidential)).toEqual({ codeChallenge: pkce.challenge })
  })

  test.each([
    ['plain', { code_challenge: pkce.challenge, code_challenge_method: 'plain' }],
    ['no method, which means plain', { code_challenge: pkce.challenge }],
    ['an empty method, which means none', { code_challenge: pkce.challenge, code_challenge_method: '' }],
    ['a method in lower case', { code_challenge: pkce.challenge, code_challenge_method: 's256' }],
    ['an unknown method', { code_challenge: pkce.challenge, code_challenge_method: 'S512' }],
    ['a method without a challenge', { code_challenge_method: S256 }],
    ['42 characters', { code_challenge: pkce.challenge.slice(1), code_challenge_method: S256 }],
    ['44 characters', { code_challenge: `${pkce.challenge}A`, code_challenge_method: S256 }],
    ['padding', { code_challenge: `${pkce.challenge.slice(1)}=`, code_challenge_method: S256 }],
    ['plain base64', { code_challenge: pkce.challenge.replace('-', '+'), code_challenge_method: S256 }],
    ['a line break', { code_challenge: `${pkce.challenge}\n`, code_challenge_method: S256 }],
  ])('is refused with %s', (_, request) => {
    for (const client of [confidential, optedOut, publicClient])
      expect(codeOf(checkCodeChallenge(request, client))).toBe('invalid_request')
  })

  test.each([
    ['is required by default', confidential, 'default', 'invalid_request'],
    ['may be left out by a confidential app that opted out', optedOut, 'default', { codeChallenge: null }],
    ['is required of a public app whatever its metadata say', publicClient, 'default', 'invalid_request'],
    ['is required of everybody in strict', optedOut, 'strict', 'invalid_request'],
  ] as const)('%s', (_, client, profile, expected) => {
    expect(codeOf(checkCodeChallenge({}, client, profile))).toEqual(expected)
    expect(
      codeOf(checkCodeChallenge({ code_challenge: '', code_challenge_method: '' }, client, profile)),
    ).toEqual(expected)
  })
})

describe('code verifier', () => {
  test('of RFC 7636 Appendix B fits its challenge', () => {
    expect(verifyCodeVerifier(pkce.challenge, pkce.verifier)).toBeNull()
  })

  test('fits the S256 of itself, whatever it is, and no other', () => {
    const verifier = fc.stringMatching(/^[A-Za-z0-9._~-]{43,128}$/)
    fc.assert(
      fc.property(verifier, verifier, (one, other) => {
        const challenge = createHash('sha256').update(one).digest('base64url')
        expect(verifyCodeVerifier(challenge, one)).toBeNull()
        expect(codeOf(verifyCodeVerifier(challenge, other))).toBe(one === other ? null : 'invalid_grant')
      }),
    )
  })

  const short = 'a'.repeat(42)
  const long = 'a'.repeat(129)
  const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url')
  test.each<[string, string | null, string | undefined, string | null]>([
    ['may be missing where no challenge was made', null, undefined, null],
    ['may be empty where no challenge was made', null, '', null],
    ['is refused where no challenge was made', null, pkce.verifier, 'invalid_grant'],
    ['is required where a challenge was made', pkce.challenge, undefined, 'invalid_grant'],
    ['must not be empty where a challenge was made', pkce.challenge, '', 'invalid_grant'],
    ['is refused when it is wrong', pkce.challenge, `${pkce.verifier.slice(0, -1)}l`, 'invalid_grant'],
    ['is refused when it is the challenge itself', pkce.challenge, pkce.challenge, 'invalid_grant'],
    ['is refused in another case', pkce.challenge, pkce.verifier.toLowerCase(), 'invalid_grant'],
    ['is refused with a space after it', pkce.challenge, `${pkce.verifier} `, 'invalid_grant'],
    ['is refused with 42 characters', challengeOf(short), short, 'invalid_grant'],
    ['is refused with 129 characters', challengeOf(long), long, 'invalid_grant'],
    [
      'is refused in a wrong alphabet',
      challengeOf(`${pkce.verifier}+`),
      `${pkce.verifier}+`,
      'invalid_grant',
    ],
  ])('%s', (_, challenge, verifier, expected) => {
    expect(codeOf(verifyCodeVerifier(challenge, verifier))).toBe(expected)
  })
})
