import { noSuchConsent } from '../../domain/oauth/connectedApp.ts'
import type { Operation } from '../../http/operation.ts'
import { noteActivity } from '../../steps/noteActivity.ts'

/** Takes back what the signed-in user agreed to, if anything; everything the app was given ends with it. */
export const revokeConsent: Operation<'revokeConsent'> = async (call, context) => {
  const { user, session } = call.principal
  const clientId = await context.store.consents.revoke(user.id, call.path.appId, call.now)
  if (clientId === null) return call.refuse(noSuchConsent)
  const happened = { kind: 'consent_revoked', userId: user.id, sessionId: session.id, clientId } as const
  await noteActivity(happened, call, context)
  return call.reply(204)
}
