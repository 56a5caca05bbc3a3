import { openChannel, type News } from './channel.ts'
import type { AuthUser, SessionStore } from './session.ts'

/** Is told who is signed in; null: nobody. */
export type AuthListener = (user: AuthUser | null) => void

/** Who is signed in, as this tab and the others tell each other. */
export type AuthState = {
  /** Tells the other tabs, and the listeners of this one. */
  announce(news: News): Promise<void>
  /** Tells the listener now and at every change. @returns what ends it */
  listen(listener: AuthListener): () => void
  close(): void
}

/** Opens the channel between tabs. @param name  of the app */
export function createAuthState(name: string, sessions: SessionStore): AuthState {
  const listeners = new Set<AuthListener>()
  const channel = openChannel(name, (news) => void hear(news))

  async function tellListeners(): Promise<void> {
    const user = (await sessions.read())?.user ?? null
    for (const listener of listeners) listener(user)
  }
  async function hear(news: News): Promise<void> {
    const session = await sessions.read()
    // Where every tab has a storage of its own, its sign-in is another one of the same person.
    const isOver = news.kind === 'ended' && session?.user.sub === news.sub && session.signedInAt <= news.at
    if (isOver) await sessions.end()
    await tellListeners()
  }
  return {
    async announce(news) {
      channel.tell(news)
      await tellListeners()
    },
    listen(listener) {
      listeners.add(listener)
      void sessions.read().then((session) => {
        if (listeners.has(listener)) listener(session?.user ?? null)
      })
      return () => void listeners.delete(listener)
    },
    close() {
      listeners.clear()
      channel.close()
    },
  }
}
