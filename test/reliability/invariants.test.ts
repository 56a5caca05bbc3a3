import { describe, expect, it } from 'vitest'
import { readDeed, readGifts, thingOf, type Deed } from '#test/support/deeds.ts'
import type { Entry } from '#test/support/history.ts'
import { findBreaches } from '#test/support/invariants.ts'

let clock = 0

/** An entry that took ten milliseconds, after the one before it. */
function entry(deeds: readonly Deed[], more: Partial<Entry> = {}): Entry {
  clock += 100
  const base = { who: 'one', node: 'a', operation: 'POST /oauth2/token', gave: [], error: null, flaw: null }
  return { ...base, deeds, status: 200, askedAt: clock, answeredAt: clock + 10, ...more }
}

const deed =
  (does: Deed['does'], kind = 'token') =>
  (name: string, more: Partial<Entry> = {}) =>
    entry([{ does, thing: `${kind}:${name}` }], more)

const show = deed('show')
const end = deed('end')
const login = (gives: string) => entry([], { operation: 'POST /api/v1/auth/login', gave: [`token:${gives}`] })
const authorize = (session: string, code: string) => show(session, { gave: [`code:${code}`] })
const redeem = (code: string, more: Partial<Entry> = {}) => deed('consume', 'code')(code, more)
const rotate = (token: string, more: Partial<Entry> = {}) => deed('rotate', 'refresh')(token, more)
const revoke = deed('end', 'refresh')

const gave = (...tokens: string[]) => ({
  gave: tokens.map((each) => `${each.startsWith('r') ? 'refresh' : 'token'}:${each}`),
})
const refused = (error: string, status = 400) => ({ status, error })
const later = { status: 503, error: 'temporarily_unavailable' }
const silent = { status: 0 }

/** A grant from the sign-in on: refresh token r1 and access token a1. */
const grant = () => [login('s'), authorize('s', 'c'), redeem('c', gave('r1', 'a1'))]

const cases: readonly [name: string, history: () => readonly Entry[], breaches: readonly RegExp[]][] = [
  ['nothing at all', () => [], []],
  ['a flow', () => [...grant(), show('a1'), rotate('r1', gave('r2', 'a2')), show('a2')], []],
  [
    'a code that a second one is refused',
    () => [...grant(), redeem('c', refused('invalid_grant')), show('a1', refused('invalid_token', 401))],
    [],
  ],
  ['a code that works twice', () => [...grant(), redeem('c', gave('r9', 'a9'))], [/code:c was used 2 times/]],
  [
    'a code that is refused the first time',
    () => [login('s'), authorize('s', 'c'), redeem('c', refused('invalid_grant'))],
    [/code:c was refused without a cause/],
  ],
  [
    'a code whose first answer was lost',
    () => [login('s'), authorize('s', 'c'), redeem('c', silent), redeem('c', refused('invalid_grant'))],
    [],
  ],
  [
    'a code that was put off, and then not known',
    () => [login('s'), authorize('s', 'c'), redeem('c', later), redeem('c', refused('invalid_grant'))],
    [],
  ],
  [
    'a refresh that is repeated',
    () => [
      ...grant(),
      rotate('r1', gave('r2', 'a2')),
      rotate('r1', gave('r2', 'a3')),
      rotate('r2', gave('r3')),
    ],
    [],
  ],
  [
    'a refresh token with two successors',
    () => [...grant(), rotate('r1', gave('r2', 'a2')), rotate('r1', gave('r3', 'a3'))],
    [/refresh:r1 got 2 successors/],
  ],
  [
    'a refresh whose answer was lost, and that nobody remembers',
    () => [...grant(), rotate('r1', silent), rotate('r1', refused('invalid_grant'))],
    [/refresh:r1 was refused without a cause/],
  ],
  [
    'a theft: the token again, after its successor was used',
    () => [
      ...grant(),
      rotate('r1', gave('r2')),
      rotate('r2', gave('r3')),
      rotate('r1', refused('invalid_grant')),
      rotate('r3', refused('invalid_grant')),
    ],
    [],
  ],
  [
    'an acknowledged token that is gone',
    () => [...grant(), show('a1', refused('invalid_token', 401))],
    [/token:a1 was refused without a cause/],
  ],
  ['a token that cannot be looked at now', () => [...grant(), show('a1', later), show('a1', silent)], []],
  ['a stranger with a token of nobody', () => [show('x', refused('invalid_token', 401))], []],
  [
    'a session that was ended, and what came of it',
    () => [
      ...grant(),
      end('s'),
      show('s', refused('invalid_token', 401)),
      rotate('r1', refused('invalid_grant')),
    ],
    [],
  ],
  [
    'a token that was revoked, at another node',
    () => [...grant(), end('a1'), show('a1', { node: 'b' })],
    [/token:a1 was accepted after its end/],
  ],
  [
    'a token that is used while it is revoked',
    () => [...grant(), end('a1', { answeredAt: clock + 400 }), show('a1')],
    [],
  ],
  ['a token whose revocation was put off', () => [...grant(), end('a1', later), show('a1')], []],
  [
    'an access token whose refresh token was revoked',
    () => [...grant(), revoke('r1'), show('a1')],
    [/token:a1 was accepted after its end/],
  ],
  [
    'a refresh token whose access token was revoked',
    () => [...grant(), end('a1'), rotate('r1', gave('r2', 'a2'))],
    [],
  ],
  [
    'a revoked token that introspection calls active',
    () => [...grant(), end('a1'), show('a1', { operation: 'POST /oauth2/introspect' })],
    [/token:a1 was accepted after its end/],
  ],
  [
    'a revoked token that introspection calls inactive',
    () => [...grant(), end('a1'), show('a1', { error: 'inactive' })],
    [],
  ],
  [
    'a good token that introspection calls inactive',
    () => [...grant(), show('a1', { error: 'inactive' })],
    [/without a cause/],
  ],
  [
    'an app that is gone',
    () => [
      deed('make', 'app')('x', { gave: ['app:x'] }),
      deed('show', 'app')('x', refused('invalid_client', 401)),
    ],
    [/app:x was refused without a cause/],
  ],
  ['an app that is remembered for a moment', () => [deed('end', 'app')('x'), deed('show', 'app')('x')], []],
  [
    'an app that is remembered for longer',
    () => [
      deed('end', 'app')('x'),
      deed('show', 'app')('x', { askedAt: clock + 1_300, answeredAt: clock + 1_310 }),
    ],
    [/app:x was accepted after its end/],
  ],
  [
    'an account that is gone',
    () => [
      deed('make', 'password')('p', { gave: ['password:p'] }),
      deed('show', 'password')('p', {
        operation: 'POST /api/v1/auth/login',
        ...refused('invalid_credentials', 401),
      }),
    ],
    [/password:p was refused without a cause/],
  ],
  [
    'an error without its shape',
    () => [show('x', { status: 500, error: null, flaw: 'is no JSON' })],
    [/an error is no JSON/],
  ],
  ['an answer that took nine seconds', () => [show('x', { answeredAt: clock + 9_100 })], [/took 9000 ms/]],
]

