import type { Context } from '../context.ts'
import { noSuchPasskey } from '../domain/account/passkey.ts'
import type { Device, Session } from '../domain/account/session.ts'
import type { Refusal } from '../domain/refusal.ts'
import { noteActivity } from './noteActivity.ts'

/**
 * Deletes a passkey: it signs nobody in any more. The last one may go, too, since there is a password.
 *
 * @returns null, or `not_found`: one answer for an unknown one and for somebody else's
 */
export async function removePasskey(
  passkeyId: string,
  { id: sessionId, userId }: Pick<Session, 'id' | 'userId'>,
  request: Device & { readonly now: Date },
  context: Pick<Context, 'store' | 'random'>,
): Promise<Refusal | null> {
  if (!(await context.store.passkeys.delete(userId, passkeyId))) return noSuchPasskey
  await noteActivity({ kind: 'passkey_removed', userId, sessionId }, request, context)
  return null
}
