import { describe, expect, test } from 'vitest'
import { findClientDataProblem, type ExpectedClientData } from '#src/domain/account/clientData.ts'
import { hashSecret } from '#src/domain/token/secret.ts'

const challenge = 'gT0uDd8FT7_MXAJCyGkrniAK-rEQoDKSeHT20rhpfTQ'
const expected: ExpectedClientData = {
  type: 'webauthn.get',
  challengeHash: hashSecret(challenge),
  origins: ['https://auth.example.com', 'https://app.auth.example.com'],
}
const right = { type: 'webauthn.get', challenge, origin: 'https://auth.example.com' }

const problemOf = (data: unknown) =>
  findClientDataProblem(Buffer.from(JSON.stringify(data)).toString('base64url'), expected)

describe('findClientDataProblem', () => {
  test.each([
    [right],
    [{ ...right, crossOrigin: false }],
    [{ ...right, origin: 'https://app.auth.example.com' }],
    // Web Authentication §5.8.1: members may be added, and browsers do, to keep everybody from comparing templates.
    [{ ...right, other_keys_can_be_added_here: 'do not compare clientDataJSON against a template' }],
  ])('finds nothing wrong with %j', (data) => {
    expect(problemOf(data)).toBeNull()
  })

  test.each<[string, unknown]>([
    ['client data is no JSON object', null],
    ['client data is no JSON object', 'webauthn.get'],
    ['client data of another ceremony', []],
    ['client data of another ceremony', { ...right, type: 'webauthn.create' }],
    ['client data of another ceremony', { ...right, type: ['webauthn.get'] }],
    ['client data has another challenge', { ...right, challenge: `${challenge}=` }],
    ['client data has another challenge', { ...right, challenge: [challenge] }],
    ['client data has another challenge', { ...right, challenge: undefined }],
    ['client data of a foreign origin', { ...right, origin: 'http://auth.example.com' }],
    ['client data of a foreign origin', { ...right, origin: 'https://auth.example.com:8443' }],
    ['client data of a foreign origin', { ...right, origin: 'https://auth.example.com/' }],
    ['client data of a foreign origin', { ...right, origin: 'https://auth.example.com.evil.example' }],
    ['client data of a foreign origin', { ...right, origin: 'https://other.auth.example.com' }],
    ['client data of a foreign origin', { ...right, origin: 'HTTPS://AUTH.EXAMPLE.COM' }],
    ['client data of a foreign origin', { ...right, origin: 'android:apk-key-hash:AAAA' }],
    ['client data of a foreign origin', { ...right, origin: [right.origin] }],
    ['client data of a page in a foreign frame', { ...right, crossOrigin: true }],
    ['client data of a page in a foreign frame', { ...right, crossOrigin: 'false' }],
    ['client data of a page in a foreign frame', { ...right, topOrigin: right.origin }],
  ])('says %s of %j', (problem, data) => {
    expect(problemOf(data)).toBe(problem)
  })

  test('is not shaken by what is no JSON', () => {
    for (const text of ['', '{', 'e30', '////', 'AA'])
      expect(findClientDataProblem(text, expected)).toMatch(
        /^client data (is no JSON object|of another ceremony)$/,
      )
  })
})
