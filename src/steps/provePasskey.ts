import type { Context } from '../context.ts'
import { findClientDataProblem } from '../domain/account/clientData.ts'
import { parseEmail } from '../domain/account/email.ts'
import type { PasskeyFacts } from '../domain/account/passkey.ts'
import {
  counterWentBack,
  decidePasskeyLogin,
  notAccepted,
  userOfHandle,
} from '../domain/account/passkeyLogin.ts'
import type { PasskeyChallenge } from '../domain/account/passkeyChallenge.ts'
import { relyingPartyOf } from '../domain/account/relyingParty.ts'
import { isRefusal, type Refusal } from '../domain/refusal.ts'
import { addressDigests } from './addressDigests.ts'
import type { Proven } from './signIn.ts'

/** Somebody who proves who they are with a passkey: what `navigator.credentials.get()` gave, for a challenge of ours. */
export type PasskeyProof = {
  readonly challengeId: string
  readonly credential: {
    readonly id: string
    readonly rawId: string
    readonly response: {
      readonly clientDataJSON: string
      readonly authenticatorData: string
      readonly signature: string
      readonly userHandle?: string | null | undefined
    }
  }
  readonly now: Date
}

/**
 * Proves an account by one of its passkeys (Web Authentication §7.2). The challenge is used up before anything is looked at,
 * so that of several answers to it only one counts, and a wrong one leaves nothing to try again with.
 *
 * @returns who it is, or `invalid_credentials`: one answer whatever was wrong, after the same work for passkeys that exist and
 *   others
 */
export async function provePasskey(
  { challengeId, credential, now }: PasskeyProof,
  context: Pick<Context, 'store' | 'passkeyVerifier' | 'sealing' | 'config'>,
): Promise<Proven | Refusal> {
  const { passkeys } = context.store
  const challenge = await passkeys.consumeChallenge(challengeId, 'login', null, now)
  if (challenge === null) return notAccepted('challenge unknown, used or expired')
  const problem = findClientDataProblem(credential.response.clientDataJSON, {
    type: 'webauthn.get',
    challengeHash: challenge.hash,
    origins: relyingPartyOf(context.config).origins,
  })
  if (problem !== null) return notAccepted(problem)

  const userId = userOfHandle(credential.response.userHandle)
  const credentialId = Buffer.from(credential.id, 'base64url')
  const facts = await passkeys.findForLogin(userId ?? '', credentialId)
  const publicKey = facts?.passkey.publicKey ?? null
  const assertion = await context.passkeyVerifier.verifyAssertion(credential, challenge.hash, publicKey)
  const decided = decidePasskeyLogin(challenge, facts, assertion, digestsOf(challenge, facts, context))
  if (isRefusal(decided)) return decided
  const { user, amr, use } = decided
  return (await passkeys.noteUse(use.id, use, now)) ? { user, amr } : notAccepted(counterWentBack)
}

/** What stands for the address of the account, where one was named: also, for nothing, where no account was found. */
function digestsOf(
  { addressDigest }: PasskeyChallenge,
  facts: PasskeyFacts | null,
  context: Pick<Context, 'sealing'>,
): readonly Buffer[] {
  if (addressDigest === null) return []
  const email = parseEmail(facts?.user.email ?? 'nobody@example.com')
  return email === null ? [] : addressDigests(email.emailKey, context)
}
