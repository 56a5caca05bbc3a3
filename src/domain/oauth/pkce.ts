import { equalHashes, hashSecret } from '../token/secret.ts'
import type { Profile } from '../profile.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import type { Client } from './client.ts'
import { valueOf } from './parameter.ts'

/** The parameters of RFC 7636 §4.3, as an authorization request carries them. */
export type CodeChallengeRequest = {
  readonly code_challenge?: string | undefined
  readonly code_challenge_method?: string | undefined
}

/**
 * Decides whether the code challenge of an authorization request is good. Only S256 is; a missing method means `plain`
 * (RFC 7636 §4.3) and is refused as such.
 *
 * A public app always needs one, whatever its `require_pkce` says: nothing else binds the code to it.
 *
 * @returns `codeChallenge` null: none was sent and none is needed; `invalid_request` otherwise (RFC 7636 §4.4.1)
 */
export function checkCodeChallenge(
  request: CodeChallengeRequest,
  client: Client,
  profile: Profile = 'default',
): { readonly codeChallenge: string | null } | Refusal {
  const challenge = valueOf(request.code_challenge)
  const method = valueOf(request.code_challenge_method)
  if (challenge === undefined) {
    if (method !== undefined)
      return refuse('invalid_request', 'code_challenge_method was sent without code_challenge')
    if (isPkceRequired(client, profile)) return refuse('invalid_request', 'code_challenge is required')
    return { codeChallenge: null }
  }
  if (method !== 'S256') return refuse('invalid_request', 'code_challenge_method must be S256')
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge))
    return refuse('invalid_request', 'code_challenge must be 43 characters of base64url')
  return { codeChallenge: challenge }
}

function isPkceRequired(client: Client, profile: Profile): boolean {
  return profile === 'strict' || client.tokenEndpointAuthMethod === 'none' || client.requirePkce
}

/**
 * Decides whether a code verifier fits the challenge the code was bound to (RFC 7636 §4.6). A verifier where no challenge
 * was made is refused as well: it tells that the challenge was stripped from the authorization request (RFC 9700 §4.8.2).
 *
 * @param codeChallenge  null when the authorization request had none
 * @returns null when it fits, else `invalid_grant`
 */
export function verifyCodeVerifier(
  codeChallenge: string | null,
  verifier: string | undefined,
): Refusal | null {
  const presented = valueOf(verifier)
  if (codeChallenge === null) return presented === undefined ? null : mismatch('verifier without challenge')
  if (presented === undefined) return mismatch('verifier missing')
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(presented)) return mismatch('verifier malformed')
  const computed = hashSecret(presented).toString('base64url')
  return equalHashes(Buffer.from(computed), Buffer.from(codeChallenge)) ? null : mismatch('verifier wrong')
}

function mismatch(reason: string): Refusal {
  return refuse('invalid_grant', 'The code verifier does not match the code challenge', reason)
}
