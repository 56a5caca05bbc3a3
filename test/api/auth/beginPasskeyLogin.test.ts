import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginPasskeyLogin, deletePasskey, type PasskeyLoginRequest } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, header, status } from '#test/support/answers.ts'
import { runAsAdmin } from '#test/support/database.ts'
import { enrol, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function begin(body: PasskeyLoginRequest = {}) {
  return beginPasskeyLogin({ client: service.as(), body })
}

async function namedFor(email: string) {
  return (await begin({ email })).data!.options.allowCredentials
}

describe('beginPasskeyLogin', () => {
  it('answers what a browser signs, for whoever picks a passkey', async () => {
    const answer = await begin()
    expect(status(answer)).toBe(200)
    expect(header(answer, 'cache-control')).toBe('no-store')
    expect(answer.data).toEqual({
      challenge_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      expires_in: 300,
      options: {
        rpId: 'localhost',
        challenge: expect.stringMatching(/^[\w-]{43}$/),
        timeout: 300_000,
        userVerification: 'required',
        allowCredentials: [],
      },
    })
  })

  it('makes another challenge each time, and stores none of them', async () => {
    const begun = await Promise.all([begin(), begin(), begin({ email: 'user@example.com' })])
    const challenges = begun.map(({ data }) => data!.options.challenge)
    expect(new Set(challenges).size).toBe(3)
    const dump = JSON.stringify(await runAsAdmin(service.database, 'select * from passkey_challenges'))
    for (const challenge of challenges) expect(dump + service.log.join('\n')).not.toContain(challenge)
  })

  it('names the passkeys of an address, whatever its case', async () => {
    const { person, authenticator } = await signUpWithPasskey(service)
    await enrol(service, person, authenticator)
    const own = authenticator.passkeys.map(({ id }) => ({
      type: 'public-key',
      id: id.toString('base64url'),
      transports: ['hybrid', 'internal'],
    }))
    expect(await namedFor(person.email)).toEqual(own)
    expect(await namedFor(person.email.toUpperCase())).toEqual(own)
  })

  it('names some that nobody has for everybody else, always the same ones', async () => {
    const { email } = await signUp(service)
    const addresses = [email, 'nobody@example.com', 'not an address', `${'x'.repeat(300)}@example.com`]
    const seen = new Set<string>()
    for (const address of addresses) {
      const [first, again] = [await namedFor(address), await namedFor(address)]
      expect(again).toEqual(first)
      expect(first.length).toBeGreaterThan(0)
      for (const { type, id, transports } of first) {
        expect(type).toBe('public-key')
        expect(transports.length).toBeGreaterThan(0)
        expect([16, 20, 32, 48]).toContain(Buffer.from(id, 'base64url').length)
        seen.add(id)
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(addresses.length)
    expect(await namedFor('NOBODY@example.com')).toEqual(await namedFor('nobody@example.com'))
  })

  it('names what it named before once the last passkey is deleted', async () => {
    const person = await signUp(service)
    const before = await namedFor(person.email)
    const { authenticator } = await signUpWithPasskey(service)
    const { data } = await enrol(service, person, authenticator)
    expect(await namedFor(person.email)).not.toEqual(before)
    await deletePasskey({
      client: service.as(person.token),
      path: { passkeyId: data!.id },
      throwOnError: true,
    })
    expect(await namedFor(person.email)).toEqual(before)
  })

  it('stores of an address what does not tell it', async () => {
    const email = 'somebody.secret@example.com'
    await begin({ email })
    const [dump] = await runAsAdmin(
      service.database,
      `select string_agg(c::text, ' ') as text from passkey_challenges c`,
    )
    expect(String(dump?.['text'])).not.toContain('somebody.secret')
    expect(service.log.join('\n')).not.toContain('somebody.secret')
  })

  it('keeps no more challenges than come', async () => {
    const count = async () => {
      const [row] = await runAsAdmin(service.database, 'select count(*)::int as n from passkey_challenges')
      return Number(row?.['n'])
    }
    const expired = await count()
    service.clock.advance(301)
    for (let made = 0; made < expired; made++) await begin()
    expect(await count()).toBe(expired)
  })

  it.each([
    [{ email: 7 }, '/email'],
    [{ email: '' }, '/email'],
    [{ email: 'x'.repeat(321) }, '/email'],
    [{ email: 'a\0@example.com' }, '/email'],
    [{ user: 'x' }, ''],
  ])('refuses %j', async (body, path) => {
    const answer = await begin(body as PasskeyLoginRequest)
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual([path])
  })
})
