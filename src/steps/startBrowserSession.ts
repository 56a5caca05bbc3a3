import type { Context } from '../context.ts'
import { newSession, type Device } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { formatCookieValue, readCookie, writeCookie } from '../domain/browser/cookie.ts'
import type { SignedIn } from '../domain/oauth/interaction.ts'
import { hashSecret } from '../domain/token/secret.ts'
import type { BrowserRequest } from './findSignedIn.ts'
import { tellStay } from './tellStay.ts'

/**
 * Opens a session in a browser for someone who has just proven who they are. The cookie is new whatever the browser brought,
 * and what it brought lets nobody in any more: a value that somebody else planted or saw is worth nothing (session fixation).
 * The session before stays, because apps were allowed in it.
 *
 * @param amr  how it was proven (RFC 8176), e.g. `['pwd']`
 */
export async function startBrowserSession(
  user: User,
  amr: readonly string[],
  { cookies, now, ...device }: BrowserRequest & Device,
  context: Pick<Context, 'store' | 'random' | 'config' | 'jobs' | 'sealing'>,
): Promise<{ readonly signedIn: SignedIn; readonly setCookie: string }> {
  const { store, random, config } = context
  const opening = { kind: 'browser', amr, device } as const
  const session = newSession(random.uuid(now), user, opening, config.lifetimes, now)
  const value = formatCookieValue(random.bytes(32))
  const before = readCookie('session', cookies, config.issuer)
  await store.sessions.openInBrowser(
    session,
    { hash: hashSecret(value), sessionId: session.id, createdAt: now, expiresAt: session.expiresAt },
    before === null ? null : hashSecret(before),
    user.updatedAt,
  )
  await tellStay(user, session.id, { now, ...device }, context)
  return { signedIn: { session, user }, setCookie: writeCookie('session', value, config.issuer) }
}
