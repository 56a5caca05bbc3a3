import type { Context } from '../context.ts'
import type { Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import { clearCookie } from '../domain/browser/cookie.ts'
import { makeFormToken } from '../domain/browser/formToken.ts'
import type { PageNotice } from '../domain/browser/notice.ts'
import type { BrowserRequest } from './findSignedIn.ts'
import { takeNotice } from './takeNotice.ts'

/** A request for a page of somebody who is signed in. */
export type AccountRequest = BrowserRequest & {
  readonly principal: { readonly user: User; readonly session: Session; readonly cookie: string }
  readonly view: { readonly path: string }
}

/** What stands around every page of an account, and the headers that go with it. */
export type FramedAccount = {
  readonly email: string
  readonly issuer: string
  /** what was just done, to be said once; null: nothing */
  readonly notice: PageNotice | null
  /** The token of a form that is sent to this path. */
  readonly formToken: (path: string) => string
  readonly headers: { readonly 'set-cookie'?: readonly string[] }
}

/** Gathers what stands around a page of an account: whose it is, what was just done, and the tokens of its forms. */
export function frameAccount(
  { principal, cookies, now, view }: AccountRequest,
  context: Pick<Context, 'sealing' | 'config'>,
): FramedAccount {
  const { user, session, cookie } = principal
  const path = view.path.split('?')[0]!
  const notice = takeNotice({ cookies, now }, { path, sessionId: session.id }, context)
  return {
    email: user.email,
    issuer: context.config.issuer,
    notice,
    formToken: (target) => makeFormToken(cookie, { purpose: 'account', subject: target }),
    headers: notice === null ? {} : { 'set-cookie': [clearCookie('notice', context.config.issuer)] },
  }
}
