import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listPasskeys } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, header } from '#test/support/answers.ts'
import { enrol, signUpWithPasskey } from '#test/support/passkeys.ts'
import { startService, type TestService } from '#test/support/service.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

const list = (token?: string) => listPasskeys({ client: service.as(token) })

describe('listPasskeys', () => {
  it('is empty at first', async () => {
    const answer = await list((await signUp(service)).token)
    expect([answer.data, header(answer, 'x-count')]).toEqual([[], '0'])
  })

  it('shows the own ones, newest first, without their keys', async () => {
    const { person, authenticator, passkey } = await signUpWithPasskey(service)
    await signUpWithPasskey(service)
    service.clock.advance(1)
    const { data: second } = await enrol(service, person, authenticator)
    const answer = await list(person.token)
    expect(answer.data).toEqual([second, passkey])
    expect(header(answer, 'x-count')).toBe('2')
    const told = JSON.stringify(answer.data)
    for (const { id } of authenticator.passkeys) expect(told).not.toContain(id.toString('base64url'))
  })

  it('asks for a session', async () => {
    expectRefused(await list(), 401, 'invalid_token')
  })
})
