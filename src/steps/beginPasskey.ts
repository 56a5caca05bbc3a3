import type { Context } from '../context.ts'
import { mostPasskeys, tooManyPasskeys } from '../domain/account/passkey.ts'
import { creationOptions } from '../domain/account/passkeyOptions.ts'
import { relyingPartyOf } from '../domain/account/relyingParty.ts'
import type { Session } from '../domain/account/session.ts'
import type { User } from '../domain/account/user.ts'
import type { Refusal } from '../domain/refusal.ts'
import { beginCeremony } from './beginCeremony.ts'

/** What a browser needs to make a passkey, and the id under which it comes back. */
export type BegunPasskey = {
  readonly challengeId: string
  readonly options: ReturnType<typeof creationOptions>
}

/**
 * Begins a new passkey, with a challenge that only this session can answer.
 *
 * @returns the options for `navigator.credentials.create()`; `conflict` when the account has as many as it may
 */
export async function beginPasskey(
  { user, session }: { readonly user: User; readonly session: Session },
  now: Date,
  context: Pick<Context, 'store' | 'random' | 'config'>,
): Promise<BegunPasskey | Refusal> {
  const existing = await context.store.passkeys.list(user.id)
  if (existing.length >= mostPasskeys) return tooManyPasskeys
  const about = { purpose: 'registration', sessionId: session.id, addressDigest: null } as const
  const { id, challenge } = await beginCeremony(about, now, context)
  const options = creationOptions(relyingPartyOf(context.config), user, challenge, existing)
  return { challengeId: id, options }
}
