import { noSession, sessionView } from '../../domain/account/sessionView.ts'
import { formatTimestamp } from '../../domain/timestamp.ts'
import type { Operation } from '../../http/operation.ts'

/** Shows the session whose token is presented. An app password by itself has none. */
export const getSession: Operation<'getSession'> = async (call) => {
  const { session, user } = call.principal
  if (session === null) return call.refuse(noSession)
  const { id, email, createdAt } = user
  return call.reply(200, {
    ...sessionView(session, session.id),
    user: { id, email, created_at: formatTimestamp(createdAt) },
  })
}
