import { makeFormToken } from '#src/domain/browser/formToken.ts'
import type { PasskeyCreationOptions } from '../../client/index.ts'
import { sendForm, type Visitor } from './accountPages.ts'
import type { Fields, Page } from './browser.ts'
import { codeOf } from './factors.ts'
import type { TestService } from './service.ts'

/**
 * The token that a form of this session would have for a path, whether or not a page shows such a form: what is asked for then is
 * refused for what it is, and not for the form.
 */
export function tokenFor({ browser }: Pick<Visitor, 'browser'>, path: string): string {
  return makeFormToken(browser.cookies.get('latchkey-session')!, { purpose: 'account', subject: path })
}

/** Sends a form that no page shows, with a good token. */
export function sendAnyForm({ browser }: Visitor, path: string, fields: Fields = {}): Promise<Page> {
  return browser.post(`${browser.origin}${path}`, { form_token: tokenFor({ browser }, path), ...fields })
}

/** What a page gives its script to make a passkey from. */
export function optionsOn({ html }: Page): PasskeyCreationOptions {
  const text = /data-options="([^"]*)"/.exec(html)?.[1] ?? 'null'
  return JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as PasskeyCreationOptions
}

/** The recovery codes on a page. */
export function codesOn({ html }: Page): string[] {
  return [...html.matchAll(/<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){3})<\/code>/g)].map(([, code]) => code!)
}

/** Takes an authenticator app into use on the pages: the session of the browser has shown it then. */
export async function turnTotpOn(service: TestService, visitor: Visitor) {
  const start = '/account/two-factor/totp'
  const page = await sendForm(service, visitor, await visitor.browser.get(`${service.url}${start}`), start)
  const secret = /secret=([A-Z2-7]+)/.exec(page.html)?.[1] ?? ''
  const done = await sendForm(service, visitor, page, `${start}/confirm`, { code: codeOf(service, secret) })
  return { secret, codes: codesOn(done) }
}
