import type { Context } from '../context.ts'
import { digestEmailCode, emailCodeLabel } from '../domain/account/emailCode.ts'
import { mayShow, parseFactorCode, refuseCode, type FactorCode } from '../domain/account/mfa.ts'
import { hashRecoveryCode } from '../domain/account/recoveryCode.ts'
import { decideTotp, totpLabel } from '../domain/account/totp.ts'
import type { User } from '../domain/account/user.ts'
import type { Refusal } from '../domain/refusal.ts'
import { hearCode } from './hearCode.ts'
import { noteActivity } from './noteActivity.ts'

/** Somebody known who shows a code of a second factor. */
export type CodeProof = {
  readonly user: User
  /** as it was typed */
  readonly code: string
  /** the IP address it comes from */
  readonly address: string
  /** `User-Agent`, for the history of the account */
  readonly userAgent?: string | undefined
  readonly now: Date
}

type Needs = Pick<Context, 'store' | 'sealing' | 'random'>

/**
 * Proves a second factor by its code, which is used up. What kind of code it is, its form tells. The attempt is counted before
 * anything is looked at, by counters of the account that are of codes only: how many sign-ins were begun does not matter.
 *
 * @returns null when the code was right; `invalid_credentials`, or `rate_limit_exceeded` for who goes on guessing
 */
export async function proveCode(proof: CodeProof, context: Needs): Promise<Refusal | null> {
  const { user, code, address, userAgent, now } = proof
  const attempt = await hearCode(proof, context)
  if (!attempt.isHeard) return attempt.refusal
  const given = parseFactorCode(code)
  if (given === null || !mayShow(user, given.method))
    return refuseCode('no code of a factor that is asked for')
  if (!(await use(given, user, now, context))) return refuseCode('wrong code')
  await attempt.succeed()
  if (given.method === 'recovery_code')
    await noteActivity({ kind: 'recovery_code_used', userId: user.id }, { now, address, userAgent }, context)
  return null
}

/** Whether the code was right and nobody else used it; it is used up then. */
async function use({ method, code }: FactorCode, user: User, now: Date, context: Needs): Promise<boolean> {
  const { factors } = context.store
  switch (method) {
    case 'totp':
      return useStep(code, user, now, context)
    case 'recovery_code':
      return factors.useRecoveryCode(user.id, hashRecoveryCode(user.id, code))
    case 'email': {
      const keys = context.sealing.deriveKeys(emailCodeLabel)
      const hashes = keys.map((key) => digestEmailCode(key, user.id, code))
      return factors.useEmailCode(user.id, hashes, now)
    }
  }
}

async function useStep(code: string, user: User, now: Date, { store, sealing }: Needs): Promise<boolean> {
  const factor = await store.factors.findTotp(user.id)
  if (factor === null || factor.confirmedAt === null) return false
  const step = decideTotp(sealing.open(totpLabel, factor.sealedSecret), factor.lastStep, code, now)
  return step !== null && store.factors.acceptStep(factor, step)
}
