import { exportHeaders } from '../../domain/account/account.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { gatherExport } from '../../steps/gatherExport.ts'

/** Gives somebody a file with everything that is kept about them. */
export const downloadExport: Operation<'downloadExport'> = async (call, context) => {
  const exported = await gatherExport(call.principal.session, call.now, context)
  return isRefusal(exported) ? call.refuse(exported) : call.reply(200, exported, exportHeaders)
}
