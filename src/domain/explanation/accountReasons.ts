import type { ReasonExplanation } from './explanation.ts'

/** What people do with their accounts: profile, password, address, connected apps. */
export const accountReasons: readonly ReasonExplanation[] = [
  {
    code: 'invalid_request',
    reason: 'profile member invalid',
    check: 'profile',
    meaning: 'A member of the profile has the right form, but is nothing that there is.',
    spec: 'OpenID Connect Core §5.1',
    fix: 'errors names every failing member and what it must be; null takes a member away.',
  },
  {
    code: 'insufficient_scope',
    reason: 'An app password cannot change second factors',
    check: 'token kind',
    meaning:
      'What guards the account is changed by its owner, never by a program with a password of its own.',
    spec: 'RFC 9470 §3',
    fix: 'Sign in with the password of the account, and send second_factor_email with that session.',
  },
  {
    code: 'invalid_credentials',
    reason: 'current password wrong',
    check: 'e-mail and password',
    meaning:
      'The password that the account has now was typed wrong, or there were too many attempts to look at it.',
    spec: 'NIST SP 800-63B §3.1.1',
    fix: 'Send the present password as current_password; after many wrong ones, wait before the next.',
  },
  {
    code: 'rate_limit_exceeded',
    reason: 'too many changes of address',
    check: 'rate limit',
    meaning: 'The account has asked for another address five times within an hour.',
    spec: 'RFC 6585 §4',
    fix: 'Look for the mail with the link, also among unwanted mail, or wait as Retry-After says.',
  },
  {
    code: 'not_found',
    reason: 'no consent',
    check: 'found',
    meaning: 'The user has not let this application in, or has shut it out again.',
    spec: 'RFC 9110 §15.5.5',
    fix: 'Send the app_id of an entry of listConsents; apps of your own and of the operator are in it only while a grant of theirs lives.',
  },
]
