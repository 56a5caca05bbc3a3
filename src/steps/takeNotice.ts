import type { Context } from '../context.ts'
import { readCookie } from '../domain/browser/cookie.ts'
import { noticeLabel, parseNotice, type PageNotice } from '../domain/browser/notice.ts'
import type { BrowserRequest } from './findSignedIn.ts'

/** Finds what this page has to say in this session; null: nothing, or it is for another page. Whoever shows it takes the cookie back. */
export function takeNotice(
  { cookies, now }: BrowserRequest,
  { path, sessionId }: { readonly path: string; readonly sessionId: string | null },
  { sealing, config }: Pick<Context, 'sealing' | 'config'>,
): PageNotice | null {
  const cookie = readCookie('notice', cookies, config.issuer)
  if (cookie === null) return null
  try {
    const sealed = Buffer.from(cookie, 'base64url')
    return parseNotice(sealing.open(noticeLabel(sessionId ?? '', path), sealed), now)
  } catch {
    // Sealed for another page or another session, under a secret that is gone, or made up: nothing that this page has to say.
    return null
  }
}
