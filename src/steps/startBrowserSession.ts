import type { Context } from '../context.ts'
import { newSession, proveAnew, type Device } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { formatCookieValue, readCookie, writeCookie } from '../domain/browser/cookie.ts'
import type { SignedIn } from '../domain/oauth/interaction.ts'
import { hashSecret } from '../domain/token/secret.ts'
import { findSignedIn, type BrowserRequest } from './findSignedIn.ts'
import { tellStay } from './tellStay.ts'

/**
 * Signs somebody in in a browser who has just proven who they are. The cookie is new whatever the browser brought, and what it
 * brought lets nobody in any more: a value that somebody else planted or saw is worth nothing (session fixation).
 *
 * Whoever is signed in already stays in the same session, which is proven anew: apps were allowed in it, and when the person
 * signs out, all of them have to hear of it and lose what they hold. Somebody else gets a session of their own; the one before
 * stays, because nobody has ended it.
 *
 * @param amr  how it was proven (RFC 8176), e.g. `['pwd']`
 */
export async function startBrowserSession(
  user: User,
  amr: readonly string[],
  request: BrowserRequest & Device,
  context: Pick<Context, 'store' | 'random' | 'config' | 'jobs' | 'sealing'>,
): Promise<{ readonly signedIn: SignedIn; readonly setCookie: string }> {
  const { store, random, config } = context
  const { cookies, now, ...device } = request
  const opening = { kind: 'browser', amr, device } as const
  const fresh = newSession(random.uuid(now), user, opening, config.lifetimes, now)
  const present = await findSignedIn(request, context)
  const session = present?.user.id === user.id ? proveAnew(present.session, fresh) : fresh
  const value = formatCookieValue(random.bytes(32))
  const before = readCookie('session', cookies, config.issuer)
  await store.sessions.openInBrowser(
    session,
    { hash: hashSecret(value), sessionId: session.id, createdAt: now, expiresAt: session.expiresAt },
    {
      replaced: before === null ? null : hashSecret(before),
      userAsOf: user.updatedAt,
      activityId: random.uuid(now),
    },
  )
  await tellStay(user, session.id, { now, ...device }, context)
  return { signedIn: { session, user }, setCookie: writeCookie('session', value, config.issuer) }
}
