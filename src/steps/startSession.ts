import type { Context } from '../context.ts'
import type { Session } from '../domain/account/session.ts'
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
 * @param amr  how it was proven (RFC 8176), e.g. `['pwd']`
 */
export async function startSession(
  user: User,
  amr: readonly string[],
  now: Date,
  context: Pick<Context, 'store' | 'random' | 'config' | 'sessionTokens'>,
): Promise<StartedSession> {
  const { sessionAbsoluteSeconds, sessionTokenSeconds } = context.config.lifetimes
  const session: Session = {
    id: context.random.uuid(now),
    userId: user.id,
    authenticatedAt: now,
    amr,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: after(now, sessionAbsoluteSeconds),
    endedAt: null,
  }
  const expiresAt = after(now, sessionTokenSeconds)
  const token = context.sessionTokens.make(session, now, expiresAt)
  await context.store.sessions.open(session, {
    hash: hashSecret(token),
    sessionId: session.id,
    createdAt: now,
    expiresAt,
  })
  return { session, token, expiresInSeconds: sessionTokenSeconds }
}
