import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSession, deleteAppPassword, listAppPasswords, listApps } from '../../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, trade } from '#test/support/sessions.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function remove(token: string, appPasswordId: string) {
  return deleteAppPassword({ client: service.as(token), path: { appPasswordId } })
}

describe('deleteAppPassword', () => {
  it('ends it at once, with the sessions made from it, and no other one', async () => {
    const person = await signUp(service)
    const [lost, kept] = [await giveAppPassword(service, person), await giveAppPassword(service, person)]
    const tokens = [await trade(service, lost.app_password), await trade(service, kept.app_password)]
    const renewed = await trade(service, tokens[0]!.access_token)
    expect(status(await remove(person.token, lost.id))).toBe(204)
    for (const dead of [lost.app_password, tokens[0]!.access_token, renewed.access_token]) {
      expectRefused(await listApps({ client: service.as(dead) }), 401, 'invalid_token')
      expectRefused(await createSession({ client: service.as(dead) }), 401, 'invalid_token')
    }
    expect(await isLive(service, tokens[1]!.access_token)).toBe(true)
    expect(status(await listApps({ client: service.as(kept.app_password) }))).toBe(200)
    expect(await isLive(service, person.token)).toBe(true)
  })

  it('answers for another user’s as for an unknown one, and deletes nothing', async () => {
    const [person, stranger] = [await signUp(service), await signUp(service)]
    const { id, app_password: secret } = await giveAppPassword(service, person)
    const unknown = expectRefused(
      await remove(stranger.token, '019c3041-f358-7a53-9f0e-2f6d9a4c1b77'),
      404,
      'not_found',
    )
    for (const reference of [id, id.toUpperCase(), 'none'])
      expect(
        withoutRequestId(expectRefused(await remove(stranger.token, reference), 404, 'not_found')),
      ).toEqual(withoutRequestId(unknown))
    expect(status(await listApps({ client: service.as(secret) }))).toBe(200)
  })

  it('deletes once, however many ask at the same time', async () => {
    const person = await signUp(service)
    const { id } = await giveAppPassword(service, person)
    const statuses = await Promise.all([1, 2, 3].map(async () => status(await remove(person.token, id))))
    expect(statuses.toSorted()).toEqual([204, 404, 404])
  })

  it('lets no session through that is made from it at the same time', async () => {
    const person = await signUp(service)
    const { id, app_password: secret } = await giveAppPassword(service, person)
    const trades = Array.from({ length: 6 }, () => createSession({ client: service.as(secret) }))
    const [removal, ...traded] = await Promise.all([remove(person.token, id), ...trades])
    expect(status(removal)).toBe(204)
    for (const answer of traded) {
      expect([201, 401, 503]).toContain(status(answer))
      const token = answer.data?.access_token
      if (token !== undefined) expect(await isLive(service, token)).toBe(false)
    }
  })

  it('is closed to app passwords: none deletes itself or another', async () => {
    const person = await signUp(service)
    const { id, app_password: secret } = await giveAppPassword(service, person)
    for (const token of [secret, (await trade(service, secret)).access_token])
      expectRefused(await remove(token, id), 403, 'insufficient_scope')
    const { data } = await listAppPasswords({ client: service.as(person.token) })
    expect(data).toHaveLength(1)
  })
})
