import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginPasskeyLogin,
  beginPasskeyRegistration,
  finishPasskeyLogin,
  finishPasskeyRegistration,
  listPasskeys,
  type AssertedCredential,
} from '../../client/index.ts'
import { expectRefused, header, status, withoutRequestId } from '#test/support/answers.ts'
import { createAuthenticator, type Lies } from '#test/support/authenticator.ts'
import { enrol, passkeysOf, signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService({ LATCHKEY_ORIGINS: 'http://app.example.com' })
})

afterAll(() => service.stop())

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

/** Where an assertion is not what it should be; the credential is otherwise as good as any. */
const lies: readonly (readonly [what: string, reason: string, lies: Lies])[] = [
  [
    'another challenge',
    'client data has another challenge',
    { challenge: randomBytes(32).toString('base64url') },
  ],
  ['no challenge', 'client data has another challenge', { challenge: '' }],
  ['the origin of a stranger', 'client data of a foreign origin', { origin: 'https://evil.example' }],
  ['the origin of another port', 'client data of a foreign origin', { origin: 'http://localhost:1' }],
  [
    'an origin that begins like ours',
    'client data of a foreign origin',
    { origin: 'http://localhost.evil.example' },
  ],
  [
    'an origin that is configured but not under our host',
    'client data of a foreign origin',
    { origin: 'http://app.example.com' },
  ],
  ['the hash of another host', 'passkey signature not valid', { rpId: 'evil.example' }],
  ['the client data of a registration', 'client data of another ceremony', { type: 'webauthn.create' }],
  ['client data that is no JSON', 'client data is no JSON object', { clientData: 'type=webauthn.get' }],
  ['client data that is null', 'client data is no JSON object', { clientData: 'null' }],
  ['a page in a foreign frame', 'client data of a page in a foreign frame', { crossOrigin: true }],
  [
    'a page in a named foreign frame',
    'client data of a page in a foreign frame',
    { crossOrigin: true, topOrigin: 'https://evil.example' },
  ],
  [
    'a top origin without a frame',
    'client data of a page in a foreign frame',
    { topOrigin: 'https://evil.example' },
  ],
  ['no verification of the user', 'passkey signature not valid', { userVerified: false }],
  ['nobody present', 'passkey signature not valid', { userPresent: false }],
  ['the signature of another key', 'passkey signature not valid', { key: stranger }],
  ['no user handle', 'no such passkey', { userHandle: null }],
  ['an empty user handle', 'no such passkey', { userHandle: '' }],
  ['the user handle of nobody', 'no such passkey', { userHandle: randomBytes(16).toString('base64url') }],
  ['a user handle that is no id', 'no such passkey', { userHandle: randomBytes(64).toString('base64url') }],
  ['the id of a passkey that does not exist', 'no such passkey', { id: randomBytes(20) }],
  ['two ids', 'passkey signature not valid', { rawId: randomBytes(20).toString('base64url') }],
  ['another kind of passkey', 'passkey changed its kind', { synced: false, backedUp: false }],
  ['a backup of what cannot be backed up', 'passkey signature not valid', { synced: false, backedUp: true }],
  ['bytes behind the end', 'passkey signature not valid', { more: Buffer.from('more') }],
]

/** What the log says about a request. */
function logged(requestId: string): string {
  return service.log.filter((line) => line.includes(requestId)).join('\n')
}

describe('an answer to a challenge', () => {
  it.each(lies)('refuses %s like everything else, and changes nothing', async (_what, reason, lie) => {
    const { person, authenticator } = await signUpWithPasskey(service)
    const before = await passkeysOf(service, person.token)
    const answer = await signInByPasskey(service, authenticator, { lies: lie })
    const refusal = expectRefused(answer, 401, 'invalid_credentials')
    expect(withoutRequestId(refusal)).toEqual({
      error: 'invalid_credentials',
      error_description: 'The passkey was not accepted',
    })
    expect(header(answer, 'www-authenticate')).toBe('Bearer realm="latchkey"')
    expect(logged(refusal.request_id)).toContain(reason)
    expect(await passkeysOf(service, person.token)).toEqual(before)
    expect(status(await signInByPasskey(service, authenticator))).toBe(200)
  })

  it('takes rubbish of the right form for a wrong answer', async () => {
    const { authenticator } = await signUpWithPasskey(service)
    const client = service.as()
    const { data } = await beginPasskeyLogin({ client, body: {}, throwOnError: true })
    const good = authenticator.get(data.options)
    const rubbish: AssertedCredential = {
      ...good,
      response: { ...good.response, authenticatorData: 'AA', signature: 'AA' },
    }
    const answer = await finishPasskeyLogin({
      client,
      body: { challenge_id: data.challenge_id, credential: rubbish },
    })
    expectRefused(answer, 401, 'invalid_credentials')
  })
})

