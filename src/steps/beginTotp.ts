import type { Context } from '../context.ts'
import { totpLabel, totpSecretBytes } from '../domain/account/totp.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'

/**
 * Makes the secret of an authenticator app. It proves nobody until a first code was shown.
 *
 * @returns the secret; `conflict` when one is in use
 */
export async function beginTotp(
  userId: string,
  now: Date,
  { store, random, sealing }: Pick<Context, 'store' | 'random' | 'sealing'>,
): Promise<{ readonly secret: Buffer } | Refusal> {
  const secret = random.bytes(totpSecretBytes)
  const isEnrolled = await store.factors.enrolTotp({
    userId,
    sealedSecret: sealing.seal(totpLabel, secret),
    createdAt: now,
    confirmedAt: null,
    lastStep: null,
  })
  return isEnrolled
    ? { secret }
    : refuse('conflict', 'An authenticator app is in use already; remove it first')
}
