import type { PasskeyRequestOptions } from '../../client/index.ts'
import type { Authenticator, Lies } from './authenticator.ts'
import { unescapeHtml, type Page } from './browser.ts'

/** What the script of a page puts into its form for passkeys, once an authenticator has signed. */
export function signedFields(
  { html }: Page,
  authenticator: Authenticator,
  lies?: Lies,
): { readonly challenge_id: string; readonly credential: string } {
  const [, form = ''] = html.split('<form class="passkey"')
  const options = JSON.parse(
    unescapeHtml(/data-options="([^"]+)"/.exec(form)?.[1] ?? 'null'),
  ) as PasskeyRequestOptions
  const challengeId = /name="challenge_id" value="([^"]+)"/.exec(form)?.[1] ?? ''
  return { challenge_id: challengeId, credential: JSON.stringify(authenticator.get(options, lies)) }
}
