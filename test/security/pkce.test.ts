import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateApp, type AppRegistrationResponse, type AuthorizationRequest } from '../../client/index.ts'
import { createPkce, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { authorizationDoors, heard, requestAt, type Door } from '#test/support/authorizationDoors.ts'
import { entryPoints, errorOf } from '#test/support/entryPoints.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { requestCode, type RequestedCode } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let confidential: AppRegistrationResponse
let open: AppRegistrationResponse
let lax: AppRegistrationResponse
let doors: readonly Door[]

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  confidential = await registerTestApp(service, person)
  open = await registerTestApp(service, person, { token_endpoint_auth_method: 'none' })
  lax = await registerTestApp(service, person, { require_pkce: false })
  doors = await authorizationDoors(service, person, confidential.app_id)
})

afterAll(() => service.stop())

const apps = () => [confidential, open, lax]
const without = { code_challenge: undefined, code_challenge_method: undefined }

/** What every way in answers: a rule that one of them forgets shows as a second answer. */
async function errorFor(app: AppRegistrationResponse, request: Partial<AuthorizationRequest>) {
  const answers = await Promise.all(doors.map(({ ask }) => ask(requestAt(app.app_id, request))))
  const told = answers
    .map(heard)
    .map((answer) => ({ error: answer.get('error'), hasCode: answer.has('code') }))
  for (const each of told) expect(each).toEqual(told[0])
  return told[0]
}

function exchange({ code }: RequestedCode, verifier: string | undefined) {
  return { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier }
}

describe('a code challenge', () => {
  const { challenge } = createPkce()
  const s256 = { code_challenge: challenge, code_challenge_method: 'S256' }

  it.each([
    ['plain', { ...s256, code_challenge_method: 'plain' }],
    ['no method, which means plain', { code_challenge: challenge }],
    ['an empty method', { ...s256, code_challenge_method: '' }],
    ['the method in lower case', { ...s256, code_challenge_method: 's256' }],
    ['the method with a space', { ...s256, code_challenge_method: 'S256 ' }],
    ['two methods', { ...s256, code_challenge_method: 'S256 plain' }],
    ['another method', { ...s256, code_challenge_method: 'S512' }],
    ['a method without a challenge', { code_challenge_method: 'S256' }],
    ['a method with an empty challenge', { ...s256, code_challenge: '' }],
    ['42 characters', { ...s256, code_challenge: challenge.slice(1) }],
    ['44 characters', { ...s256, code_challenge: `${challenge}A` }],
    ['padding', { ...s256, code_challenge: `${challenge.slice(1)}=` }],
    ['the alphabet of base64', { ...s256, code_challenge: `${challenge.slice(2)}+/` }],
    ['a line feed at its end', { ...s256, code_challenge: `${challenge}\n` }],
    ['hexadecimal', { ...s256, code_challenge: createHash('sha256').update('x').digest('hex') }],
  ])('is good or refused, by apps that could do without it too: %s', async (_, request) => {
    for (const app of apps())
      expect(await errorFor(app, request)).toEqual({ error: 'invalid_request', hasCode: false })
  })

  it('may be left out only by a confidential app that opted out', async () => {
    expect(await errorFor(confidential, without)).toEqual({ error: 'invalid_request', hasCode: false })
    expect(await errorFor(open, without)).toEqual({ error: 'invalid_request', hasCode: false })
    expect(await errorFor(lax, without)).toEqual({ error: null, hasCode: true })
  })
})

describe('a code verifier', () => {
  it('is looked at at every entry point, and a wrong one leaves the code alone', async () => {
    for (const app of apps()) {
      const other = createPkce()
      for (const { name, ask } of entryPoints(service, app)) {
        const requested = await requestCode(service, person, app)
        const wrong = [
          other.verifier,
          '',
          undefined,
          requested.verifier.slice(0, 42),
          `${requested.verifier}=`,
          requested.verifier.toUpperCase(),
          createHash('sha256').update(requested.verifier).digest('base64url'),
        ]
        for (const verifier of wrong) {
          const answer = await ask(exchange(requested, verifier))
          expect([name, verifier, answer.status]).toEqual([name, verifier, 400])
          expect(answer.body).not.toHaveProperty('access_token')
        }
        expect([name, errorOf(await ask(exchange(requested, requested.verifier)))]).toEqual([
          name,
          '200 a token',
        ])
      }
    }
  })

  it.each([
    ['42 characters', 'a'.repeat(42)],
    ['129 characters', 'a'.repeat(129)],
    ['a space', `${'a'.repeat(43)} `],
    ['a line feed', `${'a'.repeat(43)}\n`],
    ['a letter outside ASCII', `${'a'.repeat(43)}ä`],
    ['a plus', `${'a'.repeat(43)}+`],
  ])(
    'outside the alphabet and the length of RFC 7636 §4.1 is refused, though its digest fits: %s',
    async (_, verifier) => {
      const challenge = createHash('sha256').update(verifier).digest('base64url')
      const requested = await requestCode(service, person, confidential, { code_challenge: challenge })
      for (const { ask } of entryPoints(service, confidential))
        expect(errorOf(await ask(exchange(requested, verifier)))).toBe('400 invalid_grant')
    },
  )

  it('where no challenge was made tells that it was stripped, and is refused', async () => {
    for (const { name, ask } of entryPoints(service, lax)) {
      const requested = await requestCode(service, person, lax, without)
      const superfluous = await ask(exchange(requested, randomBytes(32).toString('base64url')))
      expect([name, errorOf(superfluous)]).toEqual([name, '400 invalid_grant'])
      expect(errorOf(await ask(exchange(requested, undefined)))).toBe('200 a token')
    }
  })

  it('of one code fits no other', async () => {
    const [mine, other] = [await requestCode(service, person, open), await requestCode(service, person, open)]
    const [first] = entryPoints(service, open)
    expect(errorOf(await first!.ask(exchange(mine, other.verifier)))).toBe('400 invalid_grant')
    expect(errorOf(await first!.ask(exchange(mine, mine.verifier)))).toBe('200 a token')
  })

  it('is still asked for when the app has stopped to require one since', async () => {
    const app = await registerTestApp(service, person)
    const requested = await requestCode(service, person, app)
    const body = { require_pkce: false }
    const path = { appId: app.app_id }
    await updateApp({ client: service.as(person.token), path, body, throwOnError: true })
    for (const { ask } of entryPoints(service, app))
      expect(errorOf(await ask(exchange(requested, undefined)))).toBe('400 invalid_grant')
  })

  it('is no list and no object', async () => {
    const requested = await requestCode(service, person, open)
    const json = entryPoints(service, open).find(({ name }) => name.startsWith('JSON'))
    for (const verifier of [[requested.verifier], { $ne: '' }, true, 1]) {
      const answer = await json!.ask({ ...exchange(requested, undefined), code_verifier: verifier as never })
      expect(errorOf(answer)).toBe('400 invalid_request')
    }
  })
})
