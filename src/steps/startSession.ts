import type { Context } from '../context.ts'
import { newSession, type Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { after } from '../domain/moment.ts'
import { hashSecret } from '../domain/token/secret.ts'

/** A session just opened, with the only copy of its token's text. */
export type StartedSession = {
  readonly session: Session
  readonly token: string
  readonly expiresInSeconds: number
}

/**
 * Opens a session for someone who has just proven who they are, with a token that stands for it.
 *
 * @param user  as it was read with the credential that was proven
 * @param amr  how it was proven (RFC 8176), e.g. `['pwd']`
 */
export async function startSession(
  user: User,
  amr: readonly string[],
  now: Date,
  context: Pick<Context, 'store' | 'random' | 'config' | 'sessionTokens'>,
): Promise<StartedSession> {
  const { lifetimes } = context.config
  const { sessionTokenSeconds } = lifetimes
  const session = newSession(context.random.uuid(now), user, amr, lifetimes, now)
  const expiresAt = after(now, sessionTokenSeconds)
  const token = context.sessionTokens.make(session, now, expiresAt)
  const stored = { hash: hashSecret(token), sessionId: session.id, createdAt: now, expiresAt }
  await context.store.sessions.open(session, stored, user.updatedAt)
  return { session, token, expiresInSeconds: sessionTokenSeconds }
}
