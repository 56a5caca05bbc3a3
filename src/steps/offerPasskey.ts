import type { Context } from '../context.ts'
import { requestOptions } from '../domain/account/passkeyOptions.ts'
import { relyingPartyOf } from '../domain/account/relyingParty.ts'
import { beginCeremony } from './beginCeremony.ts'

/** What a page needs to ask for a passkey. */
export type PasskeyOffer = {
  readonly challengeId: string
  /** JSON for `navigator.credentials.get()` */
  readonly options: string
}

/** Begins a sign-in by passkey on a page of ours: any passkey that the person picks. It may be used for as long as the page stands. */
export async function offerPasskey(
  now: Date,
  context: Pick<Context, 'store' | 'random' | 'config'>,
): Promise<PasskeyOffer> {
  const about = { purpose: 'login', sessionId: null, addressDigest: null } as const
  const { authorizationTransactionSeconds: seconds } = context.config.lifetimes
  const { id, challenge } = await beginCeremony(about, now, context, seconds)
  const options = requestOptions(relyingPartyOf(context.config), challenge, [])
  return { challengeId: id, options: JSON.stringify(options) }
}
