import type { ReasonExplanation } from './explanation.ts'

/** What passkeys and their ceremonies can fail by; the client hears one sentence for all of these. */
export const passkeyReasons: readonly ReasonExplanation[] = [
  ...(['invalid_credentials', 'invalid_request'] as const).flatMap((code): ReasonExplanation[] => [
    {
      code,
      reason: /^challenge unknown, used/,
      check: 'passkey challenge',
      meaning:
        'The challenge_id names no challenge that waits: it was used, is older than 5 minutes, or was made for something else.',
      spec: 'Web Authentication §13.4.3',
      fix: 'Begin again: every challenge takes one answer, also a wrong one; a new passkey is finished in the session that began it.',
    },
    {
      code,
      reason: 'client data has another challenge',
      check: 'passkey challenge',
      meaning: 'What was signed answers another challenge than the one that challenge_id names.',
      spec: 'Web Authentication §7.1, §7.2',
      fix: 'Send the challenge_id of the very answer whose options went to the browser.',
    },
    {
      code,
      reason: 'client data of a foreign origin',
      check: 'passkey origin',
      meaning:
        'The page that asked for the passkey is not at the issuer, nor at an origin under its host that is configured.',
      spec: 'Web Authentication §5.8.1, §13.4.9',
      fix: 'Ask on a page of the issuer, or add the origin of the page to LATCHKEY_ORIGINS; its host has to be that of the issuer or end with it.',
    },
    {
      code,
      reason: 'client data of a page in a foreign frame',
      check: 'passkey origin',
      meaning: 'The page that asked for the passkey stood in a frame of another site.',
      spec: 'Web Authentication §5.10',
      fix: 'Ask on a page of its own, not in a frame.',
    },
    {
      code,
      reason: /^client data (of another ceremony|is no JSON object)$/,
      check: 'passkey',
      meaning: 'This is not what the browser says about this ceremony.',
      spec: 'Web Authentication §5.8.1',
      fix: 'Send what create() gave to finishPasskeyRegistration and what get() gave to finishPasskeyLogin, as toJSON() writes it.',
    },
  ]),
  {
    code: 'invalid_request',
    reason: 'new passkey not valid',
    check: 'passkey',
    meaning:
      'The new passkey cannot be read, is for another host, has another algorithm than was asked for, or was made without asking its owner.',
    spec: 'Web Authentication §7.1',
    fix: 'Hand the options to the browser as they are, and its answer to us as toJSON() writes it.',
  },
  {
    code: 'invalid_credentials',
    reason: 'passkey signature not valid',
    check: 'passkey',
    meaning:
      'The signature does not fit the passkey, is for another host, or was made without asking its owner.',
    spec: 'Web Authentication §7.2',
    fix: 'Hand the options to the browser as they are, and its answer to us as toJSON() writes it.',
  },
  {
    code: 'invalid_credentials',
    reason: /^(no such passkey|passkey of another account than the one (that was named|signed in))$/,
    check: 'passkey',
    meaning:
      'No account has this passkey, its user handle names another account, or another account was named at the begin.',
    spec: 'Web Authentication §7.2',
    fix: 'Let the user pick another passkey; one that was deleted here has to be deleted on the device, too.',
  },
  {
    code: 'invalid_credentials',
    reason: /^passkey (changed its kind|counter went back, perhaps a clone)$/,
    check: 'passkey',
    meaning:
      'The authenticator contradicts what it said before: somebody else may have a copy of the private key.',
    spec: 'Web Authentication §6.1.1, §6.1.3',
    fix: 'Sign in with the password, delete the passkey and add a new one.',
  },
  {
    code: 'invalid_credentials',
    reason: 'account of the passkey suspended',
    check: 'passkey',
    meaning: 'The passkey is good, but its account may not sign in.',
    spec: 'Web Authentication §7.2',
    fix: 'The operator can lift the suspension.',
  },
]
