import { checkMeans, describeFreshness, type StepUpMeans } from '../../domain/account/stepUp.ts'
import { isRefusal, refuse } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { mailCode } from '../../steps/mailCode.ts'
import { noteActivity } from '../../steps/noteActivity.ts'
import { proveAgain } from '../../steps/proveAgain.ts'

/** Proves anew, in a session that goes on, who is signed in. */
export const stepUp: Operation<'stepUp'> = async (call, context) => {
  const { session, user } = call.principal
  const { now, address, userAgent, acceptLanguage } = call
  const means = meansOf(call.body)
  const unfit = checkMeans(user, means)
  if (unfit !== null) return call.refuse(unfit)
  if (means === 'send_code') {
    await mailCode(user, { now, acceptLanguage }, context)
    return call.reply(200, describeFreshness(session, user, now))
  }
  const amr = await proveAgain({ session, user, address, userAgent, now, ...proofOf(call.body) }, context)
  if (isRefusal(amr)) return call.refuse(amr)
  if (!(await context.store.sessions.renew(session.id, amr, now)))
    return call.refuse(
      refuse('invalid_token', 'The access token is invalid, expired or revoked', 'session ended'),
    )
  await noteActivity({ kind: 'stepped_up', userId: user.id, sessionId: session.id }, call, context)
  return call.reply(200, describeFreshness({ ...session, amr, authenticatedAt: now }, user, now))
}

type Body = Parameters<typeof stepUp>[0]['body']

function meansOf({ code, password, passkey }: Body): StepUpMeans {
  if (code !== undefined) return 'code'
  if (passkey !== undefined) return 'passkey'
  return password === undefined ? 'send_code' : 'password'
}

function proofOf({ code, password, passkey }: Body) {
  if (code !== undefined) return { code }
  if (passkey === undefined) return { password: password! }
  return { passkey: { challengeId: passkey.challenge_id, credential: passkey.credential } }
}
