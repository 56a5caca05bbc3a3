import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  beginPasskeyLogin,
  beginPasskeyRegistration,
  deletePasskey,
  finishPasskeyLogin,
} from '../../../client/index.ts'
import { obtainTokens, registerTestApp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { passkeysOf, signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

const trusted = 'http://app.localhost:4000'

let service: TestService

beforeAll(async () => {
  service = await startService({ LATCHKEY_ORIGINS: `${trusted},http://app.example.com` })
})

afterAll(() => service.stop())

describe('finishPasskeyLogin', () => {
  it.each([
    ['without a name', false],
    ['with a name', true],
  ])('opens a session %s, and answers like login', async (_how, isNamed) => {
    const { person, authenticator } = await signUpWithPasskey(service)
    const answer = await signInByPasskey(service, authenticator, isNamed ? { email: person.email } : {})
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      user: { id: person.id, email: person.email, created_at: expect.stringMatching(/Z$/) },
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expires_in: 3600,
    })
    const [passkey] = await passkeysOf(service, answer.data!.token)
    expect(passkey?.last_used_at).not.toBeNull()
  })

  it.each([
    ['EdDSA', -8],
    ['ES256', -7],
    ['RS256', -257],
  ] as const)('takes a signature of %s', async (_name, algorithm) => {
    const { authenticator } = await signUpWithPasskey(service, { algorithm })
    expect(status(await signInByPasskey(service, authenticator))).toBe(200)
  })

  it('takes a page under our host that is configured', async () => {
    const { authenticator } = await signUpWithPasskey(service, { origin: trusted })
    expect(status(await signInByPasskey(service, authenticator))).toBe(200)
  })

  it.each([
    ['copied to several devices', true, ['swk', 'user', 'mfa']],
    ['bound to one', false, ['hwk', 'user', 'mfa']],
  ])('tells apps how the user was proven by a passkey %s', async (_kind, synced, amr) => {
    const { person, authenticator } = await signUpWithPasskey(service, { synced })
    const { data } = await signInByPasskey(service, authenticator)
    const owner = { ...person, token: data!.token }
    const tokens = await obtainTokens(service, owner, await registerTestApp(service, owner))
    const claims = JSON.parse(Buffer.from(tokens.id_token!.split('.')[1]!, 'base64url').toString()) as object
    expect(claims).toMatchObject({ sub: person.id, amr, acr: 'aal2' })
  })

  it('is a fresh sign-in: what needs one is open', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    service.clock.advance(301)
    const stale = await beginPasskeyRegistration({ client: service.as(person.token) })
    expectRefused(stale, 401, 'insufficient_user_authentication')
    const { data } = await signInByPasskey(service, authenticator)
    expect(status(await beginPasskeyRegistration({ client: service.as(data?.token) }))).toBe(200)
  })

  it('is enough where the account has a second factor', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    await runAsAdmin(service.database, `update users set second_factors = '{totp}' where id = $1`, [
      person.id,
    ])
    const { data } = await signInByPasskey(service, authenticator)
    expect(status(await beginPasskeyRegistration({ client: service.as(data?.token) }))).toBe(200)
    // The password alone proved less.
    const weak = await beginPasskeyRegistration({ client: service.as(person.token) })
    expectRefused(weak, 401, 'insufficient_user_authentication')
  })

  it('refuses a deleted passkey', async () => {
    const { person, authenticator, passkey } = await signUpWithPasskey(service)
    const path = { passkeyId: passkey.id }
    await deletePasskey({ client: service.as(person.token), path, throwOnError: true })
    expectRefused(await signInByPasskey(service, authenticator), 401, 'invalid_credentials')
  })

  it('refuses the owner of a suspended account, in the same words', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    await runAsAdmin(service.database, 'update users set suspended_at = now() where id = $1', [person.id])
    expectRefused(await signInByPasskey(service, authenticator), 401, 'invalid_credentials')
  })

  it('notes that a passkey was backed up since', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    await signInByPasskey(service, authenticator, { lies: { backedUp: false } })
    expect((await passkeysOf(service, person.token))[0]).toMatchObject({ synced: true, backed_up: false })
  })

  it.each([
    [{}, ['/credential', '/challenge_id']],
    [{ challenge_id: 'x' }, ['/credential']],
    [{ challenge_id: 7, credential: {} }, ['/challenge_id']],
    [{ challenge_id: 'not-there', credential: [] }, ['/credential']],
    [{ challenge_id: 'not-there', credential: 'x', extra: 1 }, ['', '/credential']],
  ])('names what is malformed in %j', async (body, paths) => {
    const answer = await finishPasskeyLogin({ client: service.as(), body: body as never })
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual(expect.arrayContaining(paths))
  })

  it('tells the log neither what was signed nor the token', async () => {
    const owner = await signUpWithPasskey(service)
    const client = service.as()
    const { data } = await beginPasskeyLogin({ client, body: {}, throwOnError: true })
    const credential = owner.authenticator.get(data.options)
    const body = { challenge_id: data.challenge_id, credential }
    const { data: opened } = await finishPasskeyLogin({ client, body, throwOnError: true })
    const log = service.log.join('\n')
    for (const secret of [
      opened.token,
      data.options.challenge,
      credential.response.signature,
      owner.person.email,
    ])
      expect(log).not.toContain(secret)
  })
})
