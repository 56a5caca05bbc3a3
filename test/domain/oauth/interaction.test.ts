import { noClaims } from '#src/domain/oidc/claimsRequest.ts'
import { describe, expect, test } from 'vitest'
import type { AuthorizationRequest } from '#src/domain/oauth/authorizationRequest.ts'
import { decideInteraction, hintedSubject, type InteractionFacts } from '#src/domain/oauth/interaction.ts'
import { isRefusal } from '#src/domain/refusal.ts'
import { at, issuer, makeClient, makeSession, makeUser, now } from '../facts.ts'

const scope = ['openid', 'email']
const user = makeUser()

/** Signed in so many seconds ago. */
const signedIn = (seconds: number) => ({ session: makeSession({ authenticatedAt: at(-seconds) }), user })

function asking(changes: Partial<AuthorizationRequest>): AuthorizationRequest {
  return {
    responseType: 'code',
    responseMode: 'query',
    redirectUri: 'https://example.com/callback',
    scope,
    state: null,
    nonce: null,
    codeChallenge: null,
    resource: null,
    prompt: [],
    maxAgeSeconds: null,
    claims: noClaims,
    ...changes,
  }
}

function decide(facts: Partial<InteractionFacts>): string {
  const decided = decideInteraction({
    client: makeClient(),
    request: asking({}),
    signedIn: signedIn(60),
    subject: user.id,
    consented: scope,
    startedAt: at(-30),
    now,
    ...facts,
  })
  return isRefusal(decided) ? decided.code : decided.outcome
}

describe('an authorization in the browser', () => {
  test.each<[string, Partial<InteractionFacts>, string]>([
    ['asks who it is', { signedIn: null }, 'sign_in'],
    ['asks for the decision', { consented: null }, 'consent'],
    ['asks for the decision about more', { consented: ['openid'] }, 'consent'],
    ['finishes where everything was agreed to', {}, 'finish'],
    ['finishes in an old session where everything was agreed to', { signedIn: signedIn(86_400) }, 'finish'],
    [
      'finishes for an app of one’s own',
      { consented: null, client: makeClient({ ownerId: user.id }) },
      'finish',
    ],
    [
      'finishes for an app of the operator',
      { consented: null, client: makeClient({ firstParty: true }) },
      'finish',
    ],
    ['finishes with a yes', { consented: null, consent: 'approve' }, 'finish'],
    ['ends with a no', { consented: null, consent: 'deny' }, 'access_denied'],
    [
      'ends with a no of whoever is not signed in any more',
      { signedIn: null, consent: 'deny' },
      'access_denied',
    ],
    [
      'asks for a fresh sign-in before a first decision',
      { consented: null, signedIn: signedIn(301) },
      'sign_in',
    ],
    [
      'takes a yes in an old session for nothing',
      { consented: null, consent: 'approve', signedIn: signedIn(301) },
      'sign_in',
    ],
  ])('%s', (_title, facts, outcome) => {
    expect(decide(facts)).toBe(outcome)
  })
})

describe('prompt', () => {
  test.each<[string, AuthorizationRequest['prompt'], Partial<InteractionFacts>, string]>([
    ['none finishes silently', ['none'], {}, 'finish'],
    ['none tells that nobody is signed in', ['none'], { signedIn: null }, 'login_required'],
    ['none tells that there is something to decide', ['none'], { consented: null }, 'consent_required'],
    [
      'none tells that the sign-in is too old to decide',
      ['none'],
      { consented: null, signedIn: signedIn(301) },
      'login_required',
    ],
    ['login asks whoever is signed in', ['login'], { signedIn: signedIn(60) }, 'sign_in'],
    ['login asks whoever signed in a second before', ['login'], { signedIn: signedIn(31) }, 'sign_in'],
    ['login is satisfied by a sign-in since', ['login'], { signedIn: signedIn(30) }, 'finish'],
    ['login asks nobody in', ['login'], { signedIn: null }, 'sign_in'],
    ['consent asks again', ['consent'], {}, 'consent'],
    ['consent is satisfied by a yes', ['consent'], { consent: 'approve' }, 'finish'],
    ['login consent asks for both', ['login', 'consent'], {}, 'sign_in'],
    ['login consent asks for the second then', ['login', 'consent'], { signedIn: signedIn(10) }, 'consent'],
  ])('%s', (_title, prompt, facts, outcome) => {
    expect(decide({ request: asking({ prompt }), ...facts })).toBe(outcome)
  })
})

