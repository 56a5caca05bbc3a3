import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listApps, listAppPasswords } from '../../../client/index.ts'
import { signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, header } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, trade } from '#test/support/sessions.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

async function list(token: string) {
  return (await listAppPasswords({ client: service.as(token), throwOnError: true })).data
}

describe('listAppPasswords', () => {
  it('lists its user’s own, newest first, never the secret', async () => {
    const [person, stranger] = [await signUp(service), await signUp(service)]
    expect(await list(person.token)).toEqual([])
    const first = await giveAppPassword(service, person, { name: 'First' })
    service.clock.advance(1)
    const second = await giveAppPassword(service, person, {
      name: 'Second',
      scopes: ['read'],
      expires_in: -1,
    })
    await giveAppPassword(service, stranger)
    const answer = await listAppPasswords({ client: service.as(person.token) })
    expect(header(answer, 'x-count')).toBe('2')
    const shown = [second, first].map((made) => {
      const { app_password: secret, ...rest } = made
      expect(secret).toMatch(/^apppw_/)
      return { ...rest, last_used_at: null }
    })
    expect(answer.data).toEqual(shown)
    expect(JSON.stringify(answer.data)).not.toContain('apppw_')
  })

  it('says when one was used last, by itself or by a session made from it, once a minute', async () => {
    const person = await signUp(service)
    const { app_password: secret, created_at } = await giveAppPassword(service, person)
    const lastUse = async () => {
      const [only] = await list(person.token)
      const usedAt = only?.last_used_at ?? null
      return usedAt === null ? null : (Date.parse(usedAt) - Date.parse(created_at)) / 1000
    }
    const use = () => listApps({ client: service.as(secret) })
    service.clock.advance(10)
    expect(await lastUse()).toBeNull()
    await use()
    const noted = await lastUse()
    expect(noted).toBeGreaterThanOrEqual(10)
    service.clock.advance(30)
    await use()
    expect(await lastUse()).toBe(noted)
    service.clock.advance(31)
    await use()
    expect(await lastUse()).toBeGreaterThanOrEqual(71)
    service.clock.advance(5)
    const { access_token } = await trade(service, secret)
    service.clock.advance(100)
    expect(await isLive(service, access_token)).toBe(true)
    expect(await lastUse()).toBeGreaterThanOrEqual(176)
  })

  it('keeps an expired one in sight until another is made', async () => {
    const person = await signUp(service)
    await giveAppPassword(service, person, { name: 'Brief', expires_in: 60 })
    service.clock.advance(61)
    expect(await list(person.token)).toMatchObject([{ name: 'Brief' }])
    await giveAppPassword(service, { token: await signIn(service, person.email) }, { name: 'Next' })
    expect(await list(person.token)).toMatchObject([{ name: 'Next' }])
  })

  it('is closed to app passwords and what is made from them', async () => {
    const { app_password: secret } = await giveAppPassword(service, await signUp(service))
    for (const token of [secret, (await trade(service, secret)).access_token])
      expectRefused(await listAppPasswords({ client: service.as(token) }), 403, 'insufficient_scope')
  })

  it('asks for a session', async () => {
    expectRefused(await listAppPasswords({ client: service.as() }), 401, 'invalid_token')
  })
})
