import type { Context } from '../context.ts'
import type { Session } from '../domain/account/session.ts'
import { logoutNotices } from '../domain/oidc/logout.ts'
import type { LoggedInClient } from '../store/logouts.ts'

/** The job that tells an app of the end of a session: the file of that name in `jobs/`. */
export const sendLogoutTokenKind = 'sendLogoutToken'

/**
 * Tells the apps that were used in a session that it has ended, where it was not ended through them: from another device, say
 * (OpenID Connect Back-Channel Logout §2.5). Each by a job of its own, so that one whose server is dead keeps nobody waiting.
 */
export async function tellLogout(
  session: Pick<Session, 'id' | 'userId'>,
  now: Date,
  { store, jobs }: Pick<Context, 'store' | 'jobs'>,
): Promise<void> {
  const clients: readonly LoggedInClient[] = await store.logouts.clientsIn(session.id)
  const notices = logoutNotices(clients, session)
  for (const notice of notices) await store.jobs.add(jobs.make(sendLogoutTokenKind, notice, now), null)
  if (notices.length > 0) jobs.wake()
}

/**
 * Tells them of every session that a change of an account has ended at this moment: a new password, say. What it ended cannot be
 * known before it was made, so this comes after it, in the same request.
 */
export async function tellLogouts(
  userId: string,
  now: Date,
  { store, jobs }: Pick<Context, 'store' | 'jobs'>,
): Promise<void> {
  const ended = await store.logouts.endedAt(userId, now)
  const notices = ended.flatMap(({ sessionId, client }) => logoutNotices([client], { id: sessionId, userId }))
  for (const notice of notices) await store.jobs.add(jobs.make(sendLogoutTokenKind, notice, now), null)
  if (notices.length > 0) jobs.wake()
}
