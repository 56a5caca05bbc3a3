import { isRefusal } from '../../domain/refusal.ts'
import { decideUserinfo } from '../../domain/oidc/claims.ts'
import type { Operation } from '../../http/operation.ts'

/** Like `getUserinfo`, by POST (OpenID Connect Core §5.3.1). */
export const postUserinfo: Operation<'postUserinfo'> = async (call, context) => {
  const claims = decideUserinfo(call.principal.facts, context.config.issuer)
  return isRefusal(claims) ? call.refuse(claims) : call.reply(200, claims)
}
