import type { Context } from '../context.ts'
import { decideSession } from '../domain/account/session.ts'
import { readCookie } from '../domain/browser/cookie.ts'
import { isUseWorthNoting } from '../domain/moment.ts'
import type { SignedIn } from '../domain/oauth/interaction.ts'
import { isRefusal } from '../domain/refusal.ts'
import { hashSecret } from '../domain/token/secret.ts'

/** A request of a browser, as far as it tells who sits there. */
export type BrowserRequest = { readonly cookies: Readonly<Record<string, string>>; readonly now: Date }

/** Finds who is signed in in the browser, by its session cookie; null when nobody is, whatever the cookie says. */
export async function findSignedIn(
  { cookies, now }: BrowserRequest,
  { store, config }: Pick<Context, 'store' | 'config'>,
): Promise<SignedIn | null> {
  const cookie = readCookie('session', cookies, config.issuer)
  if (cookie === null) return null
  const facts = await store.sessions.findByCookie(hashSecret(cookie))
  const decided = decideSession(facts, config.lifetimes.sessionIdleSeconds, now)
  if (isRefusal(decided)) return null
  if (isUseWorthNoting(decided.session.lastUsedAt, now)) await store.sessions.touch(decided.session.id, now)
  return decided
}
