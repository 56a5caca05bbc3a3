import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  authorize,
  issueToken,
  updateAccount,
  type AppRegistrationResponse,
  type AuthorizationRequest,
  type ConsentRequired,
} from '../../client/index.ts'
import {
  createPkce,
  obtainTokens,
  redirectUri,
  registerTestApp,
  signIn,
  signUp,
  type Person,
} from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { registerOperatorApp } from '#test/support/operator.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { credentialsOf, type AppCredentials } from '#test/support/tokens.ts'
import { uploadLogo } from '#test/support/uploads.ts'

let service: TestService
let owner: Person
let app: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const scopes = ['openid', 'profile', 'email', 'offline_access']

/** Registers an app of somebody else; whoever asks then is a stranger to it. */
async function someonesApp(): Promise<Person> {
  owner = await signUp(service)
  const described = { description: 'What it is for', access_token_format: 'opaque' as const }
  app = await registerTestApp(service, owner, { scopes, ...described })
  return signUp(service)
}

function ask(token: string, more: Partial<AuthorizationRequest> = {}, asking: AppCredentials = app) {
  const body: AuthorizationRequest = {
    response_type: 'code',
    client_id: asking.app_id,
    redirect_uri: redirectUri,
    scope: 'openid email',
    state: 'random-state',
    code_challenge: createPkce().challenge,
    code_challenge_method: 'S256',
    ...more,
  }
  return authorize({ client: service.as(token), body })
}

type Answer = Awaited<ReturnType<typeof ask>>

/** What the answer's redirect URI carries; throws when there is none. */
function redirected({ data }: Answer): URLSearchParams {
  const parameters = new URL(data?.redirect_uri ?? '').searchParams
  expect(parameters.get('state')).toBe('random-state')
  expect(parameters.get('iss')).toBe(service.url)
  return parameters
}

function expectCode(answer: Answer): void {
  expect(redirected(answer).get('code')).toMatch(/^code_/)
}

function expectStale(answer: Answer, maxAge = 300): void {
  expectRefused(answer, 401, 'insufficient_user_authentication')
  expect(header(answer, 'www-authenticate')).toBe(
    `Bearer realm="latchkey", error="insufficient_user_authentication", max_age="${maxAge}"`,
  )
}

