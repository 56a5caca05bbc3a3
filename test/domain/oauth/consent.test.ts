import { describe, expect, test } from 'vitest'
import { decideConsent, type ConsentFacts } from '#src/domain/oauth/authorizationRequest.ts'
import { at, codeOf, makeClient, makeSession, makeUser, now } from '../facts.ts'

const scope = ['openid', 'email']
const offline = [...scope, 'offline_access']
const old = makeSession({ authenticatedAt: at(-301) })
const own = makeClient({ ownerId: 'user-1' })
const firstParty = makeClient({ firstParty: true })

function decide(facts: Partial<ConsentFacts>) {
  return decideConsent({
    client: makeClient(),
    user: makeUser(),
    session: makeSession(),
    scope,
    consented: null,
    now,
    ...facts,
  })
}

describe('consent', () => {
  test.each<[string, Partial<ConsentFacts>, unknown]>([
    ['is not needed for an app of one’s own', { client: own }, 'granted'],
    ['is not needed for an app of the operator', { client: firstParty }, 'granted'],
    ['is not needed for such an app in an old session', { client: own, session: old }, 'granted'],
    ['is needed for any other app', {}, 'consent_required'],
    ['is needed for an app that nobody owns', { client: makeClient({ ownerId: null }) }, 'consent_required'],
    ['is recorded when it is given', { consent: 'approve' }, { record: scope }],
    ['is not asked twice', { consented: ['email', 'openid', 'read'] }, 'granted'],
    ['is not asked twice in an old session', { consented: scope, session: old }, 'granted'],
    ['is asked again for more', { consented: ['openid'] }, 'consent_required'],
    ['is recorded again for more', { consented: ['openid'], consent: 'approve' }, { record: scope }],
    ['to nothing covers nothing', { consented: [] }, 'consent_required'],
    ['is asked again when the app says so', { consented: scope, prompt: ['consent'] }, 'consent_required'],
    [
      'is asked of the owner too when the app says so',
      { client: own, prompt: ['consent'] },
      'consent_required',
    ],
    [
      'that was given before need not be recorded again',
      { consented: scope, prompt: ['consent'], consent: 'approve' },
      'granted',
    ],
    ['may be denied', { consent: 'deny' }, 'access_denied'],
    ['may be denied in an old session', { consent: 'deny', session: old }, 'access_denied'],
    ['may be denied by the owner', { client: own, consent: 'deny' }, 'access_denied'],
    ['that was given before may be denied now', { consented: scope, consent: 'deny' }, 'access_denied'],
    ['is neither asked nor given in an old session', { session: old }, 'insufficient_user_authentication'],
    [
      'is not given in an old session',
      { session: old, consent: 'approve' },
      'insufficient_user_authentication',
    ],
    [
      'for more is not given in an old session',
      { session: old, consented: ['openid'], consent: 'approve' },
      'insufficient_user_authentication',
    ],
  ])('%s', (_, facts, expected) => expect(codeOf(decide(facts))).toEqual(expected))

  test.each<[string, Partial<ConsentFacts>, unknown]>([
    [
      'needs a fresh sign-in every time',
      { scope: offline, consented: offline, session: old },
      'insufficient_user_authentication',
    ],
    [
      'needs one for an app of one’s own',
      { scope: offline, client: own, session: old },
      'insufficient_user_authentication',
    ],
    [
      'needs one for an app of the operator',
      { scope: offline, client: firstParty, session: old },
      'insufficient_user_authentication',
    ],
    ['is granted with one', { scope: offline, consented: offline }, 'granted'],
    ['is not covered by consent to the rest', { scope: offline, consented: scope }, 'consent_required'],
  ])('to offline_access %s', (_, facts, expected) => expect(codeOf(decide(facts))).toEqual(expected))

  test.each<[string, Partial<ConsentFacts>, unknown]>([
    [
      'login asks for a fresh sign-in',
      { consented: scope, prompt: ['login'], session: old },
      'insufficient_user_authentication',
    ],
    ['login is content with a fresh one', { consented: scope, prompt: ['login'] }, 'granted'],
    ['none gives what was consented to', { consented: scope, prompt: ['none'] }, 'granted'],
    ['none does not ask', { prompt: ['none'] }, 'consent_required'],
    ['none does not take an answer', { prompt: ['none'], consent: 'approve' }, 'consent_required'],
    ['none does not sign in again', { prompt: ['none'], session: old }, 'login_required'],
    [
      'none and an age that has passed',
      { consented: scope, prompt: ['none'], maxAgeSeconds: 30 },
      'login_required',
    ],
  ])('with prompt %s', (_, facts, expected) => expect(codeOf(decide(facts))).toEqual(expected))

  test.each<[string, number | null, number, unknown]>([
    ['passes when the sign-in is as old', 60, 60, 'granted'],
    [
      'does not pass when it is older',
      60,
      61,
      { code: 'insufficient_user_authentication', maxAgeSeconds: 60 },
    ],
    [
      'of zero means a fresh sign-in',
      0,
      301,
      { code: 'insufficient_user_authentication', maxAgeSeconds: 300 },
    ],
    ['of zero is content with a fresh one', 0, 60, 'granted'],
    ['of none does not matter', null, 86_400, 'granted'],
  ])('with a maximal age %s', (_, maxAgeSeconds, age, expected) => {
    const decided = decide({
      consented: scope,
      maxAgeSeconds,
      session: makeSession({ authenticatedAt: at(-age) }),
    })
    if (typeof expected === 'string') expect(decided).toBe(expected)
    else expect(decided).toMatchObject(expected as object)
  })

  test('says how fresh the sign-in must be, and what there is to approve', () => {
    expect(decide({ session: old })).toMatchObject({ maxAgeSeconds: 300 })
    expect(decide({})).toMatchObject({ scope: 'openid email' })
  })

  test('lets no larger maximal age soften what has to be fresh', () => {
    expect(decide({ session: old, maxAgeSeconds: 86_400 })).toMatchObject({ maxAgeSeconds: 300 })
  })
})
