import type { ReasonExplanation } from './explanation.ts'

/** Second factors: why a sign-in cannot be completed. */
export const factorReasons: readonly ReasonExplanation[] = [
  {
    code: 'invalid_grant',
    reason: 'no such mfa_token',
    check: 'second factor',
    meaning: 'This mfa_token was never made here, or is long over.',
    spec: 'NIST SP 800-63B-4 §2.2',
    fix: 'Send the mfa_token of the 403 mfa_required whole, to the service that answered it.',
  },
  {
    code: 'invalid_grant',
    reason: /^mfa_token (used already|used by a concurrent request)$/,
    check: 'second factor',
    meaning: 'A sign-in was completed with this mfa_token before.',
    spec: 'NIST SP 800-63B-4 §2.2',
    fix: 'Complete each sign-in once: look for a form that is sent twice, or a retry after a lost answer, and begin with the password.',
  },
  {
    code: 'invalid_grant',
    reason: 'mfa_token expired',
    check: 'second factor',
    meaning: 'More time than LATCHKEY_MFA_TOKEN_SECONDS passed between the password and the code.',
    spec: 'NIST SP 800-63B-4 §2.2',
    fix: 'Begin with the password.',
  },
  {
    code: 'invalid_grant',
    reason: 'too many codes with one mfa_token',
    check: 'second factor',
    meaning: 'Five codes were tried with this mfa_token.',
    spec: 'NIST SP 800-63B-4 §3.2.2',
    fix: 'Begin with the password; if codes of an authenticator app are never right, its clock is wrong.',
  },
  {
    code: 'invalid_grant',
    reason: /^account (changed|suspended) since the password$/,
    check: 'second factor',
    meaning:
      'The account is no longer what it was when the password was proven: the password was replaced, say.',
    spec: 'NIST SP 800-63B-4 §2.2',
    fix: 'Begin with the password, as it is now.',
  },
  {
    code: 'invalid_credentials',
    reason: /^wrong (first )?code$/,
    check: 'second factor',
    meaning:
      'The code is wrong, belongs to a time step that has passed or was used, or was mailed too long ago.',
    spec: 'RFC 6238 §5.2',
    fix: 'Send the code that is shown now; a code counts once, and the clock of the device may be wrong by half a minute.',
  },
  {
    code: 'invalid_credentials',
    reason: 'no code of a factor that is asked for',
    check: 'second factor',
    meaning: 'The code has the form of none that the account is asked for.',
    spec: 'NIST SP 800-63B-4 §2.2',
    fix: 'Send what methods names: six digits for totp, eight digits for email, ABCD-EFGH-IJKL-MNOP for recovery_code.',
  },
  {
    code: 'invalid_credentials',
    reason: 'locked after too many codes',
    check: 'second factor',
    meaning: 'Too many codes of this account were wrong, so this one was not looked at.',
    spec: 'NIST SP 800-63B-4 §3.2.2',
    fix: 'Wait: the lock ends within an hour, and does not hold where its owner has signed in before.',
  },
]