describe('max_age', () => {
  test.each<[string, number, Partial<InteractionFacts>, string]>([
    ['lets a young sign-in pass', 61, { signedIn: signedIn(60) }, 'finish'],
    ['lets a sign-in of exactly that age pass', 60, { signedIn: signedIn(60) }, 'finish'],
    ['asks again for an older one', 59, { signedIn: signedIn(60) }, 'sign_in'],
    [
      'is satisfied by a sign-in since, however long the decision takes',
      1,
      { signedIn: signedIn(20) },
      'finish',
    ],
    ['of 0 asks always', 0, { signedIn: signedIn(31) }, 'sign_in'],
    ['of 0 is satisfied by a sign-in since', 0, { signedIn: signedIn(30) }, 'finish'],
  ])('%s', (_title, maxAgeSeconds, facts, outcome) => {
    expect(decide({ request: asking({ maxAgeSeconds }), ...facts })).toBe(outcome)
  })

  test.each([0, 59])('of %i with prompt=none tells that nobody may be asked', (maxAgeSeconds) => {
    expect(decide({ request: asking({ maxAgeSeconds, prompt: ['none'] }) })).toBe('login_required')
  })
})

describe('id_token_hint', () => {
  test.each<[string, Partial<InteractionFacts>, string]>([
    ['of who is signed in finishes', { hintedSubject: user.id }, 'finish'],
    ['of who is signed in finishes, by a pairwise subject', { hintedSubject: 'p', subject: 'p' }, 'finish'],
    ['of the id of a user with a pairwise subject', { hintedSubject: user.id, subject: 'p' }, 'sign_in'],
    ['of somebody else asks for a sign-in', { hintedSubject: 'user-2' }, 'sign_in'],
    [
      'of somebody else ends it when another has signed in',
      { hintedSubject: 'user-2', signedIn: signedIn(10) },
      'login_required',
    ],
    [
      'of somebody else ends it with prompt=none',
      { hintedSubject: 'user-2', request: asking({ prompt: ['none'] }) },
      'login_required',
    ],
  ])('%s', (_title, facts, outcome) => {
    expect(decide(facts)).toBe(outcome)
  })

  test.each<[string, Record<string, unknown> | null, string | null]>([
    ['names the user', { iss: issuer, aud: 'app_one', sub: 'user-1', exp: 1 }, 'user-1'],
    ['of another app is ignored', { iss: issuer, aud: 'app_two', sub: 'user-1' }, null],
    ['of another issuer is ignored', { iss: 'https://evil.example', aud: 'app_one', sub: 'user-1' }, null],
    ['without a subject is ignored', { iss: issuer, aud: 'app_one' }, null],
    ['that is none of ours is ignored', null, null],
  ])('%s', (_title, claims, expected) => {
    expect(hintedSubject(claims, makeClient(), issuer)).toBe(expected)
  })
})

test('what was agreed to in this request is what is remembered', () => {
  const facts = {
    client: makeClient(),
    request: asking({}),
    signedIn: signedIn(60),
    subject: user.id,
    startedAt: at(-30),
    now,
  }
  expect(decideInteraction({ ...facts, consented: null, consent: 'approve' })).toMatchObject({
    outcome: 'finish',
    consent: { record: scope },
    signedIn: { user },
  })
})