describe('a passkey', () => {
  it('refuses the passkey of one account for another', async () => {
    const [one, other] = [await signUpWithPasskey(service), await signUpWithPasskey(service)]
    const { userHandle } = other.authenticator.passkeys[0]!
    const posing = await signInByPasskey(service, one.authenticator, { lies: { userHandle } })
    expectRefused(posing, 401, 'invalid_credentials')
    const named = await signInByPasskey(service, one.authenticator, { email: other.person.email })
    expectRefused(named, 401, 'invalid_credentials')
    const unknown = await signInByPasskey(service, one.authenticator, { email: 'nobody@example.com' })
    expectRefused(unknown, 401, 'invalid_credentials')
  })

  it('lets no twin of a passkey into the account it was copied from', async () => {
    const victim = await signUpWithPasskey(service)
    const attacker = await signUpWithPasskey(service)
    const { id, userHandle } = victim.authenticator.passkeys[0]!
    // The id of somebody's passkey can be had by whoever knows their address.
    expect(status(await enrol(service, attacker.person, attacker.authenticator, { id }))).toBe(201)
    const posing = await signInByPasskey(service, attacker.authenticator, { lies: { userHandle } })
    expectRefused(posing, 401, 'invalid_credentials')
    const own = await signInByPasskey(service, attacker.authenticator)
    expect(own.data?.user.id).toBe(attacker.person.id)
    const victims = await signInByPasskey(service, victim.authenticator)
    expect(victims.data?.user.id).toBe(victim.person.id)
  })

  it('takes passkeys of this authenticator only from who has it', async () => {
    const { person } = await signUpWithPasskey(service)
    const empty = createAuthenticator({ origin: service.config.issuer })
    const forged = {
      id: randomBytes(20),
      rpId: 'localhost',
      userHandle: Buffer.from(person.id.replaceAll('-', ''), 'hex').toString('base64url'),
      key: stranger,
    }
    const { data } = await beginPasskeyLogin({
      client: service.as(),
      body: { email: person.email },
      throwOnError: true,
    })
    const id = Buffer.from(data.options.allowCredentials[0]!.id, 'base64url')
    const credential = empty.get(data.options, { id }, forged)
    const body = { challenge_id: data.challenge_id, credential }
    expectRefused(await finishPasskeyLogin({ client: service.as(), body }), 401, 'invalid_credentials')
  })
})

describe('a challenge', () => {
  async function begun() {
    const owner = await signUpWithPasskey(service)
    const client = service.as()
    const { data } = await beginPasskeyLogin({ client, body: {}, throwOnError: true })
    const body = { challenge_id: data.challenge_id, credential: owner.authenticator.get(data.options) }
    return { ...owner, client, options: data.options, body }
  }

  it('works once', async () => {
    const { client, body } = await begun()
    expect(status(await finishPasskeyLogin({ client, body }))).toBe(200)
    expectRefused(await finishPasskeyLogin({ client, body }), 401, 'invalid_credentials')
  })

  it('opens one session when it is answered many times at once', async () => {
    const { client, body } = await begun()
    const answers = await Promise.all(Array.from({ length: 8 }, () => finishPasskeyLogin({ client, body })))
    expect(answers.map(status).toSorted()).toEqual([200, 401, 401, 401, 401, 401, 401, 401])
  })

  it('is used up by a wrong answer', async () => {
    const { client, body, authenticator, options } = await begun()
    const wrong = authenticator.get(options, { key: stranger })
    const refused = await finishPasskeyLogin({ client, body: { ...body, credential: wrong } })
    expectRefused(refused, 401, 'invalid_credentials')
    expectRefused(await finishPasskeyLogin({ client, body }), 401, 'invalid_credentials')
  })

  it('works for five minutes', async () => {
    const { client, body } = await begun()
    service.clock.advance(301)
    expectRefused(await finishPasskeyLogin({ client, body }), 401, 'invalid_credentials')
  })

  it('is answered under its own id only', async () => {
    const [one, other] = [await begun(), await begun()]
    const body = { ...one.body, challenge_id: other.body.challenge_id }
    expectRefused(await finishPasskeyLogin({ client: one.client, body }), 401, 'invalid_credentials')
  })

  it('of a registration opens no session, and the other way round', async () => {
    const { person, authenticator, client } = await begun()
    const owner = service.as(person.token)
    const { data: registration } = await beginPasskeyRegistration({ client: owner, throwOnError: true })
    const credential = authenticator.get({
      ...registration.options,
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [],
    })
    const crossed = { challenge_id: registration.challenge_id, credential }
    expectRefused(await finishPasskeyLogin({ client, body: crossed }), 401, 'invalid_credentials')

    const { data: sign } = await beginPasskeyLogin({ client, body: {}, throwOnError: true })
    const made = authenticator.create({ ...registration.options, challenge: sign.options.challenge })
    const body = { challenge_id: sign.challenge_id, credential: made }
    expectRefused(await finishPasskeyRegistration({ client: owner, body }), 400, 'invalid_request')
    expect((await listPasskeys({ client: owner })).data).toHaveLength(1)
  })
})

describe('a counter', () => {
  it('grows, and whoever comes with an old one is refused', async () => {
    const { authenticator } = await signUpWithPasskey(service, { counts: true })
    expect(status(await signInByPasskey(service, authenticator))).toBe(200)
    for (const counter of [1, 2, 0]) {
      const clone = await signInByPasskey(service, authenticator, { lies: { counter } })
      expectRefused(clone, 401, 'invalid_credentials')
    }
    expect(service.log.join('\n')).toContain('perhaps a clone')
    const grown = await signInByPasskey(service, authenticator, { lies: { counter: 2 ** 32 - 1 } })
    expect(status(grown)).toBe(200)
  })

  it('that is signed twice at once opens one session', async () => {
    const { authenticator } = await signUpWithPasskey(service, { counts: true })
    const twice = [1, 2, 3, 4].map(() => signInByPasskey(service, authenticator, { lies: { counter: 9 } }))
    expect((await Promise.all(twice)).map(status).toSorted()).toEqual([200, 401, 401, 401])
  })

  it('that began but stopped counting is one that went back', async () => {
    const { authenticator } = await signUpWithPasskey(service)
    expect(status(await signInByPasskey(service, authenticator, { lies: { counter: 1 } }))).toBe(200)
    expectRefused(await signInByPasskey(service, authenticator), 401, 'invalid_credentials')
  })
})
