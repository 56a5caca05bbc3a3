import type { Context } from '../context.ts'
import { checkPending, describeTotp, totpLabel } from '../domain/account/totp.ts'
import type { User } from '../domain/account/user.ts'
import type { Refusal } from '../domain/refusal.ts'

/** The secret of an authenticator app that waits for its first code, as an app is given it; `not_found` when none waits. */
export async function findPendingTotp(
  user: Pick<User, 'id' | 'email'>,
  now: Date,
  { store, sealing, config }: Pick<Context, 'store' | 'sealing' | 'config'>,
): Promise<ReturnType<typeof describeTotp> | Refusal> {
  const factor = await store.factors.findTotp(user.id)
  const refusal = checkPending(factor, now)
  if (refusal !== null) return refusal
  return describeTotp(sealing.open(totpLabel, factor!.sealedSecret), user.email, config.issuer)
}
