import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createClient,
  deleteAppPassword,
  deleteSession,
  getUserinfo,
  listApps,
  revokeOtherSessions,
} from '../../client/index.ts'
import { createLog } from '#src/platform/log.ts'
import { start } from '#src/start.ts'
import type { Running } from '#src/running.ts'
import { obtainTokens, registerTestApp, signIn, signUp } from '#test/support/actors.ts'
import { status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { giveAppPassword } from '#test/support/sessions.ts'
import { refresh } from '#test/support/tokens.ts'

let service: TestService
let other: Running

beforeAll(async () => {
  service = await startService()
  const log = createLog({ level: 'silent' })
  // The same issuer, secret and database, on another port.
  other = await start(
    { ...service.config, port: 0 },
    { connection: service.database, clock: service.clock, log },
  )
})
afterAll(async () => {
  await other.stop()
  await service.stop()
})

const there = (token?: string) => createClient({ baseUrl: other.url, token, retries: 0 })
const opens = async (token: string) => status(await listApps({ client: there(token) }))

describe('what one node has ended', () => {
  it('a session, with what was given in it, is refused by the other at once', async () => {
    const person = await signUp(service)
    const app = await registerTestApp(service, person)
    const tokens = await obtainTokens(service, person, app)
    expect(await opens(person.token)).toBe(200)
    expect(status(await getUserinfo({ client: there(tokens.access_token) }))).toBe(200)
    await deleteSession({ client: service.as(person.token), throwOnError: true })
    expect(await opens(person.token)).toBe(401)
    expect(status(await getUserinfo({ client: there(tokens.access_token) }))).toBe(401)
    const refreshed = await refresh({ ...service, as: there }, app, tokens.refresh_token)
    expect(refreshed.error).toMatchObject({ error: 'invalid_grant' })
  })

  it('the other sessions of somebody are refused by the other at once', async () => {
    const person = await signUp(service)
    const elsewhere = await signIn({ as: there }, person.email)
    expect(await opens(elsewhere)).toBe(200)
    await revokeOtherSessions({ client: service.as(person.token), throwOnError: true })
    expect([await opens(elsewhere), await opens(person.token)]).toEqual([401, 200])
  })

  it('an app password is refused by the other at once', async () => {
    const person = await signUp(service)
    const { id, app_password: secret } = await giveAppPassword(service, person)
    expect(await opens(secret)).toBe(200)
    const path = { appPasswordId: id }
    await deleteAppPassword({ client: service.as(person.token), path, throwOnError: true })
    expect(await opens(secret)).toBe(401)
  })
})
