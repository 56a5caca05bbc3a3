import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryStorage, type AuthUser } from '../../client/auth/index.ts'
import { withLock } from '../../client/auth/lock.ts'
import { isStale } from '../../client/auth/session.ts'
import { ApiError, revokeConsent } from '../../client/index.ts'
import { signUp } from '#test/support/actors.ts'
import { countOf, startAuthStage, type AuthStage, type Road } from '#test/support/publicApp.ts'

let stage: AuthStage
beforeAll(async () => {
  stage = await startAuthStage()
})
afterAll(() => stage.stop())

describe('a renewal', () => {
  test('happens once for fifty that ask at once', async () => {
    const tab = stage.open()
    await tab.signIn(stage.person)
    const before = await tab.auth.getAccessToken()
    const asked = Array.from({ length: 50 }, () => tab.auth.getAccessToken({ forceRefresh: true }))
    const answers = new Set(await Promise.all(asked))
    expect(answers.size).toBe(1)
    expect(answers).not.toContain(before)
    expect(countOf(tab, '/oauth2/token')).toBe(2)
    expect(await stage.opensUserinfo([...answers][0])).toBe(true)
  })

  test('happens once for two tabs that share a sign-in, twenty times over', async () => {
    const storage = memoryStorage()
    const pair = [stage.open({ storage }), stage.open({ storage })] as const
    await pair[0].signIn(stage.person)
    for (let round = 1; round <= 20; round += 1) {
      const [one, two] = await Promise.all(
        pair.map(({ auth }) => auth.getAccessToken({ forceRefresh: true })),
      )
      expect(one).toBe(two)
      expect(pair.map((tab) => countOf(tab, '/oauth2/token')).reduce((a, b) => a + b)).toBe(1 + round)
    }
    expect(await stage.opensUserinfo(await pair[1].auth.getAccessToken())).toBe(true)
  })

  test('survives an answer that was lost on the way', async () => {
    let lost = 0
    const road: Road = async (send, path) => {
      const answer = await send()
      if (path !== '/oauth2/token' || lost !== 1) return answer
      lost += 1
      throw new TypeError('network changed')
    }
    const tab = stage.open({ road })
    await tab.signIn(stage.person)
    lost = 1
    expect(await stage.opensUserinfo(await tab.auth.getAccessToken({ forceRefresh: true }))).toBe(true)
    expect(lost).toBe(2)
    expect(await stage.opensUserinfo(await tab.auth.getAccessToken({ forceRefresh: true }))).toBe(true)
  })

  test('that the network prevents leaves the sign-in as it is', async () => {
    let isDown = false
    const tab = stage.open({ road: (send) => (isDown ? Promise.reject(new TypeError('down')) : send()) })
    await tab.signIn(stage.person)
    isDown = true
    const failed = tab.auth.getAccessToken({ forceRefresh: true })
    await expect(failed).rejects.toBeInstanceOf(ApiError)
    await expect(failed).rejects.toMatchObject({ status: 0, error: 'no_answer' })
    isDown = false
    expect((await tab.auth.getUser())?.sub).toBe(stage.person.id)
    expect(await stage.opensUserinfo(await tab.auth.getAccessToken({ forceRefresh: true }))).toBe(true)
  })

  test('that is refused ends the sign-in, and everybody hears of it', async () => {
    const somebody = await signUp(stage.service)
    const storage = memoryStorage()
    const [tab, other] = [stage.open({ storage }), stage.open({ storage })]
    await tab.signIn(somebody)
    const heard: (AuthUser | null)[] = []
    other.auth.onAuthStateChange((user) => heard.push(user))
    await expect.poll(() => heard.at(-1)?.sub).toBe(somebody.id)
    await revokeConsent({
      client: stage.service.as(somebody.token),
      path: { appId: stage.clientId },
      throwOnError: true,
    })
    expect(await tab.auth.getAccessToken({ forceRefresh: true })).toBeUndefined()
    expect(await tab.auth.getUser()).toBeNull()
    await expect.poll(() => heard.at(-1)).toBeNull()
  })

  test.each([
    [3600, 3539, false],
    [3600, 3541, true],
    [100, 89, false],
    [100, 91, true],
  ])('of a token for %i seconds is due after %i: %s', (lifetime, age, expected) => {
    const renewedAt = Date.now() - age * 1000
    const session = { renewedAt, expiresAt: renewedAt + lifetime * 1000 }
    expect(isStale(session as Parameters<typeof isStale>[0])).toBe(expected)
  })

  test('does not wait for ever for a tab that hangs', async () => {
    const hanging = withLock('a-lock', () => new Promise<void>((resolve) => void (release = resolve)))
    let release: () => void = () => undefined
    expect(await withLock('a-lock', () => Promise.resolve('done'), 30)).toBe('done')
    release()
    await hanging
    await expect(withLock('a-lock', () => Promise.reject(new Error('its own')), 30)).rejects.toThrow(
      'its own',
    )
  })
})