describe('the checker of histories', () => {
  it.each(cases)('finds what is wrong, and nothing else: %s', (_name, history, breaches) => {
    const found = findBreaches(history())
    expect(found).toHaveLength(breaches.length)
    for (const [index, breach] of breaches.entries()) expect(found[index]).toMatch(breach)
  })
})

describe('what a history writes down', () => {
  const sent = (method: string, path: string, body: string | null = null, authorization = '') => {
    const request = new Request(`http://localhost${path}`, { method, body, headers: { authorization } })
    return { request, body: body ?? '', deeds: readDeed(request, body ?? '') }
  }

  it('is what a request shows, as digests', () => {
    const { request, body, deeds } = sent(
      'POST',
      '/oauth2/token',
      'grant_type=authorization_code&code=c1&client_id=app_1',
    )
    expect(deeds).toEqual([
      { does: 'show', thing: thingOf('app', 'app_1') },
      { does: 'consume', thing: thingOf('code', 'c1') },
    ])
    const answer = { access_token: 'a1', refresh_token: 'r1', token_type: 'Bearer' }
    expect(readGifts(request, body, answer)).toEqual([
      ['token', 'a1'],
      ['refresh', 'r1'],
    ])
    expect(JSON.stringify(deeds)).not.toContain('c1')
  })

  it.each([
    ['POST', '/oauth2/token', 'grant_type=refresh_token&refresh_token=r1', '', ['rotate refresh']],
    ['POST', '/oauth2/revoke', 'token=t', '', ['end token', 'end refresh']],
    ['GET', '/oauth2/userinfo', null, 'Bearer t', ['show token']],
    ['DELETE', '/api/v1/session', null, 'Bearer t', ['end token']],
    ['DELETE', '/api/v1/apps/app_x-1', null, 'Bearer t', ['end app', 'show token']],
    ['POST', '/api/v1/auth/login', '{"email":"a","password":"b"}', '', ['show password']],
    ['POST', '/api/v1/auth/login', '{"email":"a","password":"b","code":"1"}', '', ['consume factor']],
    ['POST', '/api/v1/auth/reset-password/confirm', '{"token":"l","password":"b"}', '', ['consume link']],
    ['GET', '/healthz', null, '', []],
  ] as const)('%s %s, as a deed', (method, path, body, authorization, expected) => {
    const { deeds } = sent(method, path, body, authorization)
    expect(deeds.map(({ does, thing }) => `${does} ${thing.replace(/:.*/, '')}`)).toEqual(expected)
  })

  it('is what a code and an account are known by', () => {
    const code = { redirect_uri: 'https://example.com/callback?code=c1&state=s' }
    const { request, body } = sent('POST', '/oauth2/authorize', '{}')
    expect(readGifts(request, body, code)).toEqual([['code', 'c1']])
    const registered = sent('POST', '/api/v1/auth/register', '{"email":"a","password":"b"}')
    expect(readGifts(registered.request, registered.body, { id: 'x' })).toEqual([['password', 'a\nb']])
  })
})