describe('consent', () => {
  it('is not asked for by the owner’s own app', async () => {
    await someonesApp()
    expectCode(await ask(owner.token))
    service.clock.advance(600)
    expectCode(await ask(owner.token))
  })

  it('is asked for by another user’s app, with what there is to show', async () => {
    const person = await someonesApp()
    await updateAccount({ client: service.as(owner.token), body: { name: 'Jane Doe' }, throwOnError: true })
    const { uri: logo } = await uploadLogo(service, owner, app.app_id)
    const answer = await ask(person.token)
    const { client, scopes: asked } = expectRefused(
      answer,
      403,
      'consent_required',
    ) as unknown as ConsentRequired
    expect(client).toEqual({
      app_id: app.app_id,
      name: 'My Application',
      description: 'What it is for',
      first_party: false,
      owner_name: 'Jane Doe',
      logo_uri: logo,
      policy_uri: null,
      tos_uri: null,
    })
    expect(asked).toEqual(['openid', 'email'])
    for (const secret of ['code_', owner.email]) expect(JSON.stringify(answer.error)).not.toContain(secret)
    expect(answer.error).not.toHaveProperty('redirect_uri')
  })

  it('is remembered once given, for that app, that user and those scopes only', async () => {
    const person = await someonesApp()
    expectCode(await ask(person.token, { consent: 'approve' }))
    expectCode(await ask(person.token))
    expectCode(await ask(person.token, { scope: 'email' }))
    expectRefused(await ask((await signUp(service)).token), 403, 'consent_required')
    const other = await registerTestApp(service, owner)
    expectRefused(await ask(person.token, {}, other), 403, 'consent_required')
    const more = expectRefused(
      await ask(person.token, { scope: 'openid profile email' }),
      403,
      'consent_required',
    )
    expect(more).toMatchObject({ scopes: ['openid', 'profile', 'email'] })
  })

  it('grows by what is approved later', async () => {
    const person = await someonesApp()
    expectCode(await ask(person.token, { scope: 'openid', consent: 'approve' }))
    expectCode(await ask(person.token, { scope: 'email', consent: 'approve' }))
    expectCode(await ask(person.token, { scope: 'openid email' }))
    expectRefused(await ask(person.token, { scope: 'profile' }), 403, 'consent_required')
  })

  it('is denied inside the redirect URI, without a code, and nothing is remembered', async () => {
    const person = await someonesApp()
    const answer = redirected(await ask(person.token, { consent: 'deny' }))
    expect(answer.get('error')).toBe('access_denied')
    expect(answer.has('code')).toBe(false)
    expectRefused(await ask(person.token), 403, 'consent_required')
  })

  it('can be denied by the owner too, and after it was given', async () => {
    const person = await someonesApp()
    expectCode(await ask(person.token, { consent: 'approve' }))
    for (const { token } of [owner, person])
      expect(redirected(await ask(token, { consent: 'deny' })).get('error')).toBe('access_denied')
  })

  it('takes a sign-in of the last five minutes, or it is neither shown nor recorded', async () => {
    const person = await someonesApp()
    service.clock.advance(301)
    expectStale(await ask(person.token))
    expectStale(await ask(person.token, { consent: 'approve' }))
    const fresh = await signIn(service, person.email)
    expectRefused(await ask(fresh), 403, 'consent_required')
    service.clock.advance(290)
    expectCode(await ask(fresh, { consent: 'approve' }))
  })

  it('once given, takes no fresh sign-in, but offline_access does, also of the owner', async () => {
    const person = await someonesApp()
    const offline = { scope: 'openid offline_access' }
    expectCode(await ask(person.token, { scope: scopes.join(' '), consent: 'approve' }))
    service.clock.advance(301)
    expectCode(await ask(person.token))
    expectStale(await ask(person.token, offline))
    expectStale(await ask(owner.token, offline))
    expectCode(await ask(await signIn(service, person.email), offline))
    expectCode(await ask(await signIn(service, owner.email), offline))
  })

  it('can be refused with a stale sign-in: a no needs no proof', async () => {
    const person = await someonesApp()
    service.clock.advance(301)
    expect(redirected(await ask(person.token, { consent: 'deny' })).get('error')).toBe('access_denied')
  })

  it('is an error for the app where nobody may be asked', async () => {
    const person = await someonesApp()
    const silent = { prompt: 'none' }
    expect(redirected(await ask(person.token, silent)).get('error')).toBe('consent_required')
    const approved = redirected(await ask(person.token, { ...silent, consent: 'approve' }))
    expect(approved.get('error')).toBe('consent_required')
    service.clock.advance(301)
    expect(redirected(await ask(person.token, silent)).get('error')).toBe('login_required')
    expectCode(await ask(owner.token, silent))
  })

  it('is asked for again by prompt=consent, of everybody', async () => {
    const person = await someonesApp()
    expectCode(await ask(person.token, { consent: 'approve' }))
    const again = { prompt: 'consent' }
    for (const { token } of [owner, person]) {
      expectRefused(await ask(token, again), 403, 'consent_required')
      expectCode(await ask(token, { ...again, consent: 'approve' }))
    }
  })

  it('heeds max_age and prompt=login', async () => {
    await someonesApp()
    service.clock.advance(100)
    expectStale(await ask(owner.token, { max_age: 60 }), 60)
    expectStale(await ask(owner.token, { max_age: '99' }), 99)
    expectCode(await ask(owner.token, { max_age: 110 }))
    expectCode(await ask(owner.token, { prompt: 'login' }))
    service.clock.advance(201)
    expectStale(await ask(owner.token, { prompt: 'login' }))
    expectStale(await ask(owner.token, { max_age: 0 }))
    expectStale(await ask(owner.token, { max_age: 60 }), 60)
    expectCode(await ask(owner.token))
  })

  it('is not asked for by the house’s own apps', async () => {
    const person = await someonesApp()
    const house = await registerOperatorApp(service, {
      firstParty: true,
      scopes,
      redirectUris: [redirectUri],
      responseTypes: ['code'],
      grantTypes: ['authorization_code'],
    })
    expectCode(await ask(person.token, {}, house))
    const operators = await registerOperatorApp(service, {
      scopes,
      redirectUris: [redirectUri],
      responseTypes: ['code'],
      grantTypes: ['authorization_code'],
    })
    expectRefused(await ask(person.token, {}, operators), 403, 'consent_required')
  })

  it('is given by a session only, never by a token that an app holds', async () => {
    const person = await someonesApp()
    const tokens = await obtainTokens(service, person, app, { scope: scopes.join(' '), consent: 'approve' })
    const body = { grant_type: 'client_credentials' as const, ...credentialsOf(app) }
    const own = await issueToken({ client: service.as(), body, throwOnError: true })
    const other = await registerTestApp(service, owner)
    for (const token of [tokens.access_token, tokens.refresh_token, tokens.id_token, own.data.access_token])
      for (const asking of [app, other])
        expectRefused(await ask(token ?? '', { consent: 'approve' }, asking), 401, 'invalid_token')
    expectRefused(await ask(person.token, {}, other), 403, 'consent_required')
  })

  it('is not recorded by a request that is refused for another reason', async () => {
    const person = await someonesApp()
    const bad = { consent: 'approve' as const, code_challenge_method: 'plain' }
    expect(redirected(await ask(person.token, bad)).get('error')).toBe('invalid_request')
    expect(status(await ask(person.token, { ...bad, redirect_uri: 'https://evil.example/' }))).toBe(400)
    expectRefused(await ask(person.token), 403, 'consent_required')
  })
})
