import { presentPasskey } from '../../domain/account/passkey.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { addPasskey } from '../../steps/addPasskey.ts'

/** Keeps the passkey that a browser has made. */
export const finishPasskeyRegistration: Operation<'finishPasskeyRegistration'> = async (call, context) => {
  const { challenge_id: challengeId, name = 'Passkey', credential } = call.body
  const { address, userAgent, acceptLanguage, now } = call
  const enrolment = { ...call.principal, address, userAgent, acceptLanguage, now }
  const added = await addPasskey({ challengeId, name, credential }, enrolment, context)
  return isRefusal(added) ? call.refuse(added) : call.reply(201, presentPasskey(added))
}
