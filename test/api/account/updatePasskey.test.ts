import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updatePasskey, type PasskeyUpdateRequest } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, failingPaths, status, withoutRequestId } from '#test/support/answers.ts'
import { passkeysOf, signInByPasskey, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function rename(token: string | undefined, passkeyId: string, body: PasskeyUpdateRequest = { name: 'Key' }) {
  return updatePasskey({ client: service.as(token), path: { passkeyId }, body })
}

describe('updatePasskey', () => {
  it('gives a passkey another name and changes nothing else', async () => {
    const { person, authenticator, passkey } = await signUpWithPasskey(service)
    service.clock.advance(3000)
    const answer = await rename(person.token, passkey.id, { name: 'Schlüssel 🔑' })
    expect(status(answer)).toBe(200)
    expect(answer.data).toEqual({ ...passkey, name: 'Schlüssel 🔑' })
    expect(await passkeysOf(service, person.token)).toEqual([answer.data])
    expect(status(await signInByPasskey(service, authenticator))).toBe(200)
  })

  it('answers for another user’s passkey as for an unknown one, and changes nothing', async () => {
    const [{ person, passkey }, stranger] = [await signUpWithPasskey(service), await signUp(service)]
    const unknown = expectRefused(await rename(stranger.token, 'unknown'), 404, 'not_found')
    const foreign = expectRefused(await rename(stranger.token, passkey.id), 404, 'not_found')
    expect(withoutRequestId(foreign)).toEqual(withoutRequestId(unknown))
    expect(await passkeysOf(service, person.token)).toEqual([passkey])
  })

  it.each([
    [{}, '/name'],
    [{ name: '' }, '/name'],
    [{ name: 'x'.repeat(101) }, '/name'],
    [{ name: 'a\0b' }, '/name'],
    [{ name: 'Key', counter: 0 }, ''],
  ])('refuses %j and changes nothing', async (body, path) => {
    const { person, passkey } = await signUpWithPasskey(service)
    const answer = await rename(person.token, passkey.id, body as PasskeyUpdateRequest)
    expect(failingPaths(expectRefused(answer, 400, 'invalid_request'))).toEqual([path])
    expect(await passkeysOf(service, person.token)).toEqual([passkey])
  })

  it('asks for a session', async () => {
    const { passkey } = await signUpWithPasskey(service)
    expectRefused(await rename(undefined, passkey.id), 401, 'invalid_token')
  })
})
