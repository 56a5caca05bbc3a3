import type { Context } from '../context.ts'
import { newSession, type Device, type Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { makeSessionToken } from './makeSessionToken.ts'
import { tellStay } from './tellStay.ts'

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
  { now, ...device }: Device & { readonly now: Date },
  context: Pick<Context, 'store' | 'random' | 'config' | 'sessionTokens' | 'jobs' | 'sealing'>,
): Promise<StartedSession> {
  const { lifetimes } = context.config
  const session = newSession(context.random.uuid(now), user, { kind: 'api', amr, device }, lifetimes, now)
  const { token, stored, expiresInSeconds } = makeSessionToken(session, now, context)
  await context.store.sessions.open(session, stored, user.updatedAt)
  await tellStay(user, session.id, { now, ...device }, context)
  return { session, token, expiresInSeconds }
}
