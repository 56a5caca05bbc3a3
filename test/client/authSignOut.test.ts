import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryStorage, type AuthStorage, type AuthUser } from '../../client/auth/index.ts'
import { signUp } from '#test/support/actors.ts'
import { startAuthStage, type AuthStage, type Road } from '#test/support/publicApp.ts'

let stage: AuthStage
beforeAll(async () => {
  stage = await startAuthStage()
})
afterAll(() => stage.stop())

describe('a sign-out', () => {
  test('is over here before the service is asked, and then leaves for it', async () => {
    const tab = stage.open({ postLogoutRedirectUri: 'https://example.com/bye' })
    await tab.signIn(stage.person)
    const token = await tab.auth.getAccessToken()
    await tab.auth.logout()
    expect(await tab.auth.getUser()).toBeNull()
    expect(await tab.auth.getAccessToken({ forceRefresh: true })).toBeUndefined()
    expect(await stage.opensUserinfo(token)).toBe(false)
    const { pathname, searchParams } = new URL(tab.left.at(-1)!)
    expect(pathname).toBe('/oauth2/logout')
    expect(Object.fromEntries(searchParams)).toMatchObject({
      client_id: stage.clientId,
      post_logout_redirect_uri: 'https://example.com/bye',
      id_token_hint: expect.stringMatching(/^ey/),
    })
  })

  test('during a renewal stays, and what the renewal brings is given back', async () => {
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => void (release = resolve))
    let renewed: { access_token: string } | undefined
    let isRenewing = false
    const road: Road = async (send, path) => {
      const answer = await send()
      if (path !== '/oauth2/token' || !isRenewing) return answer
      renewed = (await answer.clone().json()) as typeof renewed
      await gate
      return answer
    }
    const storage = recorded(memoryStorage())
    const [tab, other] = [stage.open({ road, storage }), stage.open({ storage })]
    await tab.signIn(stage.person)
    isRenewing = true
    const asked = tab.auth.getAccessToken({ forceRefresh: true })
    await expect.poll(() => renewed).toBeDefined()
    // In another tab: this one cannot know.
    await other.auth.logout({ redirect: false })
    release()
    expect(await asked).toBeUndefined()
    expect(await tab.auth.getUser()).toBeNull()
    expect(storage.texts()).not.toContain(renewed!.access_token)
    expect(await stage.opensUserinfo(renewed!.access_token)).toBe(false)
  })

  test('is heard in tabs that have a sign-in of their own', async () => {
    const [tab, other] = [stage.open(), stage.open()]
    await tab.signIn(stage.person)
    await other.signIn(stage.person)
    const stranger = stage.open()
    const somebodyElse = await signUp(stage.service)
    await stranger.signIn(somebodyElse)
    const heard: (AuthUser | null)[] = []
    const stop = other.auth.onAuthStateChange((user) => heard.push(user))
    await tab.auth.logout()
    await expect.poll(() => heard.at(-1)).toBeNull()
    expect(await other.auth.getAccessToken()).toBeUndefined()
    expect((await stranger.auth.getUser())?.sub).toBe(somebodyElse.id)
    stop()
    await other.signIn(stage.person)
    expect(heard.at(-1)).toBeNull()
  })

  test('without redirect tells when the service could not be told', async () => {
    let isDown = false
    const tab = stage.open({ road: (send) => (isDown ? Promise.reject(new TypeError('down')) : send()) })
    await tab.signIn(stage.person)
    isDown = true
    await expect(tab.auth.logout({ redirect: false })).rejects.toMatchObject({ error: 'no_answer' })
    expect(await tab.auth.getUser()).toBeNull()
  })

  /** A storage that shows all it holds. */
  function recorded(storage: AuthStorage): AuthStorage & { texts(): string } {
    const held = new Map<string, string>()
    return {
      get: (key) => storage.get(key),
      set: (key, value) => (held.set(key, value), storage.set(key, value)),
      remove: (key) => (held.delete(key), storage.remove(key)),
      texts: () => [...held.values()].join(),
    }
  }
})
