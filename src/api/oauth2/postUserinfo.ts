import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { tellUserinfo } from '../../steps/tellUserinfo.ts'

/** Like `getUserinfo`, by POST (OpenID Connect Core §5.3.1). */
export const postUserinfo: Operation<'postUserinfo'> = async (call, context) => {
  const told = await tellUserinfo(call.principal.facts, context)
  if (isRefusal(told)) return call.refuse(told)
  return told.kind === 'signed'
    ? call.reply(200, told.jwt, { 'content-type': 'application/jwt' })
    : call.reply(200, told.claims)
}
