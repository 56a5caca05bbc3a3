import { acrOf, joinMethods } from '../../domain/account/assurance.ts'
import { refuseCode } from '../../domain/account/mfa.ts'
import { makeRecoveryCodes } from '../../domain/account/recoveryCode.ts'
import { checkPending, findTotpStep, noPendingTotp, totpLabel } from '../../domain/account/totp.ts'
import type { Operation } from '../../http/operation.ts'
import { hearCode } from '../../steps/hearCode.ts'
import { recordFactor } from '../../steps/recordFactor.ts'

/** Takes an authenticator app into use, with its first code, and gives recovery codes for the day it is lost. */
export const confirmTotp: Operation<'confirmTotp'> = async (call, context) => {
  const { store, sealing, random, jobs } = context
  const { session, user } = call.principal
  const factor = await store.factors.findTotp(user.id)
  const refusal = checkPending(factor, call.now)
  if (factor === null || refusal !== null) return call.refuse(refusal ?? noPendingTotp)
  const attempt = await hearCode({ user, address: call.address, now: call.now }, context)
  if (!attempt.isHeard) return call.refuse(attempt.refusal)
  const code = call.body.code.replaceAll(/\s/g, '')
  const step = findTotpStep(sealing.open(totpLabel, factor.sealedSecret), code, call.now)
  if (step === null) return call.refuse(refuseCode('wrong first code'))
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
  const record = recordFactor('added', call.principal, call, context)
  if (!(await store.factors.confirmTotp(confirmation, record, call.now))) return call.refuse(noPendingTotp)
  jobs.wake()
  return call.reply(200, { recovery_codes: codes, amr: [...amr], acr: acrOf(amr) })
}
