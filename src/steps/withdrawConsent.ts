import type { Context } from '../context.ts'
import type { Device, Session } from '../domain/account/session.ts'
import { noSuchConsent } from '../domain/oauth/connectedApp.ts'
import type { Refusal } from '../domain/refusal.ts'
import { noteActivity } from './noteActivity.ts'

/**
 * Takes back what whoever is signed in agreed to, if anything; everything the app was given ends with it.
 *
 * @param reference  `app_…` or internal id
 * @returns null, or `not_found`
 */
export async function withdrawConsent(
  reference: string,
  { id: sessionId, userId }: Pick<Session, 'id' | 'userId'>,
  request: Device & { readonly now: Date },
  context: Pick<Context, 'store' | 'random'>,
): Promise<Refusal | null> {
  const clientId = await context.store.consents.revoke(userId, reference, request.now)
  if (clientId === null) return noSuchConsent
  await noteActivity({ kind: 'consent_revoked', userId, sessionId, clientId }, request, context)
  return null
}
