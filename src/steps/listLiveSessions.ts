import type { Context } from '../context.ts'
import { isSessionAlive, type Session } from '../domain/account/session.ts'

/** The sessions of a user that go on, those used last first. They are few. */
export async function listLiveSessions(
  userId: string,
  now: Date,
  { store, config }: Pick<Context, 'store' | 'config'>,
): Promise<readonly Session[]> {
  const found = await store.sessions.listOpen(userId, now)
  return found.filter((session) => isSessionAlive(session, config.lifetimes.sessionIdleSeconds, now))
}
