import { mostPasskeys, tooManyPasskeys } from '../../domain/account/passkey.ts'
import { ceremonySeconds } from '../../domain/account/passkeyChallenge.ts'
import { creationOptions } from '../../domain/account/passkeyOptions.ts'
import { relyingPartyOf } from '../../domain/account/relyingParty.ts'
import type { Operation } from '../../http/operation.ts'
import { beginCeremony } from '../../steps/beginCeremony.ts'

/** Begins a new passkey, with a challenge that only this session can answer. */
export const beginPasskeyRegistration: Operation<'beginPasskeyRegistration'> = async (call, context) => {
  const { user, session } = call.principal
  const existing = await context.store.passkeys.list(user.id)
  if (existing.length >= mostPasskeys) return call.refuse(tooManyPasskeys)
  const about = { purpose: 'registration', sessionId: session.id, addressDigest: null } as const
  const { id, challenge } = await beginCeremony(about, call.now, context)
  return call.reply(200, {
    challenge_id: id,
    expires_in: ceremonySeconds,
    options: creationOptions(relyingPartyOf(context.config), user, challenge, existing),
  })
}
