import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AppRegistrationResponse } from '../../client/index.ts'
import { registerTestApp, signUp, type Person } from '#test/support/actors.ts'
import { expectRefused, status } from '#test/support/answers.ts'
import { startService, type TestService } from '#test/support/service.ts'
import { expectAlive, expectDead, redeem, refresh, requestCode } from '#test/support/tokens.ts'

let service: TestService
let person: Person
let app: AppRegistrationResponse
let opaque: AppRegistrationResponse
let stranger: AppRegistrationResponse

beforeAll(async () => {
  service = await startService()
  person = await signUp(service)
  app = await registerTestApp(service, person)
  opaque = await registerTestApp(service, person, { access_token_format: 'opaque' })
  stranger = await registerTestApp(service, await signUp(service))
})

afterAll(() => service.stop())

const wrongVerifier = { code_verifier: 'a'.repeat(43) }
const wrongRedirectUri = { redirect_uri: 'https://example.com/callback/' }

describe('authorization code', () => {
  it('is not burnt by a stranger who saw it', async () => {
    const requested = await requestCode(service, person, app)
    const { app_id: client_id } = app
    const attempts = [
      redeem(service, stranger, requested),
      redeem(service, app, requested, wrongVerifier),
      redeem(service, app, requested, { code_verifier: undefined }),
      redeem(service, app, requested, { code_verifier: requested.verifier.slice(1) }),
      redeem(service, app, requested, wrongRedirectUri),
    ]
    for (const answer of await Promise.all(attempts)) expectRefused(answer, 400, 'invalid_grant')
    const anonymous = redeem(service, { app_id: client_id }, requested)
    expectRefused(await anonymous, 401, 'invalid_client')
    expect(status(await redeem(service, app, requested))).toBe(200)
  })

  it('can be used against its owner by no stranger who saw it after its use', async () => {
    const requested = await requestCode(service, person, app)
    const { data } = await redeem(service, app, requested)
    expectRefused(await redeem(service, stranger, requested), 400, 'invalid_grant')
    expectRefused(await redeem(service, app, requested, wrongVerifier), 400, 'invalid_grant')
    expectRefused(await redeem(service, app, requested, wrongRedirectUri), 400, 'invalid_grant')
    await expectAlive(service, app, data?.access_token ?? '')
    expect(status(await refresh(service, app, data?.refresh_token))).toBe(200)
  })

  it.each(['jwt', 'opaque'] as const)(
    'ends what its first use gave when it is used again (%s)',
    async (format) => {
      const own = format === 'jwt' ? app : opaque
      const requested = await requestCode(service, person, own)
      const { data } = await redeem(service, own, requested)
      const next = (await refresh(service, own, data?.refresh_token)).data
      await expectAlive(service, own, data?.access_token ?? '')
      expectRefused(await redeem(service, own, requested), 400, 'invalid_grant')
      for (const token of [data?.access_token, next?.access_token])
        await expectDead(service, own, token ?? '')
      for (const token of [data?.refresh_token, next?.refresh_token])
        expectRefused(await refresh(service, own, token), 400, 'invalid_grant')
    },
  )

  it('ends one grant and no other of the same app and user', async () => {
    const [first, second] = [await requestCode(service, person, app), await requestCode(service, person, app)]
    await redeem(service, app, first)
    const { data } = await redeem(service, app, second)
    await redeem(service, app, first)
    await expectAlive(service, app, data?.access_token ?? '')
  })

  it.each(['jwt', 'opaque'] as const)(
    'lets exactly one of 20 parallel redeemers through (%s)',
    async (format) => {
      const own = format === 'jwt' ? app : opaque
      for (let round = 0; round < 3; round++) {
        const requested = await requestCode(service, person, own)
        const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(service, own, requested)))
        const statuses = answers.map(status)
        expect(statuses.filter((each) => each === 200)).toHaveLength(1)
        expect(statuses.filter((each) => each === 400)).toHaveLength(19)
        const won = answers.find((answer) => status(answer) === 200)?.data
        // The others used the code a second time, so that what the winner got has ended.
        await expectDead(service, own, won?.access_token ?? '')
        expectRefused(await refresh(service, own, won?.refresh_token), 400, 'invalid_grant')
      }
    },
  )

  it('works for 60 seconds and not longer, and a late one is not burnt into anything', async () => {
    const [punctual, late] = [
      await requestCode(service, person, app),
      await requestCode(service, person, app),
    ]
    service.clock.advance(55)
    expect(status(await redeem(service, app, punctual))).toBe(200)
    service.clock.advance(6)
    expectRefused(await redeem(service, app, late), 400, 'invalid_grant')
    expectRefused(await redeem(service, app, late), 400, 'invalid_grant')
  })

  it('still tells that it leaked when it comes back after it expired', async () => {
    const requested = await requestCode(service, person, app)
    const { data } = await redeem(service, app, requested)
    service.clock.advance(120)
    expectRefused(await redeem(service, app, requested), 400, 'invalid_grant')
    await expectDead(service, app, data?.access_token ?? '')
  })

  it.each(['', 'code_', 'code_AAAA', 'nonsense', 'refresh_AAAA'])('is not %j', async (code) => {
    const answer = await redeem(service, app, { code, verifier: 'a'.repeat(43) })
    expectRefused(answer, 400, code === '' ? 'invalid_request' : 'invalid_grant')
  })

  it('is answered alike whatever is wrong with it', async () => {
    const requested = await requestCode(service, person, app)
    const answers = await Promise.all([
      redeem(service, stranger, requested),
      redeem(service, app, requested, wrongVerifier),
      redeem(service, app, requested, wrongRedirectUri),
      redeem(service, app, { ...requested, code: 'code_AAAA' }),
    ])
    const described = answers.map((answer) => expectRefused(answer, 400, 'invalid_grant').error_description)
    expect(new Set(described).size).toBe(1)
  })
})
