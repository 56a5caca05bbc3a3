import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginPasskeyRegistration, deletePasskey } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, header, status } from '#test/support/answers.ts'
import { createAuthenticator } from '#test/support/authenticator.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { enrol, passkeysOf, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const begin = (token?: string) => beginPasskeyRegistration({ client: service.as(token) })

describe('beginPasskeyRegistration', () => {
  it('answers what a browser makes a passkey from', async () => {
    const { token, id, email } = await signUp(service)
    const answer = await begin(token)
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      challenge_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      expires_in: 300,
      options: {
        rp: { id: 'localhost', name: 'localhost' },
        user: {
          id: Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url'),
          name: email,
          displayName: email,
        },
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
        timeout: 300_000,
        excludeCredentials: [],
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
      },
    })
  })

  it('makes another challenge each time, and stores none of them', async () => {
    const { token } = await signUp(service)
    const begun = await Promise.all([begin(token), begin(token), begin(token)])
    const challenges = begun.map(({ data }) => data!.options.challenge)
    expect(new Set(challenges).size).toBe(3)
    const stored = JSON.stringify(
      await runAsAdmin(service.database, `select encode(hash, 'escape') as hash from passkey_challenges`),
    )
    for (const challenge of challenges) expect(stored + service.log.join('\n')).not.toContain(challenge)
  })

  it('names the passkeys that the account has, and nobody else’s', async () => {
    const [{ person, authenticator }] = [await signUpWithPasskey(service), await signUpWithPasskey(service)]
    await enrol(service, person, authenticator)
    const { data } = await begin(person.token)
    const ids = data?.options.excludeCredentials.map(({ id }) => id)
    const own = authenticator.passkeys.map(({ id }) => id.toString('base64url'))
    expect(ids?.toSorted()).toEqual(own.toSorted())
  })

  it('refuses a twenty-first passkey, until one is deleted', async () => {
    const person = await signUp(service)
    const authenticator = createAuthenticator({ origin: service.config.issuer })
    for (let made = 0; made < 20; made++) await enrol(service, person, authenticator)
    expectRefused(await begin(person.token), 409, 'conflict')
    const [latest] = await passkeysOf(service, person.token)
    const path = { passkeyId: latest!.id }
    await deletePasskey({ client: service.as(person.token), path, throwOnError: true })
    expect(status(await begin(person.token))).toBe(200)
  })

  it('asks for a fresh sign-in', async () => {
    const { token } = await signUp(service)
    service.clock.advance(301)
    const answer = await begin(token)
    expectRefused(answer, 401, 'insufficient_user_authentication')
    expect(header(answer, 'www-authenticate')).toContain('max_age="300"')
  })

  it('asks for the second factor where there is one', async () => {
    const { token, id } = await signUp(service)
    await runAsAdmin(service.database, `update users set second_factors = '{totp}' where id = $1`, [id])
    const answer = await begin(token)
    expectRefused(answer, 401, 'insufficient_user_authentication')
    expect(header(answer, 'www-authenticate')).toContain('acr_values="aal2"')
  })

  it('asks for a session', async () => {
    expectRefused(await begin(), 401, 'invalid_token')
  })
})
