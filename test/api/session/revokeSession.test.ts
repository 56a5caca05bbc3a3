import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { revokeSession } from '../../../client/index.ts'
import { obtainTokens, registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword, isLive, sessionsOf, trade } from '#test/support/sessions.ts'
import { expectDead } from '#test/support/tokens.ts'

let service: TestService

beforeAll(async () => {
  service = await startService()
})

afterAll(() => service.stop())

function revoke(token: string, sessionId: string) {
  return revokeSession({ client: service.as(token), path: { sessionId } })
}

async function idOf(token: string): Promise<string> {
  return (await sessionsOf(service, token)).find(({ current }) => current)!.id
}

describe('revokeSession', () => {
  it('ends another session of its user at once, with what apps got in it', async () => {
    const person = await signUp(service)
    const lost = { ...person, token: await signIn(service, person.email) }
    const app = await registerTestApp(service, person)
    const tokens = await obtainTokens(service, lost, app)
    expect(status(await revoke(person.token, await idOf(lost.token)))).toBe(204)
    expect(await isLive(service, lost.token)).toBe(false)
    await expectDead(service, app, tokens.access_token)
    expect(await sessionsOf(service, person.token)).toMatchObject([{ current: true }])
  })

  it('ends the very session that asks', async () => {
    const { token } = await signUp(service)
    expect(status(await revoke(token, await idOf(token)))).toBe(204)
    expect(await isLive(service, token)).toBe(false)
  })

  it('ends a session made from an app password, which works on', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    const { access_token, session_id } = await trade(service, secret)
    expect(status(await revoke(person.token, session_id))).toBe(204)
    expect(await isLive(service, access_token)).toBe(false)
    expect(await isLive(service, (await trade(service, secret)).access_token)).toBe(true)
  })

  it('answers for another user’s session as for an unknown one and one that is over, and ends nothing', async () => {
    const [person, stranger] = [await signUp(service), await signUp(service)]
    const over = await idOf(await signIn(service, stranger.email))
    await revoke(stranger.token, over)
    const unknown = '019c303f-9be8-7164-852d-1c17d186b9fe'
    const refusals = []
    for (const id of [await idOf(person.token), over, unknown, 'none', '%00'])
      refusals.push(await revoke(stranger.token, id))
    const [first, ...rest] = refusals.slice(0, 4).map((answer) => expectRefused(answer, 404, 'not_found'))
    for (const refusal of rest) expect(withoutRequestId(refusal)).toEqual(withoutRequestId(first!))
    expect(status(refusals[4]!)).toBe(404)
    expect(await isLive(service, person.token)).toBe(true)
  })

  it('is closed to app passwords', async () => {
    const person = await signUp(service)
    const { app_password: secret } = await giveAppPassword(service, person)
    const { access_token } = await trade(service, secret)
    for (const token of [secret, access_token])
      expectRefused(await revoke(token, await idOf(person.token)), 403, 'insufficient_scope')
    expect(await isLive(service, person.token)).toBe(true)
  })

  it('is one end, however many ask for it at once', async () => {
    const { email, token } = await signUp(service)
    const id = await idOf(await signIn(service, email))
    const statuses = (await Promise.all([revoke(token, id), revoke(token, id), revoke(token, id)])).map(
      status,
    )
    expect(statuses.toSorted()).toEqual([204, 404, 404])
  })
})
