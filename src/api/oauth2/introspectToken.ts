import { decideIntrospection } from '../../domain/oauth/introspection.ts'
import { isRefusal } from '../../domain/refusal.ts'
import type { Operation } from '../../http/operation.ts'
import { authenticateClient } from '../../steps/authenticateClient.ts'
import { findToken } from '../../steps/findToken.ts'

/** Tells a confidential app whether a token is active, if it is any of that app's business. */
export const introspectToken: Operation<'introspectToken'> = async (call, context) => {
  const authenticated = await authenticateClient(call, context)
  if (isRefusal(authenticated)) return call.refuse(authenticated)
  const { config, subjectKey } = context
  const settings = { issuer: config.issuer, idleSeconds: config.lifetimes.sessionIdleSeconds, subjectKey }
  const found = await findToken(call.body.token, context)
  const answer = decideIntrospection(found, authenticated.client, settings, call.now)
  if (isRefusal(answer)) return call.refuse(answer)
  if (found?.kind === 'operator' && answer.active)
    await context.store.operatorTokens.touch(found.token.id, call.now)
  return call.reply(200, answer)
}
