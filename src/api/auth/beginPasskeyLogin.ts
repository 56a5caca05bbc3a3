import { ceremonySeconds } from '../../domain/account/passkeyChallenge.ts'
import { requestOptions } from '../../domain/account/passkeyOptions.ts'
import { relyingPartyOf } from '../../domain/account/relyingParty.ts'
import type { Operation } from '../../http/operation.ts'
import { beginCeremony } from '../../steps/beginCeremony.ts'
import { nameCredentials } from '../../steps/nameCredentials.ts'

/** Begins a sign-in by passkey, with a name or without. */
export const beginPasskeyLogin: Operation<'beginPasskeyLogin'> = async (call, context) => {
  const { email } = call.body
  const named = email === undefined ? null : await nameCredentials(email, context)
  const about = { purpose: 'login', sessionId: null, addressDigest: named?.addressDigest ?? null } as const
  const { id, challenge } = await beginCeremony(about, call.now, context)
  return call.reply(200, {
    challenge_id: id,
    expires_in: ceremonySeconds,
    options: requestOptions(relyingPartyOf(context.config), challenge, named?.credentials ?? []),
  })
}
