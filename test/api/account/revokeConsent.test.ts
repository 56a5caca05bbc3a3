import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { authorize, listConsents, revokeConsent } from '../../../client/index.ts'
import { obtainTokens, redirectUri, registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status, withoutRequestId } from '#test/support/answers.ts'
import { connectApp, letIn, registerHouseApp } from '#test/support/connections.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive, expectDead, redeem, refresh, requestCode } from '#test/support/tokens.ts'

let service: TestService
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.stop())

function revoke({ token }: Pick<Person, 'token'>, appId: string) {
  return revokeConsent({ client: service.as(token), path: { appId } })
}

async function connected({ token }: Person) {
  const { data } = await listConsents({ client: service.as(token), throwOnError: true })
  return data.map(({ app_id: id }) => id)
}

describe('revokeConsent', () => {
  it.each(['jwt', 'opaque'] as const)(
    'ends every %s token, refresh token and code of the app',
    async (format) => {
      const person = await signUp(service)
      const { app, tokens } = await connectApp(service, person, { access_token_format: format })
      const offline = await letIn(service, person, app, 'openid offline_access')
      const requested = await requestCode(service, person, app, { scope: 'openid email' })
      expect(status(await revoke(person, app.app_id))).toBe(204)
      for (const { access_token: token, refresh_token: refreshToken } of [tokens, offline]) {
        await expectDead(service, app, token)
        expectRefused(await refresh(service, app, refreshToken), 400, 'invalid_grant')
      }
      expectRefused(await redeem(service, app, requested), 400, 'invalid_grant')
      expect(await connected(person)).toEqual([])
    },
  )

  it('leaves other apps and other people alone', async () => {
    const [person, neighbour] = [await signUp(service), await signUp(service)]
    const { app } = await connectApp(service, person)
    const other = await connectApp(service, person)
    const neighbours = await letIn(service, neighbour, app)
    expect(status(await revoke(person, app.application.id))).toBe(204)
    await expectAlive(service, other.app, other.tokens.access_token)
    await expectAlive(service, app, neighbours.access_token)
    expect([await connected(person), await connected(neighbour)]).toEqual([[other.app.app_id], [app.app_id]])
  })

  it('has the app ask again', async () => {
    const person = await signUp(service)
    const { app } = await connectApp(service, person, { require_pkce: false })
    const body = {
      response_type: 'code',
      client_id: app.app_id,
      redirect_uri: redirectUri,
      scope: 'openid email',
    }
    const ask = () => authorize({ client: service.as(person.token), body })
    expect(status(await ask())).toBe(200)
    await revoke(person, app.app_id)
    expectRefused(await ask(), 403, 'consent_required')
  })

  it('ends the grants of an app that needs no consent, and lets it in again without a question', async () => {
    const person = await signUp(service)
    const scopes = ['openid', 'email', 'offline_access']
    const apps = [
      await registerTestApp(service, person, { scopes }),
      await registerHouseApp(service, { scopes }),
    ]
    for (const app of apps) {
      const bound = await obtainTokens(service, person, app, { scope: 'openid email' })
      const offline = await obtainTokens(service, person, app, { scope: 'openid offline_access' })
      const requested = await requestCode(service, person, app, { scope: 'openid email' })
      expect(status(await revoke(person, app.app_id))).toBe(204)
      for (const { access_token: token, refresh_token: refreshToken } of [bound, offline]) {
        await expectDead(service, app, token)
        expectRefused(await refresh(service, app, refreshToken), 400, 'invalid_grant')
      }
      expectRefused(await redeem(service, app, requested), 400, 'invalid_grant')
      expect(await connected(person)).toEqual([])
      expectRefused(await revoke(person, app.app_id), 404, 'not_found')
      const { access_token: token } = await obtainTokens(service, person, app, { scope: 'openid email' })
      await expectAlive(service, app, token)
      expect(status(await revoke(person, app.app_id))).toBe(204)
    }
  })

  it('ends an own app’s grant once, and what a refresh at that moment got with it', async () => {
    for (let round = 0; round < 10; round++) {
      const person = await signUp(service)
      const app = await registerTestApp(service, person, { scopes: ['openid', 'offline_access'] })
      const { refresh_token: first } = await obtainTokens(service, person, app, {
        scope: 'openid offline_access',
      })
      const refreshing = refresh(service, app, first)
      const revoked = await Promise.all([1, 2, 3].map(() => revoke(person, app.app_id)))
      expect(revoked.map(status).toSorted()).toEqual([204, 404, 404])
      const { data: won } = await refreshing
      if (won !== undefined) await expectDead(service, app, won.access_token)
      expectRefused(await refresh(service, app, won?.refresh_token ?? first), 400, 'invalid_grant')
    }
  })

  it('answers the same for an app that was never let in, one’s own, an unknown one, and a second time', async () => {
    const person = await signUp(service)
    const { app } = await connectApp(service, person)
    const own = await registerTestApp(service, person)
    const strangers = await connectApp(service, await signUp(service))
    await revoke(person, app.app_id)
    const references = [
      strangers.app.app_id,
      strangers.app.application.id,
      own.app_id,
      'app_unknown',
      app.app_id,
    ]
    const answers = await Promise.all(references.map((reference) => revoke(person, reference)))
    const refusals = answers.map((answer) => withoutRequestId(expectRefused(answer, 404, 'not_found')))
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0])
    await expectAlive(service, strangers.app, strangers.tokens.access_token)
  })

  it('leaves no grant behind that is being given at that moment', async () => {
    for (let round = 0; round < 10; round++) {
      const person = await signUp(service)
      const { app } = await connectApp(service, person, { require_pkce: false })
      const body = {
        response_type: 'code',
        client_id: app.app_id,
        redirect_uri: redirectUri,
        scope: 'openid email',
      }
      const ask = () => authorize({ client: service.as(person.token), body })
      const begun = [ask(), ask()]
      const revoked = revoke(person, app.app_id)
      const answers = await Promise.all([...begun, ask(), ask()])
      expect(status(await revoked)).toBe(204)
      for (const answer of answers) {
        expect([200, 403, 503]).toContain(status(answer))
        if (answer.data === undefined) continue
        const code = new URL(answer.data.redirect_uri).searchParams.get('code') ?? ''
        const redeemed = await redeem(service, app, { code, verifier: '' }, { code_verifier: undefined })
        expectRefused(redeemed, 400, 'invalid_grant')
      }
    }
  })
})
