import type { Context } from '../context.ts'
import { askedFactor } from '../domain/account/mfa.ts'
import type { User } from '../domain/account/user.ts'
import { offerPasskey, type PasskeyOffer } from './offerPasskey.ts'

/** What an account may be proven by after the password. */
export type FactorOffer = {
  /** where the codes come from */
  readonly factor: 'totp' | 'email'
  /** null: the account has none */
  readonly passkey: PasskeyOffer | null
}

/** Finds what somebody whose password was right may show; null: nothing is asked for. */
export async function offerFactors(
  user: User,
  now: Date,
  context: Pick<Context, 'store' | 'random' | 'config'>,
): Promise<FactorOffer | null> {
  const factor = askedFactor(user)
  if (factor === null) return null
  const passkeys = await context.store.passkeys.count(user.id)
  return { factor, passkey: passkeys === 0 ? null : await offerPasskey(now, context) }
}
