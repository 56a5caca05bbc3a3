import type { Context } from '../context.ts'
import type { Session } from '../domain/account/session.ts'
import { logoutNotices } from '../domain/oidc/logout.ts'
import type { LoggedInClient } from '../store/logouts.ts'
import { sendLogoutTokenKind } from './tellLogout.ts'

/**
 * Ends a session: whatever is bound to it dies with it, and apps that want to hear of it are told, each by a job of its own, so
 * that one whose server is dead keeps nobody waiting (OpenID Connect Back-Channel Logout §2.5).
 *
 * @returns the clients that had something in the session, for the frames of a front-channel logout
 */
export async function endSession(
  session: Pick<Session, 'id' | 'userId'>,
  now: Date,
  { store, jobs: queue }: Pick<Context, 'store' | 'jobs'>,
): Promise<readonly LoggedInClient[]> {
  const clients = await store.logouts.clientsIn(session.id)
  const jobs = logoutNotices(clients, session).map((notice) => queue.make(sendLogoutTokenKind, notice, now))
  const isEnded = await store.logouts.end(session.id, jobs, now)
  if (jobs.length > 0) queue.wake()
  return isEnded ? clients : []
}
