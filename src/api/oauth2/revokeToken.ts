import { decideRevocation } from '../../domain/oauth/revocation.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { authenticateClient } from '../../steps/authenticateClient.ts'
import { findToken } from '../../steps/findToken.ts'

/** Ends an access token, or a refresh token with everything issued from its grant. */
export const revokeToken: Operation<'revokeToken'> = async (call, context) => {
  const authenticated = await authenticateClient(call, context)
  if (isRefusal(authenticated)) return call.refuse(authenticated)
  const { accessTokens, grants } = context.store
  const decision = decideRevocation(await findToken(call.body.token, context), authenticated.client, call.now)
  if (decision.revoke === 'token') await accessTokens.revoke(decision.jti, decision.expiresAt)
  if (decision.revoke === 'grant') await grants.revoke(decision.grantId, call.now)
  return call.reply(200)
}
