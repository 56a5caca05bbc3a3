import { createHmac } from 'node:crypto'
import { refuse, type Refusal } from '../refusal.ts'
import { equalHashes } from '../token/secret.ts'

/** What a form is for: the token of one form fits no other. */
export type FormPurpose =
  | 'sign_in'
  | 'second_factor'
  | 'consent'
  | 'password_reset'
  | 'email_verification'
  | 'email_change'
  | 'sign_out'
  | 'account'
  | 'sign_up'
  | 'step_up'
  | 'choose_account'

/** What a form is shown for. */
export type FormSubject = {
  readonly purpose: FormPurpose
  /** the authorization it belongs to, the token of a mailed link, or the path that it is sent to; empty: none of them */
  readonly subject: string
}

/** Where the browser says that a form comes from: `Origin` (RFC 6454 §7) and `Sec-Fetch-Site` (Fetch Metadata §2.3). */
export type FormOrigin = { readonly origin: string | undefined; readonly fetchSite: string | undefined }

/**
 * The token that a form carries: HMAC-SHA-256 keyed by the browser's secret cookie, on pages of the account by the cookie of the
 * session. Another site can send the cookie along, but cannot read it, and so never knows the token.
 */
export function makeFormToken(browserSecret: string, { purpose, subject }: FormSubject): string {
  return createHmac('sha256', browserSecret).update(`${purpose}\n${subject}`).digest('base64url')
}

/**
 * What stands in the place of an `mfa_token` in a browser: it follows from the browser's secret cookie and the authorization
 * that it is about, is on no page, and nobody else can name it.
 *
 * @param transaction  the id of the authorization
 */
export function browserChallenge(browserSecret: string, transaction: string): string {
  return createHmac('sha256', browserSecret).update(`mfa_challenge\n${transaction}`).digest('base64url')
}

/**
 * Decides whether a form was sent by our own page in the very browser it was shown to. What the browser says of its origin
 * is only looked at where it says something; the token is always needed, which also covers a sign-in that somebody else
 * prepared for this browser (login CSRF).
 *
 * @param browserSecret  the value of the browser cookie; null when there is none
 * @param startAgainUri  the page that shows the form anew; left out: nobody but who sent the form knows
 * @returns null, or `invalid_request`
 */
export function checkForm(
  presented: FormOrigin & { readonly formToken: string; readonly browserSecret: string | null },
  expected: FormSubject,
  issuer: string,
  startAgainUri?: string,
): Refusal | null {
  const { origin, fetchSite, formToken, browserSecret } = presented
  if (origin !== undefined && origin !== new URL(issuer).origin)
    return foreign('form from another origin', startAgainUri)
  if (fetchSite !== undefined && fetchSite !== 'same-origin')
    return foreign('form from another site', startAgainUri)
  if (browserSecret === null) return foreign('no browser cookie', startAgainUri)
  const wanted = makeFormToken(browserSecret, expected)
  return equalHashes(Buffer.from(formToken), Buffer.from(wanted))
    ? null
    : foreign('wrong form token', startAgainUri)
}

function foreign(reason: string, startAgainUri: string | undefined): Refusal {
  return refuse('invalid_request', 'The form is out of date or does not come from our own page', reason, {
    page: { message: 'form_outdated', startAgainUri },
  })
}
