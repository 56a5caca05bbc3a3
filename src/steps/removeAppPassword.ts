import type { Context } from '../context.ts'
import type { Device, Session } from '../domain/account/session.ts'
import { refuse, type Refusal } from '../domain/refusal.ts'
import { noteActivity } from './noteActivity.ts'

/**
 * Deletes an app password of whoever is signed in: it and the sessions made from it open nothing any more.
 *
 * @returns null, or `not_found`: one answer for an unknown one and for somebody else's
 */
export async function removeAppPassword(
  appPasswordId: string,
  { id: sessionId, userId }: Pick<Session, 'id' | 'userId'>,
  request: Device & { readonly now: Date },
  context: Pick<Context, 'store' | 'random'>,
): Promise<Refusal | null> {
  if (!(await context.store.appPasswords.delete(appPasswordId, userId)))
    return refuse('not_found', 'No such app password')
  await noteActivity({ kind: 'app_password_removed', userId, sessionId }, request, context)
  return null
}
