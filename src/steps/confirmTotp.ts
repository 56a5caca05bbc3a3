import type { Context } from '../context.ts'
import { joinMethods } from '../domain/account/assurance.ts'
import { refuseCode } from '../domain/account/mfa.ts'
import { makeRecoveryCodes } from '../domain/account/recoveryCode.ts'
import type { Device, Session } from '../domain/account/session.ts'
import { checkPending, findTotpStep, noPendingTotp, totpLabel } from '../domain/account/totp.ts'
import type { User } from '../domain/account/user.ts'
import type { Refusal } from '../domain/refusal.ts'
import { hearCode } from './hearCode.ts'
import { recordFactor } from './recordFactor.ts'

type Request = Device & { readonly now: Date; readonly acceptLanguage: string | undefined }

/** What comes of a first right code: recovery codes for the day the app is lost, and how the session's user is proven now. */
export type TotpInUse = { readonly codes: readonly string[]; readonly amr: readonly string[] }

/**
 * Takes an authenticator app into use, with its first code.
 *
 * @param code  as it was typed
 * @returns `not_found` when no secret waits, `invalid_credentials` for the code, which counts as a guess, `rate_limit_exceeded`
 */
export async function confirmTotp(
  code: string,
  { user, session }: { readonly user: User; readonly session: Session },
  request: Request,
  context: Pick<Context, 'store' | 'sealing' | 'random' | 'jobs'>,
): Promise<TotpInUse | Refusal> {
  const { store, sealing, random, jobs } = context
  const { now, address } = request
  const factor = await store.factors.findTotp(user.id)
  const refusal = checkPending(factor, now)
  if (factor === null || refusal !== null) return refusal ?? noPendingTotp
  const attempt = await hearCode({ user, address, now }, context)
  if (!attempt.isHeard) return attempt.refusal
  const step = findTotpStep(sealing.open(totpLabel, factor.sealedSecret), code.replaceAll(/\s/g, ''), now)
  if (step === null) return refuseCode('wrong first code')
  await attempt.succeed()
  const { codes, hashes } = makeRecoveryCodes(user.id, (length) => random.bytes(length))
  const amr = joinMethods(session.amr, ['otp'])
  const confirmation = {
    userId: user.id,
    sealedSecret: factor.sealedSecret,
    step,
    recoveryHashes: hashes,
    session: { id: session.id, amr },
  }
  const record = recordFactor('added', { user, session }, request, context)
  if (!(await store.factors.confirmTotp(confirmation, record, now))) return noPendingTotp
  jobs.wake()
  return { codes, amr }
}
