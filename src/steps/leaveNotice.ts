import type { Context } from '../context.ts'
import type { Session } from '../domain/account/session.ts'
import { writeCookie } from '../domain/browser/cookie.ts'
import { formatNotice, noticeLabel, type NoticeName } from '../domain/browser/notice.ts'

/** Where a browser goes on after a form, with what that page has to say. */
export type Onward = { readonly location: string; readonly 'set-cookie': readonly string[] }

/** In which session something happened; null: in none that goes on. */
type Happened = {
  readonly principal: { readonly session: Pick<Session, 'id'> } | null
  readonly now: Date
}

/**
 * Leads on to a page that says, once, what was done. It travels in a cookie, sealed: the address of the page holds nothing that
 * somebody could make up, and a secret that is shown once is stored nowhere.
 *
 * @param path  of the page that says it
 * @param secret  what is shown there this once, as of `PageNotice`
 */
export function leaveNotice(
  { principal, now }: Happened,
  name: NoticeName,
  path: string,
  { sealing, config }: Pick<Context, 'sealing' | 'config'>,
  secret: string | null = null,
): Onward {
  const label = noticeLabel(principal?.session.id ?? '', path)
  const sealed = sealing.seal(label, formatNotice({ name, secret }, now)).toString('base64url')
  return {
    location: `${config.issuer}${path}`,
    'set-cookie': [writeCookie('notice', sealed, config.issuer)],
  }
}
