import { describe, expect, test } from 'vitest'
import { wayBack, withWayBack } from '#src/domain/oauth/wayBack.ts'
import { refuse } from '#src/domain/refusal.ts'
import { makeClient } from '../facts.ts'

const home = 'https://example.com/welcome'
const redirectUris = [
  'https://example.com/deep/callback?tenant=1',
  'http://localhost:5173/callback',
  'http://127.0.0.1/callback',
  'com.example.app:/callback',
]

describe('the way back to an app', () => {
  test.each<[string, string | null, string | undefined, string | null]>([
    ['is the home page that it registered', home, redirectUris[0], home],
    ['is that home page whatever the request says', home, 'https://evil.example/', home],
    ['is that home page where the request says nothing', home, undefined, home],
    ['is the start page of its site', null, redirectUris[0], 'https://example.com/'],
    ['keeps the port of its site', null, redirectUris[1], 'http://localhost:5173/'],
    ['is never what only the request names', null, 'https://evil.example/', null],
    ['is never another page of its site', null, 'https://example.com/other', null],
    ['is not known without a redirect URI', null, undefined, null],
    ['is no app on the device', null, redirectUris[3], null],
    ['is no port on which a program listened for a moment', null, 'http://127.0.0.1:49152/callback', null],
  ])('%s', (_what, clientUri, redirectUri, expected) => {
    expect(wayBack({ clientUri, redirectUris }, redirectUri)).toBe(expected)
  })

  test('is added to a refusal of a known app, and to what its page offers already', () => {
    const offer = { message: 'transaction_expired', startAgainUri: 'https://id.example/' } as const
    const refusal = refuse('invalid_request', 'too late', undefined, { page: offer })
    const client = makeClient({ clientUri: home })
    expect(withWayBack(refusal, client, undefined).page).toEqual({ ...offer, backUri: home })
    expect(withWayBack(refusal, null, redirectUris[0])).toBe(refusal)
    expect(withWayBack(refusal, makeClient(), undefined)).toBe(refusal)
  })
})
