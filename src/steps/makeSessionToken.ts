import type { Context } from '../context.ts'
import { tokenEnd, type Session, type SessionToken } from '../domain/account/session.ts'
import { hashSecret } from '../domain/token/secret.ts'

/** A token that stands for a session: its text, of which there is no other copy, and what is stored of it. */
export type MadeSessionToken = {
  readonly token: string
  readonly stored: SessionToken
  readonly expiresInSeconds: number
}

/** Makes a token of a session. It works once it is stored. */
export function makeSessionToken(
  session: Session,
  now: Date,
  { sessionTokens, config }: Pick<Context, 'sessionTokens' | 'config'>,
): MadeSessionToken {
  const expiresAt = tokenEnd(session, config.lifetimes, now)
  const token = sessionTokens.make(session, now, expiresAt)
  const stored = { hash: hashSecret(token), sessionId: session.id, createdAt: now, expiresAt }
  const expiresInSeconds = Math.floor((expiresAt.getTime() - now.getTime()) / 1000)
  return { token, stored, expiresInSeconds }
}
