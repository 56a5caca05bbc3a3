import { ceremonySeconds } from '../../domain/account/passkeyChallenge.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { beginPasskey } from '../../steps/beginPasskey.ts'

/** Begins a new passkey, with a challenge that only this session can answer. */
export const beginPasskeyRegistration: Operation<'beginPasskeyRegistration'> = async (call, context) => {
  const begun = await beginPasskey(call.principal, call.now, context)
  if (isRefusal(begun)) return call.refuse(begun)
  const { challengeId, options } = begun
  return call.reply(200, { challenge_id: challengeId, expires_in: ceremonySeconds, options })
}
