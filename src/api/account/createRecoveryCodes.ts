import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { replaceRecoveryCodes } from '../../steps/replaceRecoveryCodes.ts'

/** Gives recovery codes that replace all others. */
export const createRecoveryCodes: Operation<'createRecoveryCodes'> = async (call, context) => {
  const codes = await replaceRecoveryCodes(call.principal.session, call, context)
  return isRefusal(codes) ? call.refuse(codes) : call.reply(201, { recovery_codes: [...codes] })
}
