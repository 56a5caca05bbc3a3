import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginPasskeyRegistration,
  finishPasskeyRegistration,
  type PasskeyRegistration,
} from '../../../client/index.ts'
import { signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, status, withoutRequestId } from '#test/support/answers.ts'
import { createAuthenticator, type Authenticator, type Lies } from '#test/support/authenticator.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { startMailbox, type Mailbox } from '#test/support/mailbox.ts'
import { enrol, passkeysOf, signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let mailbox: Mailbox
let service: TestService

beforeAll(async () => {
  mailbox = await startMailbox()
  service = await startService({
    SMTP_URL: mailbox.url,
    LATCHKEY_REGISTRATION: 'open',
    LATCHKEY_ORIGINS: 'http://app.localhost:4000,http://app.example.com',
  })
})

afterAll(async () => {
  await service.stop()
  await mailbox.stop()
})

const newAuthenticator = () => createAuthenticator({ origin: service.config.issuer })

/** A begun registration with its answer, not sent yet. */
async function offer(token: string, authenticator: Authenticator, lies?: Lies) {
  const { data } = await beginPasskeyRegistration({ client: service.as(token), throwOnError: true })
  return { challenge_id: data.challenge_id, credential: authenticator.create(data.options, lies) }
}

function finish(token: string, body: PasskeyRegistration) {
  return finishPasskeyRegistration({ client: service.as(token), body })
}

/** What the log says about a request. */
function logged(requestId: string): string {
  return service.log.filter((line) => line.includes(requestId)).join('\n')
}

const challenge = 'client data has another challenge'
const origin = 'client data of a foreign origin'
const frame = 'client data of a page in a foreign frame'
const invalid = 'new passkey not valid'

/** Where a new passkey is not what it should be. */
const lies: readonly (readonly [what: string, reason: string, lies: Lies])[] = [
  ['another challenge', challenge, { challenge: randomBytes(32).toString('base64url') }],
  ['the origin of a stranger', origin, { origin: 'https://evil.example' }],
  ['an origin that is configured but not under our host', origin, { origin: 'http://app.example.com' }],
  ['a page in a foreign frame', frame, { crossOrigin: true }],
  ['a top origin', frame, { topOrigin: 'https://evil.example' }],
  ['the client data of a sign-in', 'client data of another ceremony', { type: 'webauthn.get' }],
  ['client data that is no JSON', 'client data is no JSON object', { clientData: '{' }],
  ['the hash of another host', invalid, { rpId: 'evil.example' }],
  ['no verification of the user', invalid, { userVerified: false }],
  ['nobody present', invalid, { userPresent: false }],
  ['a backup of what cannot be backed up', invalid, { synced: false, backedUp: true }],
  ['an algorithm that nobody asked for', invalid, { algorithm: -47 }],
  ['two ids', invalid, { rawId: randomBytes(20).toString('base64url') }],
  ['bytes behind the end', invalid, { more: Buffer.from('more') }],
]

describe('finishPasskeyRegistration', () => {
  it('keeps the passkey, shows it, and tells its owner by mail and in the history', async () => {
    const person = await signUp(service)
    const body = { ...(await offer(person.token, newAuthenticator())), name: 'Phone' }
    const answer = await finish(person.token, body)
    expect(status(answer)).toBe(201)
    expect(answer.data).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Phone',
      created_at: expect.stringMatching(/Z$/),
      last_used_at: null,
      synced: true,
      backed_up: true,
      transports: ['hybrid', 'internal'],
      aaguid: '00000000-0000-0000-0000-000000000000',
    })
    expect(await passkeysOf(service, person.token)).toEqual([answer.data])
    const [mail] = await mailbox.mailsTo(person.email)
    expect(mail?.subject).toBe('A passkey was added to your account')
    const history = 'select kind from activities where user_id = $1 and kind like $2'
    expect(await runAsAdmin(service.database, history, [person.id, 'passkey%'])).toEqual([
      { kind: 'passkey_added' },
    ])
  })

  it('calls one without a name Passkey', async () => {
    expect((await signUpWithPasskey(service)).passkey.name).toBe('Passkey')
  })

  it('keeps what it knows of the transports', async () => {
    const person = await signUp(service)
    const transports = ['usb', 'telepathy', 'internal', 'usb']
    const { data } = await enrol(service, person, newAuthenticator(), { transports })
    expect(data?.transports).toEqual(['internal', 'usb'])
  })

  it.each([
    ['a format that nobody knows', 'telepathy'],
    ['certificates that would have to be parsed', 'packed'],
    ['a statement of Android', 'android-key'],
    ['a statement of a TPM', 'tpm'],
  ])('looks at no attestation: %s', async (_what, format) => {
    const person = await signUp(service)
    const authenticator = newAuthenticator()
    const statement = new Map([['x5c', randomBytes(64)]])
    const answer = await enrol(service, person, authenticator, { attestation: [format, statement] })
    expect(status(answer)).toBe(201)
    expect(status(await signInByPasskey(service, authenticator))).toBe(200)
  })

  it.each(lies)('refuses %s like everything else, and keeps nothing', async (_what, reason, lie) => {
    const person = await signUp(service)
    const answer = await enrol(service, person, newAuthenticator(), lie)
    const refusal = expectRefused(answer, 400, 'invalid_request')
    expect(withoutRequestId(refusal)).toEqual({
      error: 'invalid_request',
      error_description: 'The passkey was not accepted; begin again',
    })
    expect(logged(refusal.request_id)).toContain(reason)
    expect(await passkeysOf(service, person.token)).toEqual([])
  })

  it('refuses rubbish in the place of the attestation', async () => {
    const { token } = await signUp(service)
    for (const attestationObject of [
      'AA',
      'oA',
      'o2NmbXRkbm9uZQ',
      Buffer.alloc(12_000, 0x81).toString('base64url'),
    ]) {
      const { challenge_id, credential } = await offer(token, newAuthenticator())
      const response = { ...credential.response, attestationObject }
      const answer = await finish(token, { challenge_id, credential: { ...credential, response } })
      expectRefused(answer, 400, 'invalid_request')
    }
    expect(await passkeysOf(service, token)).toEqual([])
  })

  describe('the challenge', () => {
    it('works once', async () => {
      const { token } = await signUp(service)
      const body = await offer(token, newAuthenticator())
      expect(status(await finish(token, body))).toBe(201)
      expectRefused(await finish(token, body), 400, 'invalid_request')
      expect(await passkeysOf(service, token)).toHaveLength(1)
    })

    it('makes one passkey when it is answered many times at once', async () => {
      const { token } = await signUp(service)
      const body = await offer(token, newAuthenticator())
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => finish(token, body)))
      expect(answers.map(status).toSorted()).toEqual([201, 400, 400, 400, 400, 400])
      expect(await passkeysOf(service, token)).toHaveLength(1)
    })

    it('is used up by a wrong answer', async () => {
      const { token } = await signUp(service)
      const body = await offer(token, newAuthenticator())
      const wrong = { ...body.credential, rawId: 'another' }
      expectRefused(await finish(token, { ...body, credential: wrong }), 400, 'invalid_request')
      expectRefused(await finish(token, body), 400, 'invalid_request')
    })

    it('belongs to one session: neither another of the same user nor another user can answer it', async () => {
      const [{ token, email }, stranger] = [await signUp(service), await signUp(service)]
      const body = await offer(token, newAuthenticator())
      const second = await signIn(service, email)
      for (const other of [second, stranger.token])
        expectRefused(await finish(other, body), 400, 'invalid_request')
      expect(await passkeysOf(service, stranger.token)).toEqual([])
      expect(status(await finish(token, body))).toBe(201)
    })
  })

  it('refuses a passkey that the account has', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    const { id } = authenticator.passkeys[0]!
    expectRefused(await enrol(service, person, newAuthenticator(), { id }), 409, 'conflict')
    expect(await passkeysOf(service, person.token)).toHaveLength(1)
    expect(status(await signInByPasskey(service, authenticator))).toBe(200)
  })

  it('does not tell which passkeys others have', async () => {
    const [{ authenticator }, person] = [await signUpWithPasskey(service), await signUp(service)]
    const { id } = authenticator.passkeys[0]!
    expect(status(await enrol(service, person, newAuthenticator(), { id }))).toBe(201)
  })

  it('keeps twenty, also when more are finished at once', async () => {
    const person = await signUp(service)
    const authenticator = newAuthenticator()
    for (let made = 0; made < 18; made++) await enrol(service, person, authenticator)
    const bodies = []
    for (let begun = 0; begun < 4; begun++) bodies.push(await offer(person.token, authenticator))
    const answers = await Promise.all(bodies.map((body) => finish(person.token, body)))
    expect(answers.map(status).toSorted()).toEqual([201, 201, 409, 409])
    expect(await passkeysOf(service, person.token)).toHaveLength(20)
  })

  it.each([
    [{}, ['/challenge_id', '/credential']],
    [{ name: '' }, ['/name']],
    [{ name: 'x'.repeat(101) }, ['/name']],
    [{ name: 'Phone\u202e' }, ['/name']],
    [{ user_id: 'somebody' }, ['']],
  ])('names what is malformed in %j', async (members, paths) => {
    const { token } = await signUp(service)
    const body = Object.keys(members).length === 0 ? {} : await offer(token, newAuthenticator())
    const answer = await finish(token, { ...body, ...members } as PasskeyRegistration)
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual(paths)
    expect(await passkeysOf(service, token)).toEqual([])
  })

  it('asks for a fresh sign-in', async () => {
    const { token, email } = await signUp(service)
    const body = await offer(token, newAuthenticator())
    service.clock.advance(301)
    expectRefused(await finish(token, body), 401, 'insufficient_user_authentication')
    expect(await passkeysOf(service, await signIn(service, email))).toEqual([])
  })

  it('asks for a session', async () => {
    const { token } = await signUp(service)
    const body = await offer(token, newAuthenticator())
    expectRefused(await finishPasskeyRegistration({ client: service.as(), body }), 401, 'invalid_token')
    expect(await passkeysOf(service, token)).toEqual([])
  })
})
