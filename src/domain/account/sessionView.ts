import { numericDate } from '../moment.ts'
import { refuse } from '../refusal.ts'
import { formatTimestamp } from '../timestamp.ts'
import { acrOf } from './assurance.ts'
import { deviceLabel } from './device.ts'
import { sessionScope, type Session } from './session.ts'

/** A session as its owner sees it; `currentId` is the one that looks. */
export function sessionView(session: Session, currentId: string) {
  return {
    id: session.id,
    kind: session.kind,
    device: deviceLabel(session.userAgent),
    address: session.address,
    created_at: formatTimestamp(session.createdAt),
    last_used_at: formatTimestamp(session.lastUsedAt),
    expires_at: formatTimestamp(session.expiresAt),
    auth_time: numericDate(session.authenticatedAt),
    amr: [...session.amr],
    acr: acrOf(session.amr),
    scope: sessionScope(session),
    app_password_id: session.appPasswordId,
    current: session.id === currentId,
  }
}

/** One answer for an unknown session, another user's, and one that is over. */
export const noSession = refuse('not_found', 'No such session')
