import type { ReasonExplanation } from './explanation.ts'

/** What sessions and app passwords can fail by. */
export const sessionReasons: readonly ReasonExplanation[] = [
  {
    code: 'invalid_token',
    reason: 'unknown app password',
    check: 'token valid',
    meaning: 'The app password is none of ours any more: deleted, replaced, or of another service.',
    spec: 'RFC 6750 §3.1',
    fix: 'Make another one (POST /api/v1/me/app-passwords, or latchkey auth add) and put it in the place of this one.',
  },
  {
    code: 'invalid_token',
    reason: 'app password expired',
    check: 'token valid',
    meaning: 'The app password has expired.',
    spec: 'RFC 6750 §3.1',
    fix: 'Make another one; expires_in says how long it works, -1 for as long as nobody deletes it.',
  },
  {
    code: 'insufficient_scope',
    reason: 'No app password opens this: it needs the session of its user',
    check: 'token scope',
    meaning: 'An app password, or a session made from one, came to an operation that asks for its user.',
    spec: 'RFC 6750 §3.1',
    fix: 'Use the token of a session opened with the password (login, or POST /api/v1/session with username and password); the reference says which operations an app password opens.',
  },
  {
    code: 'invalid_request',
    reason: 'Send credentials or a token, not both',
    check: 'contract',
    meaning: 'A token and a body with credentials came together, and nobody can say which of them is meant.',
    spec: 'RFC 6750 §2',
    fix: 'Leave the body out to trade an app password or to renew a session, or the token to sign in.',
  },
  {
    code: 'invalid_request',
    reason: 'Exactly one of username and email is needed',
    check: 'contract',
    meaning: 'The account is named twice, or not at all.',
    spec: 'RFC 9110 §15.5.1',
    fix: 'Send username with the e-mail address of the account, or the same as email.',
  },
]
