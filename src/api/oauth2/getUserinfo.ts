import { isRefusal } from '../../domain/refusal.ts'
import { decideUserinfo } from '../../domain/oidc/claims.ts'
import type { Operation } from '../../http/operation.ts'

/** Tells an app what it may know about its user. */
export const getUserinfo: Operation<'getUserinfo'> = async (call, context) => {
  const claims = decideUserinfo(call.principal.facts, context.config.issuer)
  return isRefusal(claims) ? call.refuse(claims) : call.reply(200, claims)
}
