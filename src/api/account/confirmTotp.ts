import { acrOf } from '../../domain/account/assurance.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { confirmTotp as confirm } from '../../steps/confirmTotp.ts'

/** Takes an authenticator app into use, with its first code, and gives recovery codes for the day it is lost. */
export const confirmTotp: Operation<'confirmTotp'> = async (call, context) => {
  const used = await confirm(call.body.code, call.principal, call, context)
  if (isRefusal(used)) return call.refuse(used)
  const { codes, amr } = used
  return call.reply(200, { recovery_codes: [...codes], amr: [...amr], acr: acrOf(amr) })
}
