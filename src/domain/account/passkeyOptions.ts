import type { NamedCredential } from './passkey.ts'
import { ceremonySeconds } from './passkeyChallenge.ts'
import { userHandleOf } from './passkeyLogin.ts'
import type { RelyingParty } from './relyingParty.ts'
import type { User } from './user.ts'

/** Signature algorithms by COSE number, the preferred one first: EdDSA, ES256, RS256 (RFC 9053 §2, RFC 8812 §2). */
export const passkeyAlgorithms = [-8, -7, -257] as const

const milliseconds = ceremonySeconds * 1000

/**
 * What a browser is to make a passkey from (Web Authentication §5.1.8, `PublicKeyCredentialCreationOptionsJSON`). The
 * authenticator has to remember the account, so that a sign-in needs no name, and to know its owner by more than a touch.
 *
 * @param challenge  base64url
 * @param existing   the account's passkeys: no authenticator makes a second one
 */
export function creationOptions(
  { id }: RelyingParty,
  user: User,
  challenge: string,
  existing: readonly NamedCredential[],
) {
  return {
    rp: { id, name: id },
    user: {
      id: userHandleOf(user.id).toString('base64url'),
      name: user.email,
      displayName: user.email,
    },
    challenge,
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    timeout: milliseconds,
    excludeCredentials: existing.map(descriptorOf),
    authenticatorSelection: {
      residentKey: 'required' as const,
      requireResidentKey: true as const,
      userVerification: 'required' as const,
    },
    attestation: 'none' as const,
  }
}

/**
 * What a browser is to sign (Web Authentication §5.1.9, `PublicKeyCredentialRequestOptionsJSON`).
 *
 * @param challenge  base64url
 * @param allowed    the passkeys of whoever was named; empty: any that the person picks
 */
export function requestOptions({ id }: RelyingParty, challenge: string, allowed: readonly NamedCredential[]) {
  return {
    rpId: id,
    challenge,
    timeout: milliseconds,
    userVerification: 'required' as const,
    allowCredentials: allowed.map(descriptorOf),
  }
}

function descriptorOf({ credentialId, transports }: NamedCredential) {
  return { type: 'public-key' as const, id: credentialId.toString('base64url'), transports: [...transports] }
}
